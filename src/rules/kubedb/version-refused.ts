import { upgradeOf } from '../../plan/index.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** A database goes up, within its build. */
export const versionRefused = defineRule({
  id: 'kubedb/version-refused',
  severity: 'error',
  changeClass: 'immutable',
  why: 'the webhook refuses the request for it; edited into the object it passes, and the servers start on files that they cannot read or do not own',
  source: 'kubedb/apimachinery pkg/webhooks/ops/util.go; kubedb/installer catalog/kubedb/raw',
  messages: {
    down: (p: { database: string; from: string; to: string }) =>
      `${p.database} would go back from ${p.from} to ${p.to}, and no database goes back`,
    image: (p: { database: string; from: string; to: string }) =>
      `${p.database} would go from ${p.from} to ${p.to}, which is of another build`,
  },
  checkChange(change, report) {
    for (const { object, engine, name, old, young } of changedDatabases(change)) {
      const [from, to] = [old.at('version').text, young.at('version').text];
      if (from === undefined || to === undefined || from === to) continue;
      const upgrade = upgradeOf(engine, from, to);
      if (upgrade.standing === 'allowed') continue;
      const open =
        upgrade.standing === 'down'
          ? report('down', { database: name, from, to }).fix(
              `write version: "${from}" again; or make a database of another name with ${to} and load a dump into it`,
            )
          : report('image', { database: name, from, to }).fix(
              `write the version with ${upgrade.build === '' ? 'nothing after its numbers' : `-${upgrade.build}`}; or make a database of another name and load a dump into it`,
            );
      open.at(change.placeAt(object, '.version')).about(change.nameOf(object));
    }
  },
});
