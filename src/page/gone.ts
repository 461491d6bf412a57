import { clusterNamed, type Landscape, type Loss, lossText } from '../survival/index.js';

/** What is gone for certain, as far as it has a place in a picture. */
export interface Gone {
  readonly clusters: ReadonlySet<string>;
  /** Whether what this loss takes is gone, by itself or with something larger. */
  has(loss: Loss): boolean;
}

/** What losses take along: clusters with their region or their last zone or node, zones and links with their clusters. */
export function goneWith(losses: readonly Loss[], landscape: Landscape): Gone {
  const texts = new Set(losses.map(lossText));
  const zones = new Set(losses.flatMap((loss) => (loss.kind === 'zone' ? [loss.zone] : [])));
  const regions = new Set(losses.flatMap((loss) => (loss.kind === 'region' ? [loss.region] : [])));
  const clusters = new Set<string>();
  for (const { name, region, zones: own, nodes } of landscape.clusters) {
    const lostNodes = losses.filter((loss) => loss.kind === 'node' && loss.cluster === name).length;
    const isGone =
      losses.some((loss) => loss.kind === 'cluster' && loss.cluster === name) ||
      (region !== undefined && regions.has(region)) ||
      (own.length > 0 && own.every(({ id }) => zones.has(id))) ||
      (nodes !== undefined && lostNodes >= nodes);
    if (isGone) clusters.add(name);
  }
  const isParted = (one: string, other: string): boolean =>
    losses.some((loss) => {
      if (loss.kind === 'link') return loss.between.includes(one) && loss.between.includes(other);
      return loss.kind === 'split' && loss.group.includes(one) !== loss.group.includes(other);
    });
  const has = (loss: Loss): boolean => {
    if (texts.has(lossText(loss))) return true;
    switch (loss.kind) {
      case 'cluster':
      case 'node':
        return clusters.has(loss.cluster);
      case 'zone': {
        const holders = landscape.clusters.filter(({ zones: own }) => own.some(({ id }) => id === loss.zone));
        return holders.length > 0 && holders.every(({ name }) => clusters.has(name));
      }
      case 'region':
        return landscape.clusters.every(({ name, region }) => region !== loss.region || clusters.has(name));
      case 'link':
        return isParted(...loss.between) || loss.between.some((name) => clusters.has(name));
      case 'split':
        return false;
      case 'hub':
        return landscape.hub !== undefined && clusters.has(clusterNamed(landscape, landscape.hub).name);
    }
  };
  return { clusters, has };
}
