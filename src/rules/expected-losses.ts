import type { Span } from '../diagnostics/index.js';
import { clusterNames, topologyLandscape } from '../plan/index.js';
import { type Landscape, type Loss, type LossProblem, parseLoss, zoneId } from '../survival/index.js';
import { type Cluster, type Expectation, type Topology, valueSpan } from '../topology/index.js';

/** One thing that an expectation loses, as it is written. */
export interface WrittenLoss {
  readonly text: string;
  readonly span: Span;
}

/** What an expectation loses, in the order of the file. */
export function writtenLosses(expectation: Expectation): WrittenLoss[] {
  const { lose } = expectation;
  if (typeof lose === 'string') return [{ text: lose, span: valueSpan(expectation, 'lose') }];
  return lose.map((text, index) => ({ text, span: valueSpan(lose, index) }));
}

/** Reads what the expectations of a topology lose. */
export type LossReader = (text: string) => Loss | LossProblem;

/**
 * A reader of losses for one topology: zones of arbitrators and zones that nodes are only counted by can be lost as well.
 *
 * @param more clusters that are none of the topology
 */
export function lossReader(topology: Topology, more: readonly string[] = []): LossReader {
  const known = topologyLandscape(topology);
  const others = more.map((name) => ({ name, region: undefined, zones: [], nodes: undefined }));
  const landscape: Landscape = { ...known, clusters: [...known.clusters, ...others] };
  const zones = zonesBeside(topology, landscape);
  return (text) => parseLoss(text, landscape, zones);
}

function zonesBeside({ clusters, databases }: Topology, landscape: Landscape): string[] {
  const zones = new Set<string>();
  const entries = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const add = (entry: Cluster | undefined, zone: string): void => {
    if (!entry) return;
    for (const name of clusterNames(entry)) zones.add(zoneId({ name, region: entry.location?.region }, zone));
  };
  for (const cluster of clusters)
    if (typeof cluster.nodes === 'object') for (const zone of Object.keys(cluster.nodes)) add(cluster, zone);
  for (const { statefulset, placement } of databases) {
    const zone = statefulset?.arbitrator?.zone;
    if (zone !== undefined) for (const { cluster } of placement) add(entries.get(cluster), zone);
  }
  for (const cluster of landscape.clusters) for (const { id } of cluster.zones) zones.delete(id);
  return [...zones];
}

/** True for what is no loss. */
export function isProblem(read: Loss | LossProblem): read is LossProblem {
  return 'problem' in read;
}
