import type { Field, ManifestSet } from '../../manifests/index.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** A label that hands a MariaDB to an archiver is seen for what it is. */
export const archiverLabel = defineRule({
  id: 'kubedb/archiver-label',
  severity: 'info',
  why: 'when an archiver selects the labels and the namespace of a MariaDB, the webhook writes spec.archiver into it, and refuses it while the namespace of the archiver is not there',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go',
  messages: {
    selected: (p: { database: string; label: string; archiver: string }) =>
      `the label ${p.label} of ${p.database} hands it to the MariaDBArchiver ${p.archiver}`,
  },
  checkManifests(manifests, report) {
    const archivers = archiversByLabel(manifests);
    if (archivers.size === 0) return;
    for (const { kind, name, manifest, spec } of databaseObjects(manifests)) {
      if (kind !== 'MariaDB' || spec.at('archiver').given) continue;
      for (const [key, field] of manifest.root.at('metadata', 'labels').entries()) {
        const archiver = archivers.get(`${key}=${field.text ?? ''}`);
        if (!archiver) continue;
        report('selected', { database: name, label: key, archiver: archiver.name })
          .at(field.keySpan)
          .related(archiver.selector.span, 'it selects this label')
          .fix(
            'nothing if that is meant; name the archiver as spec.archiver.ref to keep Git and cluster the same',
          );
        break;
      }
    }
  },
});

interface Archiver {
  readonly name: string;
  readonly selector: Field;
}

/** Archivers that select by a single label, by that label. */
function archiversByLabel(manifests: ManifestSet): ReadonlyMap<string, Archiver> {
  const archivers = new Map<string, Archiver>();
  for (const { name, root } of manifests.of('MariaDBArchiver', 'archiver.kubedb.com')) {
    const labels = root.at('spec', 'databases', 'selector', 'matchLabels').entries();
    const [key, selector] = labels[0] ?? [];
    if (labels.length === 1 && selector) archivers.set(`${key}=${selector.text ?? ''}`, { name, selector });
  }
  return archivers;
}
