import { fieldAt, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { arbitratorChanges, changedSets, databaseKey, membersOf } from './changed-sets.js';

/** The vote of an arbitrator comes, goes or moves. */
export const arbitratorChanged = defineRule({
  id: 'galera/arbitrator-changed',
  severity: 'warning',
  changeClass: 'quorum',
  why: 'with an even number of votes the loss of half of them stops the cluster, and while the arbitrator is away its vote is missing',
  source: 'codership/galera garb/garb_main.cpp',
  messages: {
    added: (p: { database: string; from: number; to: number }) =>
      `${p.database} gets an arbitrator: ${p.from} votes become ${p.to}`,
    removed: (p: { database: string; from: number; to: number }) =>
      `${p.database} loses its arbitrator: ${p.from} votes become ${p.to}`,
    moved: (p: { database: string; from: string; to: string }) =>
      `the arbitrator of ${p.database} moves from zone ${p.from} to ${p.to}, and its vote is missing meanwhile`,
  },
  checkChange(change, report) {
    const sets = new Map(changedSets(change).map((object) => [databaseKey(object.after), object]));
    const members = (side: 'before' | 'after') =>
      new Map(
        change
          .objectsOf(side, 'StatefulSet', 'apps')
          .map((object) => [databaseKey(object), membersOf(object)]),
      );
    const [old, young] = [members('before'), members('after')];
    for (const [key, object] of arbitratorChanges(change)) {
      const [from, to] = [old.get(key), young.get(key)];
      // With the whole database it comes and goes as a part of it.
      if (from === undefined || to === undefined) continue;
      const database = key.slice(key.lastIndexOf('\n') + 1);
      if (object.kind === 'added' || object.kind === 'removed') {
        const counts =
          object.kind === 'added' ? { database, from, to: to + 1 } : { database, from: from + 1, to };
        const isScaled = sets.has(key) && from !== to;
        report(object.kind, counts)
          .at(change.placeAt(object, object.kind === 'added' ? '.statefulset.arbitrator' : '.placement'))
          .about(change.nameOf(object))
          .fix(
            isScaled
              ? 'votes come before others go: dbspan plan says the commits, where there are nodes for both'
              : counts.to % 2 === 0
                ? 'change the members with it, so that the votes are odd again'
                : 'apply it while all members are ready, and see wsrep_cluster_size',
          );
        continue;
      }
      const zone = fieldAt(object, 'spec', 'template', 'spec', 'nodeSelector', 'topology.kubernetes.io/zone');
      if (!zone) continue;
      report('moved', { database, from: valueText(zone.before), to: valueText(zone.after) })
        .at(change.placeAt(object, '.statefulset.arbitrator.zone'))
        .about(change.nameOf(object, zone))
        .fix('apply it while all members are ready, and wait until wsrep_cluster_size is whole again');
    }
  },
});
