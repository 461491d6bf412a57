import type { Cluster, Database } from '../topology/index.js';

/** Zones of a cluster: those it lists, or those its nodes are counted by. */
export function zonesOf({ zones, nodes }: Cluster): ReadonlySet<string> {
  if (zones) return new Set(zones);
  return new Set(typeof nodes === 'object' ? Object.keys(nodes) : []);
}

/** Zones of a cluster but those that are known to have no node. */
export function zonesWithNodes(cluster: Cluster): readonly string[] {
  const { nodes } = cluster;
  const counted = typeof nodes === 'object' ? new Map(Object.entries(nodes)) : new Map<string, number>();
  return [...zonesOf(cluster)].filter((zone) => counted.get(zone) !== 0);
}

/** Number of zones that can hold a replica; undefined when the file does not say. */
export function usableZones({ zones, nodes }: Cluster): number | undefined {
  if (typeof nodes === 'object') {
    const counted = Object.entries(nodes).filter(
      ([zone, count]) => count > 0 && (zones?.includes(zone) ?? true),
    );
    const uncounted = (zones ?? []).filter((zone) => !Object.hasOwn(nodes, zone));
    return counted.length + uncounted.length;
  }
  return zones?.length;
}

/** Number of nodes; undefined when the file does not say. */
export function nodeCount({ zones, nodes }: Cluster): number | undefined {
  if (typeof nodes !== 'object') return nodes;
  // A zone that is not counted may have any number.
  if (zones?.some((zone) => !Object.hasOwn(nodes, zone))) return undefined;
  let sum = 0;
  for (const count of Object.values(nodes)) sum += count;
  return sum;
}

/** Labels that all nodes of a zone share. */
const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];

/** A label of `scheduling.nodeSelector` that lets replicas run on one node only, or in one zone. */
export interface Pin {
  readonly label: string;
  readonly unit: 'node' | 'zone';
  readonly value: string;
}

/** What keeps all replicas in one place, whatever else is said of their spread. */
export function pinOf({ scheduling, provider }: Pick<Database, 'scheduling' | 'provider'>): Pin | undefined {
  const labels = Object.entries(provider === 'kubedb' ? {} : (scheduling?.nodeSelector ?? {}));
  const node = labels.find(([label]) => label === 'kubernetes.io/hostname');
  if (node) return { label: node[0], unit: 'node', value: node[1] };
  const zone = labels.find(([label]) => zoneLabels.includes(label));
  return zone && { label: zone[0], unit: 'zone', value: zone[1] };
}
