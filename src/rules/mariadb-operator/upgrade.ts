import { fieldAt } from '../../changes/index.js';
import { versionEdge } from '../../plan/index.js';
import { imagePath } from '../changed-entries.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedObjects, shapeOf } from './changed-objects.js';

/** Another release series of MariaDB is a way without return, which Galera goes one series at a time. */
export const upgrade = defineRule({
  id: 'mariadb-operator/upgrade',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the first server of a newer series changes its files so that no older one reads them again',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    series: (p: { database: string; from: string; to: string }) =>
      `${p.database} goes from MariaDB ${p.from} to ${p.to}, and never back`,
    skips: (p: { database: string; from: string; to: string; skipped: string }) =>
      `${p.database} would go from MariaDB ${p.from} to ${p.to} past ${p.skipped}, which a Galera cluster goes through one after the other`,
    copies: (p: { database: string; from: string; to: string; format: string }) =>
      `${p.database} goes from MariaDB ${p.from} to ${p.to}: a full copy by mariabackup does not cross to ${p.format}`,
    patchBack: (p: { database: string; from: string; to: string }) =>
      `${p.database} goes back from MariaDB ${p.from} to ${p.to}`,
    unknown: (p: { database: string; from: string; to: string }) =>
      `nobody can read from the images which MariaDB ${p.database} goes to: ${p.from}, then ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const field = fieldAt(object, 'spec', 'image');
      if (!field) continue;
      const edge = versionEdge(String(field.before ?? ''), String(field.after ?? ''));
      const { kind, from, to, skipped, format } = edge;
      const named = { database: object.after.manifest.name, from, to };
      const isGalera = shapeOf(object.after).replication === 'galera';
      const method = object.after.manifest.root.at('spec', 'galera', 'sst').text ?? 'mariabackup';
      const tell = (open: ReturnType<typeof report>, fix: string): void => {
        open
          .at(change.placeAt(object, imagePath(change, object)))
          .about(change.nameOf(object, field))
          .fix(fix);
      };
      if (kind === 'patch-back') {
        tell(report('patchBack', named), 'read the notes of the releases in between first');
      } else if (kind === 'unknown') {
        const told = { ...named, from: from || 'none is named', to: to || 'none is named' };
        tell(
          report('unknown', told),
          'name images by their version, as mariadb:11.8.8, and begin with the one that runs',
        );
      } else if (kind === 'series') {
        if (isGalera && skipped.length > 0)
          tell(
            report('skips', { ...named, skipped: listed(skipped) }),
            'dbspan plan says the commits, one for each series: after each wait until all servers run it',
          );
        else if (isGalera && format !== undefined && method === 'mariabackup')
          tell(
            report('copies', { ...named, format }),
            'write mariadbOperator.sst: rsync in a commit before, and mariabackup again in one after it; make a backup first',
          );
        else tell(report('series', named), 'make a backup first, and try it on a copy');
      }
    }
  },
});
