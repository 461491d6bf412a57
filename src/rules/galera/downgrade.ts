import { versionEdge } from '../../plan/index.js';
import { imagePath } from '../changed-entries.js';
import { defineRule } from '../rule.js';
import { changedSets, imageOf } from './changed-sets.js';

/** MariaDB never goes back to an older series on the same data. */
export const downgrade = defineRule({
  id: 'galera/downgrade',
  severity: 'error',
  changeClass: 'one-way',
  why: 'an older series does not start on the files of a newer one: the highest member goes down and stays down, and the update waits for it for ever',
  source: 'MariaDB/mariadb-docker docker-entrypoint.sh',
  messages: {
    back: (p: { database: string; from: string; to: string }) =>
      `${p.database} would go back from MariaDB ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const { kind, from, to } = versionEdge(imageOf(object.before), imageOf(object.after));
      if (kind !== 'back') continue;
      report('back', { database: object.after.manifest.name, from, to })
        .at(change.placeAt(object, imagePath(change, object)))
        .about(change.nameOf(object))
        .fix(`write ${from} again; to run ${to}, make a database of another name and restore a dump`);
    }
  },
});
