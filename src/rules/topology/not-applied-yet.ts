import type { Span } from '../../diagnostics/index.js';
import { pairKey, pairsOf } from '../../plan/index.js';
import { type Database, headSpan, keySpan, type Link, type Topology } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** Fields that the language has and this version only reads. */
export const notAppliedYet = defineRule({
  id: 'topology/not-applied-yet',
  severity: 'info',
  why: 'the file may say it for a later version; in the output of this one it changes nothing',
  messages: {
    field: (p: { field: string }) => `${p.field} is read but not acted on yet`,
    link: (p: { clusters: readonly string[] }) =>
      `no database spans ${listed(p.clusters)}, so what links says of them changes nothing`,
  },
  checkTopology(topology, report) {
    const idle = idleLink(topology);
    if (idle) {
      report('link', { clusters: idle.between })
        .at(headSpan(idle))
        .fix('keep it for a database that will, or remove it');
    }
    for (const { field, span } of firstOfEach(topology)) {
      report('field', { field }).at(span).fix('keep it, and check by hand what it asks for');
    }
  },
});

/** The first place of each such field. What a slice needs of Kubernetes is checked, and a StatefulSet is written for its release. */
function* firstOfEach(topology: Topology): Generator<{ readonly field: string; readonly span: Span }> {
  const counts = topology.slice !== undefined || topology.databases.some(isStatefulSet);
  if (topology.releases?.kubernetes !== undefined && !counts) {
    yield { field: 'releases.kubernetes', span: keySpan(topology.releases, 'kubernetes') };
  }
}

function isStatefulSet({ provider }: Database): boolean {
  return provider === 'statefulset';
}

/** What lives on one cluster each sends nothing to the others, unless it replicates asynchronously. */
function spansClusters({ provider, mariadbOperator }: Database): boolean {
  return provider === 'kubedb' || mariadbOperator?.multiCluster !== undefined;
}

/** The first link between clusters that no database spans; of the others come timers and times of transfers. */
function idleLink(topology: Topology): Link | undefined {
  const { links = [], databases } = topology;
  if (links.length === 0) return undefined;
  const spanned = new Set(databases.filter(spansClusters).flatMap(pairsOf));
  return links.find(({ between: [first = '', second = ''] }) => !spanned.has(pairKey(first, second)));
}
