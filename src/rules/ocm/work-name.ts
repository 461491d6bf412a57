import type { ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { worksOf } from '../works.js';
import { objectName } from './resources.js';

/** The agent calls its own object `<64 hexadecimal digits>-<name of the work>`, in 253 characters. */
const longest = 188;

/** The name of a work is short enough for the agent, and nobody else's. */
export const workName = defineRule({
  id: 'ocm/work-name',
  severity: 'error',
  why: 'a work of that name belongs to KubeDB or to an add-on, and the two would overwrite each other; one that is too long is accepted and never applied',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    long: (p: { length: number }) =>
      `the name of the work has ${p.length} characters; the agent can apply one of ${longest} at most`,
    database: (p: { work: string; kind: string; database: string; what: string }) =>
      `${p.work} has the name of the work that carries a ${p.what} of the ${p.kind} ${p.database}`,
    addOn: (p: { work: string; addOn: string }) =>
      `${p.work} has the name of a work of the add-on ${p.addOn}`,
  },
  checkManifests(manifests, report) {
    const databases = distributedDatabases(manifests);
    for (const { manifest, made } of worksOf(manifests)) {
      const { name, root } = manifest;
      if (made) continue;
      const span = root.at('metadata', 'name').span;
      if (name.length > longest) {
        report('long', { length: name.length }).at(span).fix('shorten it');
        continue;
      }
      const addOn = /^addon-(.+)-(?:deploy-\d+|pre-delete)$/.exec(name)?.[1];
      if (addOn !== undefined) {
        report('addOn', { work: objectName(manifest), addOn })
          .at(span)
          .fix('choose another name');
        continue;
      }
      const [, volume, pod = ''] = /^(data-)?(.+)-\d+$/.exec(name) ?? [];
      const kind = databases.get(pod);
      if (kind === undefined) continue;
      const what = volume === undefined ? 'pod' : 'volume';
      report('database', { work: objectName(manifest), kind, database: pod, what })
        .at(span)
        .fix('choose another name, one that does not end in a number');
    }
  },
});

/** Kinds of the distributed databases, by name: their works carry neither kind nor namespace. */
function distributedDatabases(manifests: ManifestSet): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const kind of ['MariaDB', 'Postgres']) {
    for (const { name, root } of manifests.of(kind, 'kubedb.com'))
      if (root.at('spec', 'distributed').flag === true && !kinds.has(name)) kinds.set(name, kind);
  }
  return kinds;
}
