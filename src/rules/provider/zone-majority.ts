import { usableZones, zonesOf } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { replicasSpan, type SiteDatabase, sitesOf } from '../sites.js';
import { arbitratorOf, votesOf } from '../votes.js';

/** Where nothing is said of survival, no zone holds half of the votes of a Galera cluster. */
export const zoneMajority = defineRule({
  id: 'provider/zone-majority',
  severity: 'warning',
  why: 'when that zone goes, the replicas left have no majority and refuse every query until it is back',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    zones: (p: { database: string; cluster: string; votes: number; held: number }) =>
      `${p.cluster} has two zones, and one of them holds ${p.held} of the ${p.votes} votes of ${p.database}`,
    arbitrator: (p: { database: string; zone: string }) =>
      `the arbitrator of ${p.database} runs in ${p.zone}, where half of its votes would be with it`,
    anywhere: (p: { database: string }) =>
      `the arbitrator of ${p.database} may run in any zone, also where half of its votes would be with it`,
  },
  checkPlan(plan, report) {
    for (const database of sitesOf(plan)) {
      const { name, replicas, home, source } = database;
      const votes = votesOf(database);
      // What an even number brings about is provider/even-votes.
      if (votes === undefined || votes === 1 || votes % 2 === 0) continue;
      // What is to be survived is held against all of it: survival/goal.
      if (source.survive !== undefined) continue;
      const zones = zonesOf(home.source);
      const arbitrator = arbitratorOf(database);
      const shunned = database.provider === 'statefulset' ? database.shunned : undefined;
      const shared = shunned !== undefined && zones.has(shunned) ? 1 : 0;
      const count = (usableZones(home.source) ?? zones.size) - shared;
      if (count < 2) continue;
      const most = Math.ceil(replicas / count);
      const zone = arbitrator?.zone;
      const held = most + (arbitrator && shunned === undefined ? 1 : 0);
      if (held * 2 < votes) continue;
      if (!arbitrator || most * 2 >= votes || !source.statefulset) {
        report('zones', { database: name, cluster: home.name, votes, held: most })
          .at(replicasSpan(database))
          .related(valueSpan(home.source, home.source.zones ? 'zones' : 'nodes'), 'the zones')
          .fix(remedyOf(database));
      } else if (zone === undefined) {
        report('anywhere', { database: name })
          .at(keySpan(source.statefulset, 'arbitrator'))
          .fix('name a zone for it in which no replica runs');
      } else {
        report('arbitrator', { database: name, zone })
          .at(valueSpan(arbitrator, 'zone'))
          .related(valueSpan(home.source, home.source.zones ? 'zones' : 'nodes'), 'the zones of the replicas')
          .fix('put it into a zone in which no replica runs');
      }
    }
  },
});

function remedyOf({ provider, replicas }: SiteDatabase): string {
  const accept = 'or write survive: node to accept it';
  if (provider !== 'statefulset') return `use a third zone; ${accept}`;
  return `use a third zone, or ${replicas - 1} replicas and an arbitrator in a third one; ${accept}`;
}
