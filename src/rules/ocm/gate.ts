import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { databaseAgents } from './database-agents.js';
import { gatesOf, isMeant, rawFeedbackGate } from './gates.js';

/** Every feature gate that is listed exists, in the block it is listed in. */
export const gate = defineRule({
  id: 'ocm/gate',
  severity: 'warning',
  why: 'the operator drops a gate it does not know, says so only in a condition, and goes on without it',
  source: 'open-cluster-management-io/api feature/feature.go',
  messages: {
    unknown: (p: { kind: string; block: string; gate: string }) =>
      `the ${p.kind} lists the feature gate ${p.gate}, which ${p.block} does not know`,
  },
  checkManifests(manifests, report) {
    const agents = new Set(databaseAgents(manifests));
    for (const kind of ['Klusterlet', 'ClusterManager'] as const) {
      const blocks: Readonly<Record<string, readonly string[]>> = gatesOf[kind];
      for (const manifest of manifests.of(kind, 'operator.open-cluster-management.io')) {
        const { root } = manifest;
        for (const [block, known] of Object.entries(blocks)) {
          for (const entry of root.at('spec', block, 'featureGates').items()) {
            const feature = entry.at('feature');
            const name = feature.text;
            if (name === undefined || known.includes(name)) continue;
            // The gate that replicas need is ocm/raw-feedback, misspelt too.
            if (block === 'workConfiguration' && agents.has(manifest) && isMeant(rawFeedbackGate, name))
              continue;
            report('unknown', { kind, block, gate: name })
              .at(feature.span)
              .fix(remedy(kind, blocks, known, name));
          }
        }
      }
    }
  },
});

function remedy(
  kind: keyof typeof gatesOf,
  blocks: Readonly<Record<string, readonly string[]>>,
  known: readonly string[],
  name: string,
): string {
  const home = Object.keys(blocks).find((block) => blocks[block]?.includes(name));
  if (home !== undefined) return `move it to ${home}`;
  const other = kind === 'Klusterlet' ? 'ClusterManager' : 'Klusterlet';
  const elsewhere = Object.values(gatesOf[other] as Readonly<Record<string, readonly string[]>>);
  if (elsewhere.some((gates) => gates.includes(name))) return `it is a gate of the ${other}: move it there`;
  const meant = nearest(name, known);
  return meant === undefined ? `use one of: ${known.join(', ')}` : `did you mean ${meant}?`;
}
