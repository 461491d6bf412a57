import type { Span } from '../diagnostics/index.js';
import { type Topology, valueSpan } from '../topology/index.js';

/** One place that names a cluster. */
export interface ClusterReference {
  readonly name: string;
  /** What names it, such as `a link`. */
  readonly by: string;
  readonly span: Span;
}

/** Every place outside `expect` that names a cluster, in the order of the language. */
export function* clusterReferences({ slice, links, databases }: Topology): Generator<ClusterReference> {
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

function* entries(names: readonly string[], by: string): Generator<ClusterReference> {
  for (const [index, name] of names.entries()) yield { name, by, span: valueSpan(names as string[], index) };
}

/**
 * Where clusters are named that the topology does not declare, by name. topology/unknown-cluster reports them, each
 * once; what follows from them is no mistake of its own.
 */
export function undeclaredClusters(topology: Topology): ReadonlyMap<string, readonly ClusterReference[]> {
  const declared = new Set(topology.clusters.map(({ name }) => name));
  const undeclared = new Map<string, ClusterReference[]>();
  for (const reference of clusterReferences(topology)) {
    if (declared.has(reference.name)) continue;
    const present = undeclared.get(reference.name);
    if (present) present.push(reference);
    else undeclared.set(reference.name, [reference]);
  }
  return undeclared;
}
