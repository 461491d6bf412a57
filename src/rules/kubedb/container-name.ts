import type { Field } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const known = {
  containers: { MariaDB: ['mariadb', 'md-coordinator'], Postgres: ['postgres', 'pg-coordinator'] },
  initContainers: { MariaDB: ['mariadb-init'], Postgres: ['postgres-init-container'] },
} as const;

/** A container of the pod template is one of KubeDB's, or has an image of its own. */
export const containerName = defineRule({
  id: 'kubedb/container-name',
  severity: 'error',
  why: 'KubeDB adds a container it does not know to the pods, which fail for want of an image, and leaves its own at their defaults',
  source: 'kubedb/apimachinery apis/kubedb/constants.go, apis/kubedb/v1/mariadb_helpers.go',
  messages: {
    unknown: (p: { database: string; container: string; kind: string }) =>
      `${p.database} names the container ${p.container}, which no ${p.kind} of KubeDB has`,
  },
  checkManifests(manifests, report) {
    for (const { kind, name, spec } of databaseObjects(manifests)) {
      for (const list of ['containers', 'initContainers'] as const) {
        for (const container of spec.at('podTemplate', 'spec', list).items()) {
          const field = container.at('name');
          const names: readonly string[] = known[list][kind];
          if (field.text === undefined || names.includes(field.text) || container.at('image').given) continue;
          report('unknown', { database: name, container: field.text, kind })
            .at(field.span)
            .fix(remedy(field, names));
        }
      }
    }
  },
});

function remedy(field: Field, names: readonly string[]): string {
  const meant = nearest(field.text ?? '', names);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return `write ${names.join(' or ')}, or give it an image if it is one of your own`;
}
