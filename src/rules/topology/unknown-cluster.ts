import type { Span } from '../../diagnostics/index.js';
import { nearest, type Topology, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

interface Reference {
  readonly name: string;
  readonly by: string;
  readonly span: Span;
}

/** Every place that names a cluster names one of this topology. */
export const unknownCluster = defineRule({
  id: 'topology/unknown-cluster',
  severity: 'error',
  why: 'nothing would be written for a cluster that is not declared',
  messages: {
    reference: (p: { name: string; by: string }) =>
      `${p.by} names the cluster ${p.name}, which this topology does not declare`,
  },
  checkTopology(topology, report) {
    const names = topology.clusters.map(({ name }) => name);
    const known = new Set(names);
    for (const { name, by, span } of references(topology)) {
      if (known.has(name)) continue;
      const meant = nearest(name, names);
      report('reference', { name, by })
        .at(span, 'not declared under clusters')
        .fix(
          meant
            ? `did you mean ${meant}?`
            : `declare it under clusters, or use one of: ${names.slice(0, 8).join(', ')}`,
        );
    }
  },
});

function* references(topology: Topology): Generator<Reference> {
  const { slice, links, databases } = topology;
  if (slice?.clusters) yield* entries(slice.clusters, 'the slice');
  for (const service of slice?.gateway?.services ?? []) {
    yield { name: service.cluster, by: 'a gateway service', span: valueSpan(service, 'cluster') };
  }
  for (const namespace of [...(slice?.namespaces ?? []), ...(slice?.allowedNamespaces ?? [])]) {
    if (typeof namespace !== 'string')
      yield* entries(namespace.clusters, `the namespace ${namespace.namespace}`);
  }
  for (const link of links ?? []) yield* entries(link.between, 'a link');
  for (const { name, placement } of databases) {
    for (const entry of placement) {
      yield { name: entry.cluster, by: `the placement of ${name}`, span: valueSpan(entry, 'cluster') };
    }
  }
}

function* entries(names: readonly string[], by: string): Generator<Reference> {
  for (const [index, name] of names.entries()) yield { name, by, span: valueSpan(names as string[], index) };
}
