import type { ChangeSubject } from '../../changes/index.js';
import { seriesBetween, seriesOf, upgradeOf, usableVersions } from '../../plan/index.js';
import { type ChangedDatabase, changedDatabases, replicasOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { engineNames } from './versions.js';

/** A database that goes up to another series never comes back. */
export const versionUp = defineRule({
  id: 'kubedb/version-up',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'the new server changes its files on disk: the way back is a restore of a backup from before',
  source: 'kubedb/installer catalog/kubedb/raw; kubedb/apimachinery pkg/webhooks/ops/util.go',
  messages: {
    up: (p: { database: string; engine: string; from: string; to: string }) =>
      `${p.database} goes from ${p.engine} ${p.from} to ${p.to}, and never back`,
    over: (p: { database: string; engine: string; from: string; to: string; over: readonly string[] }) =>
      `${p.database} goes from ${p.engine} ${p.from} over ${listed(p.over)} to ${p.to}, and never back`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { object, engine, name, old, young } = database;
      const [from, to] = [old.at('version').text, young.at('version').text];
      if (from === undefined || to === undefined || seriesOf(engine, from) === seriesOf(engine, to)) continue;
      const upgrade = upgradeOf(engine, from, to);
      if (upgrade.standing !== 'allowed') continue;
      const { over } = upgrade;
      const parameters = { database: name, engine: engineNames[engine], from, to };
      const open = over.length === 0 ? report('up', parameters) : report('over', { ...parameters, over });
      open
        .at(change.placeAt(object, '.version'))
        .about(change.nameOf(object))
        .fix(adviceFor(database, from, to, over, releaseOf(change)));
    }
  },
});

/** The oldest release of the program's topologies: what that has the others have too. */
function releaseOf({ plans }: ChangeSubject): string {
  const [oldest = ''] = plans
    .map(({ releases }) => releases.kubedb.name)
    .sort((a, b) => usableVersions('mariadb', a).length - usableVersions('mariadb', b).length);
  return oldest;
}

function adviceFor(
  { engine, young }: ChangedDatabase,
  from: string,
  to: string,
  over: readonly string[],
  release: string,
): string {
  const backup = 'take a backup, and try the upgrade on a copy';
  if (engine === 'postgres')
    return `${backup}: extensions must exist for the new major version, and its statistics begin empty (run ANALYZE)`;
  if (over.length > 0) return `${backup}; each version is a commit of its own: dbspan plan gives them`;
  const between = seriesBetween(from, to, release);
  if (between.length === 0 || replicasOf(young) === 1) return backup;
  return `${backup}; a Galera cluster runs with two series while it is upgraded, so better over ${listed(between)}, one commit after the other: a replica that has to be copied anew cannot be between series that are far apart`;
}
