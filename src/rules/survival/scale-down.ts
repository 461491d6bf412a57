import {
  type Goal,
  type Member,
  meets,
  membersByCluster,
  type PlacedOrdinals,
  placementWords,
  type SurvivalDatabase,
  scaledDown,
} from '../../survival/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { entryOf, hitMost, type Judged, judgedDatabases, replicasSpanOn } from './judged.js';
import { runningOf } from './running.js';
import { unmetOf } from './unmet.js';

/** The fewest replicas that a cluster with a majority is scaled down to. */
const fewest = 3;

/** What a database survives at its full size it survives after a scale-down to an odd number as well, where some order of ordinals allows it. */
export const scaleDown = defineRule({
  id: 'survival/scale-down',
  severity: 'warning',
  why: 'a scale-down takes the highest ordinals first, and here that leaves a majority in one place: from then on its loss stops writes',
  source: 'kubeops/petset pkg/controller/petset/pet_set_control.go',
  messages: {
    order: (p: { database: string; replicas: number; lost: string; left: string }) =>
      `scaled down to ${p.replicas}, ${p.database} does not survive the loss of ${p.lost}: ${p.left}`,
  },
  checkPlan(plan, report) {
    for (const judged of judgedDatabases(plan)) {
      const { database, landscape, source, plans } = judged;
      const { survive = 'none' } = source;
      const [first] = plans;
      if (survive === 'none' || !first.distributed || !meets(survive, database, landscape)) continue;
      const turns = inTurns(database);
      const replicas = trapOf(survive, judged, turns);
      if (replicas === undefined) continue;
      const [unmet] = unmetOf(survive, scaledDown(database, replicas), landscape);
      if (!unmet) continue;
      const placement = placementOf(turns);
      const order = placementWords(placement);
      const open = report('order', { database: source.name, replicas, ...unmet.words })
        .at(replicasSpanOn(judged, hitMost(unmet.losses, unmet.outcome)))
        .related(valueSpan(source, 'survive'), 'asked for here');
      const running = runningOf(plan, first);
      if (running !== 'nothing') {
        const stay = `leave the ordinals where they are, and scale down no further than ${replicas + 2}`;
        open.fix(running === 'unknown' ? `if nothing runs yet, ${order}; if it runs, ${stay}` : stay);
        continue;
      }
      open.fix(`write ${order}`);
      for (const { cluster, ordinals } of placement) {
        const entry = entryOf(judged, cluster);
        if (entry) open.edit(valueSpan(entry, 'replicas'), `[${ordinals.join(', ')}]`);
      }
    }
  },
});

/** The first number on the way down that breaks the goal although the other order keeps it. */
function trapOf(goal: Goal, { database, landscape }: Judged, turns: SurvivalDatabase): number | undefined {
  const all = database.members.length;
  for (let replicas = all - 2 + (all % 2 === 0 ? 1 : 0); replicas >= fewest; replicas -= 2) {
    if (meets(goal, scaledDown(database, replicas), landscape)) continue;
    if (meets(goal, scaledDown(turns, replicas), landscape)) return replicas;
  }
  return undefined;
}

/** The same numbers on the same clusters, with the ordinals dealt out in turns. */
function inTurns(database: SurvivalDatabase): SurvivalDatabase {
  const places = [...membersByCluster(database)].map(([cluster, members]) => ({
    cluster,
    left: members.length,
  }));
  const clusters: string[] = [];
  while (clusters.length < database.members.length) {
    for (const place of places) {
      if (place.left === 0) continue;
      place.left--;
      clusters.push(place.cluster);
    }
  }
  const members = database.members.map((member, index): Member => {
    return { ...member, cluster: clusters[index] ?? member.cluster };
  });
  return { ...database, members };
}

function placementOf(database: SurvivalDatabase): PlacedOrdinals[] {
  return [...membersByCluster(database)].map(([cluster, members]) => ({
    cluster,
    ordinals: members.flatMap(({ ordinal }) => ordinal ?? []).sort((one, other) => one - other),
  }));
}
