import type { Report, Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { dealOrdinals } from '../../plan/index.js';
import { type Database, type Placement, valueSpan } from '../../topology/index.js';
import { type PlacementPolicyManifest, placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { isOnSites } from '../sites.js';
import { listed } from '../words.js';

const messages = {
  cluster: (p: { database: string; cluster: string }) => `${p.database} is placed on ${p.cluster} twice`,
  ordinalTwice: (p: { database: string; ordinals: readonly string[] }) =>
    `${p.database} gives the ${p.ordinals.length === 1 ? 'ordinal' : 'ordinals'} ${listed(p.ordinals)} twice`,
  ordinalGap: (p: { database: string; replicas: number; missing: number }) =>
    `${p.database} has ${p.replicas} ${p.replicas === 1 ? 'replica' : 'replicas'} but no ordinal ${p.missing}`,
  negative: (p: { index: number }) => `there is no replica ${p.index}`,
  twice: (p: { policy: string; index: number }) => `${p.policy} gives the index ${p.index} twice`,
  gap: (p: { policy: string; missing: number; beyond: number }) =>
    `${p.policy} gives the index ${p.beyond} a cluster, but not ${p.missing}`,
  none: (p: { policy: string }) => `${p.policy} gives no replica a cluster`,
};

/** The replicas of a database are numbered 0 to n-1, each on one cluster, in a placement and in a PlacementPolicy; and a placement names each cluster once. */
export const indices = defineRule({
  id: 'placement/indices',
  severity: 'error',
  why: 'replicas are numbered from 0 without a gap: the pod of a number that is nowhere is never made and those after it wait, of one on two clusters the first silently wins, and from KubeDB v2026.6.19 on no webhook looks',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      checkClusters(database, report);
      // What lives on one cluster each has its replicas from 0 on in each of them.
      const whole = isOnSites(database) ? database.placement.map((entry) => [entry]) : [database.placement];
      for (const placement of whole) checkOrdinals(database.name, placement, report);
    }
  },
  checkManifests(manifests, report) {
    for (const policy of placementPolicies(manifests)) if (policy.distributes) checkPolicy(policy, report);
  },
});

function checkPolicy(policy: PlacementPolicyManifest, report: Report<typeof messages>): void {
  const { name, rules, spec } = policy;
  const seen = new Map<number, Field>();
  let sound = true;
  for (const { index, field } of rules.flatMap((rule) => rule.indices)) {
    const first = seen.get(index);
    if (index < 0) {
      sound = false;
      report('negative', { index }).at(field.span).fix('number the replicas from 0');
    } else if (first) {
      sound = false;
      report('twice', { policy: name, index })
        .at(field.span, 'again here')
        .related(first.span, 'first here')
        .fix('leave it to the cluster that holds it now: the first of the two');
    } else seen.set(index, field);
  }
  // An index that is given twice is missing elsewhere: that is the same mistake.
  if (!sound) return;
  const list = spec.at('clusterSpreadConstraint', 'distributionRules');
  if (seen.size === 0) {
    if (Array.isArray(list.value) && !hasOtherIndices(policy)) {
      report('none', { policy: name }).at(list.span).fix('give each replica, from 0, to one cluster');
    }
    return;
  }
  checkGap(name, seen, report);
}

/** Indices of another type are for the schema to refuse. */
function hasOtherIndices({ rules }: PlacementPolicyManifest): boolean {
  return rules.some(({ field, indices }) => field.at('replicaIndices').items().length > indices.length);
}

function checkGap(policy: string, seen: ReadonlyMap<number, Field>, report: Report<typeof messages>): void {
  let missing = 0;
  while (seen.has(missing)) missing++;
  if (missing === seen.size) return;
  let beyond = Number.POSITIVE_INFINITY;
  for (const index of seen.keys()) if (index > missing && index < beyond) beyond = index;
  const at = seen.get(beyond);
  if (!at) return;
  report('gap', { policy, missing, beyond })
    .at(at.span)
    .fix(`add ${missing} to one of the rules; where ${beyond} runs already, it keeps its cluster`);
}

function checkClusters({ name, placement }: Database, report: Report<typeof messages>): void {
  const seen = new Map<string, Placement>();
  for (const entry of placement) {
    const { cluster } = entry;
    const first = seen.get(cluster);
    if (!first) {
      seen.set(cluster, entry);
      continue;
    }
    report('cluster', { database: name, cluster })
      .at(valueSpan(entry, 'cluster'), 'again here')
      .related(valueSpan(first, 'cluster'), 'first here')
      .fix(`keep one entry for ${cluster}${merged(first, entry)}`);
  }
}

function merged({ replicas: a }: Placement, { replicas: b }: Placement): string {
  if (typeof a === 'number' && typeof b === 'number') return `, with replicas: ${a + b}`;
  if (typeof a === 'number' || typeof b === 'number') return '';
  const all = [...new Set([...a, ...b])].sort((one, other) => one - other);
  return `, with replicas: [${all.join(', ')}]`;
}

function checkOrdinals(name: string, placement: readonly Placement[], report: Report<typeof messages>): void {
  const said = new Map<number, Ordinal>();
  const twice: { readonly ordinal: number; readonly again: Span; readonly first: Span }[] = [];
  let unique = true;
  for (const { cluster, replicas } of placement) {
    if (typeof replicas === 'number') continue;
    for (const [index, ordinal] of replicas.entries()) {
      const span = valueSpan(replicas, index);
      const first = said.get(ordinal);
      if (!first) {
        said.set(ordinal, { cluster, span });
        continue;
      }
      unique = false;
      // Two entries of one cluster are reported already.
      if (first.cluster !== cluster) twice.push({ ordinal, again: span, first: first.span });
    }
  }
  const [one] = twice;
  if (one) {
    const ordinals = twice.map(({ ordinal }) => String(ordinal));
    const open = report('ordinalTwice', { database: name, ordinals }).at(one.again, 'again here');
    for (const { first } of twice) open.related(first, 'first here');
    open.fix(`leave ${ordinals.length === 1 ? 'it' : 'each'} to one of the clusters`);
  }
  // A number that is given twice is missing elsewhere: that is the same mistake.
  if (unique) checkOrdinalGap(name, placement, said, report);
}

interface Ordinal {
  readonly cluster: string;
  readonly span: Span;
}

function checkOrdinalGap(
  database: string,
  placement: readonly Placement[],
  said: ReadonlyMap<number, Ordinal>,
  report: Report<typeof messages>,
): void {
  const dealt = new Set(dealOrdinals(placement).flatMap((entry) => entry.ordinals));
  const replicas = dealt.size;
  const beyond = Math.min(...[...said.keys()].filter((ordinal) => ordinal >= replicas));
  const span = said.get(beyond)?.span;
  if (!span) return;
  let missing = 0;
  while (dealt.has(missing)) missing++;
  report('ordinalGap', { database, replicas, missing })
    .at(span, `beyond the last, ${replicas - 1}`)
    .fix(`write ${missing} instead of ${beyond}`);
}
