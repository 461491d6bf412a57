import type { Report, Span } from '../../diagnostics/index.js';
import { dealOrdinals } from '../../plan/index.js';
import { type Database, type Placement, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

const messages = {
  cluster: (p: { database: string; cluster: string }) => `${p.database} is placed on ${p.cluster} twice`,
  twice: (p: { database: string; ordinals: readonly string[] }) =>
    `${p.database} gives the ${p.ordinals.length === 1 ? 'ordinal' : 'ordinals'} ${listed(p.ordinals)} twice`,
  gap: (p: { database: string; replicas: number; missing: number }) =>
    `${p.database} has ${p.replicas} ${p.replicas === 1 ? 'replica' : 'replicas'} but no ordinal ${p.missing}`,
};

/** The ordinals of a database are 0 to n-1, each on one cluster, and each cluster has one entry. */
export const ordinals = defineRule({
  id: 'topology/ordinals',
  severity: 'error',
  why: 'replicas are numbered from 0 without a gap: the controllers wait for ever for a number that is nowhere, and of one that is on two clusters the first silently wins',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      checkClusters(database, report);
      checkOrdinals(database, report);
    }
  },
});

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

function checkOrdinals({ name, placement }: Database, report: Report<typeof messages>): void {
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
    const open = report('twice', { database: name, ordinals }).at(one.again, 'again here');
    for (const { first } of twice) open.related(first, 'first here');
    open.fix(`leave ${ordinals.length === 1 ? 'it' : 'each'} to one of the clusters`);
  }
  // A number that is given twice is missing elsewhere: that is the same mistake.
  if (unique) checkGap(name, placement, said, report);
}

interface Ordinal {
  readonly cluster: string;
  readonly span: Span;
}

function checkGap(
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
  report('gap', { database, replicas, missing })
    .at(span, `beyond the last, ${replicas - 1}`)
    .fix(`write ${missing} instead of ${beyond}`);
}
