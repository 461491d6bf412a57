import { versionEdge } from '../../plan/index.js';
import { imagePath } from '../changed-entries.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedSets, imageOf } from './changed-sets.js';

/** Another release series of MariaDB is a way without return, which Galera goes one series at a time. */
export const upgrade = defineRule({
  id: 'galera/upgrade',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the first member of a newer series changes its files so that no older one reads them again',
  source: 'MariaDB/mariadb-docker docker-entrypoint.sh',
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
    for (const object of changedSets(change)) {
      const [old, young] = [imageOf(object.before), imageOf(object.after)];
      if (old === young) continue;
      const { kind, from, to, skipped, format } = versionEdge(old, young);
      const named = { database: object.after.manifest.name, from, to };
      const tell = (open: ReturnType<typeof report>, fix: string): void => {
        open
          .at(change.placeAt(object, imagePath(change, object)))
          .about(change.nameOf(object))
          .fix(fix);
      };
      if (kind === 'patch-back') {
        tell(report('patchBack', named), 'read the notes of the releases in between first');
      } else if (kind === 'unknown') {
        tell(report('unknown', named), 'name images by their version, as mariadb:11.8.8');
      } else if (kind === 'series' && skipped.length > 0) {
        tell(
          report('skips', { ...named, skipped: listed(skipped) }),
          'dbspan plan says the commits, one for each series: after each wait until all members run it, and run mariadb-upgrade',
        );
      } else if (kind === 'series' && format !== undefined) {
        tell(
          report('copies', { ...named, format }),
          'make a dump first, and see that gcache holds what is written while a member restarts: one that needs a full copy stays down until all others run the new series',
        );
      } else if (kind === 'series') {
        tell(
          report('series', named),
          'make a backup first, try it on the last member (statefulset.partition), and run mariadb-upgrade when all run it',
        );
      }
    }
  },
});
