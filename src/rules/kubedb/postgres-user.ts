import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** User of the Alpine images, which have no other. */
const alpineUser = 70;

/** The postgres container runs as a user that its image has. */
export const postgresUser = defineRule({
  id: 'kubedb/postgres-user',
  severity: 'error',
  why: 'an Alpine image runs as its user 70 only, so KubeDB refuses another; as root the kubelet does not start the container',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    alpine: (p: { field: string; id: number; version: string }) =>
      `${p.field} is ${p.id}, and the image of ${p.version} runs as ${alpineUser} only`,
    root: (p: { field: string }) => `${p.field} is 0, and KubeDB runs the container as no root`,
  },
  checkManifests(manifests, report) {
    for (const { spec } of postgresObjects(manifests)) {
      const version = spec.at('version').text ?? '';
      for (const container of spec.at('podTemplate', 'spec', 'containers').items()) {
        if (container.at('name').text !== 'postgres') continue;
        const context = container.at('securityContext');
        for (const field of ['runAsUser', 'runAsGroup'] as const) {
          const id = context.at(field);
          if (id.number === undefined) continue;
          if (isAlpine(version) && id.number !== alpineUser) {
            report('alpine', { field, id: id.number, version })
              .at(id.span)
              .fix(`remove it, or take ${version}-bookworm, which runs as any user but root`);
          } else if (field === 'runAsUser' && id.number === 0 && context.at('runAsNonRoot').flag !== false) {
            report('root', { field }).at(id.span).fix('remove it: KubeDB fills in the user of the image');
          }
        }
      }
    }
  },
});

/** A bare version is an Alpine image; the others say what they are built on. */
function isAlpine(version: string): boolean {
  return /^\d+(\.\d+)+$/.test(version);
}
