import type { DatabasePlan } from '../../plan/index.js';
import { bytes, valueSpan } from '../../topology/index.js';
import { durationText } from '../duration.js';
import { defineRule } from '../rule.js';

/** kbit/s below which copying a database takes noticeably long. */
const low = 100_000;

/** The ceiling leaves room for the full copies that replicas take of each other. */
export const ceilingLow = defineRule({
  id: 'slice/ceiling-low',
  severity: 'warning',
  why: 'the ceiling holds for everything the slice sends between clusters, and a replica that lost its volume copies all of a database through it, beside the writes',
  source: 'kubeslice/netops server/netop_handler.go',
  messages: {
    ceiling: (p: { ceiling: string; size: string; kbps: number }) =>
      `with a ceiling of ${p.ceiling}, moving ${p.size} takes ${transferText(p.size, p.kbps)}`,
  },
  checkPlan({ slice, databases }, report) {
    const largest = largestOf(databases);
    const shaping = slice?.source.bandwidth;
    if (!slice || !largest || shaping?.ceiling === undefined) return;
    if (!('ceilingKbps' in slice.shaping) || slice.shaping.ceilingKbps >= low) return;
    const { size } = largest.source.storage;
    report('ceiling', { ceiling: shaping.ceiling, size, kbps: slice.shaping.ceilingKbps })
      .at(valueSpan(shaping, 'ceiling'))
      .related(valueSpan(largest.source.storage, 'size'), `the volume of ${largest.name}`)
      .fix(`raise it to what the links carry; with 100Mbps it takes ${transferText(size, low)}`);
  },
});

/** The largest of those that have replicas on both ends of a link. */
function largestOf(databases: readonly DatabasePlan[]): DatabasePlan | undefined {
  let largest: DatabasePlan | undefined;
  for (const database of databases) {
    if (database.placements.length < 2) continue;
    if (!largest || bytes(database.source.storage.size) > bytes(largest.source.storage.size))
      largest = database;
  }
  return largest;
}

function transferText(size: string, kbps: number): string {
  return durationText((bytes(size) * 8) / (kbps * 1000));
}
