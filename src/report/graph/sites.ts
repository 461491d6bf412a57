import type { ClusterPlan, Plan } from '../../plan/index.js';
import { type Loss, zoneCluster } from '../../survival/index.js';

/** A box of the picture: one cluster, or those of a fleet that fare alike. */
export interface Site {
  readonly title: string;
  /** Name of the cluster, or of the first. */
  readonly loss: string;
  readonly names: readonly string[];
  readonly region: string | undefined;
}

/** The boxes of a plan. A cluster of a fleet that a loss names has one of its own. */
export function sitesOf({ clusters }: Plan, losses: readonly Loss[]): Site[] {
  const named = namedClusters(losses);
  const groups = new Map<string, ClusterPlan[]>();
  for (const cluster of clusters) {
    const { name, fleet } = cluster;
    const key = fleet === undefined || named.has(name) ? `cluster ${name}` : `fleet ${fleet}`;
    const present = groups.get(key);
    if (present) present.push(cluster);
    else groups.set(key, [cluster]);
  }
  return [...groups.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const last = alike.at(-1)?.name ?? first.name;
    return [
      {
        title: alike.length === 1 ? first.name : `${first.name} … ${last}`,
        loss: first.name,
        names: alike.map(({ name }) => name),
        region: first.source.location?.region,
      },
    ];
  });
}

function namedClusters(losses: readonly Loss[]): Set<string> {
  const named = new Set<string>();
  for (const loss of losses) {
    if (loss.kind === 'cluster' || loss.kind === 'node') named.add(loss.cluster);
    if (loss.kind === 'link') for (const name of loss.between) named.add(name);
    if (loss.kind === 'split') for (const name of loss.group) named.add(name);
    const owner = loss.kind === 'zone' ? zoneCluster(loss.zone) : undefined;
    if (owner !== undefined) named.add(owner);
  }
  return named;
}
