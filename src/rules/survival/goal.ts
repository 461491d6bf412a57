import { pinOf } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { cutsWords } from './cuts-words.js';
import { hitMost, judgedDatabases, replicasSpanOn } from './judged.js';
import { remedyFor } from './remedy.js';
import { unmetOf } from './unmet.js';

const mostRelated = 3;

/** A database survives what `survive` asks for, wherever the scheduler puts its replicas. */
export const goal = defineRule({
  id: 'survival/goal',
  severity: 'error',
  why: 'the file promises more than the layout can keep, and who finds out finds out in the outage: the replicas left take no writes until what is lost is back',
  source: 'codership/galera gcomm/src/pc_proto.cpp',
  messages: {
    lost: (p: { database: string; lost: string; left: string }) =>
      `${p.database} does not survive the loss of ${p.lost}: ${p.left}`,
    pinned: (p: { database: string; lost: string }) =>
      `${p.database} does not survive the loss of ${p.lost}: its node selector keeps all replicas there`,
    zone: (p: { database: string; cluster: string; left: string }) =>
      `${p.database} does not survive the loss of a zone of ${p.cluster}, which lists none and counts as one: ${p.left}`,
  },
  checkPlan(plan, report) {
    const told = new Set<unknown>();
    for (const judged of judgedDatabases(plan)) {
      const { database, landscape, source } = judged;
      const { survive = 'none' } = source;
      if (survive === 'none' || told.has(source)) continue;
      const pin = pinOf(source);
      if (pin && source.scheduling?.nodeSelector && (survive === 'zone' || pin.unit === 'node')) {
        told.add(source);
        report('pinned', { database: source.name, lost: `the ${pin.unit} ${pin.value}` })
          .at(valueSpan(source.scheduling.nodeSelector, pin.label))
          .related(valueSpan(source, 'survive'), 'asked for here')
          .fix(remedyFor(survive, judged, plan).text);
        continue;
      }
      const [first, ...others] = unmetOf(survive, database, landscape);
      if (!first) continue;
      // Databases of one entry are laid out alike.
      told.add(source);
      const { name } = source;
      const { left, lost } = first.words;
      const [only] = first.losses;
      const open =
        survive === 'zone' && only?.kind === 'cluster'
          ? report('zone', { database: name, cluster: only.cluster, left })
          : report('lost', { database: name, lost, left });
      open.at(replicasSpanOn(judged, hitMost(first.losses, first.outcome)));
      open.related(valueSpan(source, 'survive'), 'asked for here');
      for (const [index, { losses, outcome, words }] of others.slice(0, mostRelated).entries()) {
        const more = others.length - mostRelated;
        const rest = index === mostRelated - 1 && more > 0 ? `; and ${more} more` : '';
        open.related(
          replicasSpanOn(judged, hitMost(losses, outcome)),
          `nor the loss of ${words.lost}: ${words.left}${rest}`,
        );
      }
      const cuts = cutsWords(database, landscape);
      if (cuts !== undefined && cuts !== lost)
        open.related(keySpan(source, 'placement'), `the least that stops writes: ${cuts}`);
      const remedy = remedyFor(survive, judged, plan);
      for (const line of remedy.proof) open.related(keySpan(source, 'placement'), line);
      open.fix(remedy.text);
      for (const { span, text } of remedy.edits) open.edit(span, text);
    }
  },
});
