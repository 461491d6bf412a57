import { clustersByName, inOrder, placeOf, zoneName, zoneText } from './landscape.js';
import type { Landscape, Loss } from './model.js';

/**
 * How a loss is written, on the command line and under `expect`. The same loss gives the same text, when it is as {@link normalLoss}
 * gives it: those that are read and those that are listed are.
 */
export function lossText(loss: Loss): string {
  switch (loss.kind) {
    case 'node':
      return `node:${loss.cluster}`;
    case 'zone':
      return `zone:${loss.zone}`;
    case 'cluster':
      return loss.cluster;
    case 'region':
      return `region:${loss.region}`;
    case 'link':
      return `link:${loss.between.join('-')}`;
    case 'split':
      return `split:${loss.group.join('+')}`;
    case 'hub':
      return 'hub';
  }
}

/** A loss in one form: the clusters of a link and of a split in the order of the landscape. */
export function normalLoss(loss: Loss, landscape: Landscape): Loss {
  if (loss.kind === 'link') {
    const [one, other] = loss.between;
    const isInOrder = placeOf(landscape, one) <= placeOf(landscape, other);
    return isInOrder ? loss : { kind: 'link', between: [other, one] };
  }
  return loss.kind === 'split' ? { kind: 'split', group: inOrder(loss.group, landscape) } : loss;
}

/** How a person writes a loss: a zone by its name where that stands for one only, a link so that it is not taken for another. */
export function givenText(loss: Loss, landscape: Landscape): string {
  const text = lossText(loss);
  if (loss.kind === 'link') {
    const read = parseLoss(text, landscape);
    return 'meant' in read ? `link:${loss.between.join('+')}` : text;
  }
  if (loss.kind !== 'zone') return text;
  const name = zoneName(loss.zone);
  const read = parseLoss(`zone:${name}`, landscape);
  return `zone:${'zone' in read && read.zone === loss.zone ? name : zoneText(loss.zone, landscape)}`;
}

/** Why a text is no loss of a landscape. */
export type LossProblem =
  | { readonly problem: 'kind'; readonly kind: string }
  | { readonly problem: 'cluster' | 'zone' | 'region'; readonly name: string }
  /** `meant`: the links that the text stands for, where it is more than one; `link:one+other` says which. */
  | {
      readonly problem: 'link';
      readonly name: string;
      readonly meant?: readonly (readonly [string, string])[];
    }
  /** A zone's name that stands for several zones: this is how each is written. */
  | { readonly problem: 'ambiguous-zone'; readonly name: string; readonly zones: readonly string[] }
  /** All clusters, or none, on one side. */
  | { readonly problem: 'split'; readonly name: string }
  | { readonly problem: 'no-hub' };

/**
 * Reads what is lost: `fra`, `cluster:fra`, `node:fra`, `zone:fra-a` (or `zone:eu/fra-a` with its region, `zone:fra/fra-a` with a
 * cluster, where several have that name), `region:eu`,
 * `link:fra-ams` (or `link:fra+ams`), `split:fra+ams` (the others on the other side), `hub`. A cluster called hub is the cluster; `hub:` is its control plane.
 *
 * @param zones ids of zones that are no zones of a cluster, such as that of an arbitrator
 */
export function parseLoss(
  text: string,
  landscape: Landscape,
  zones: readonly string[] = [],
): Loss | LossProblem {
  const clusters = clustersByName(landscape);
  const [, kind, name = ''] = /^([^:]*):(.*)$/s.exec(text) ?? [];
  if (kind === undefined) {
    if (clusters.has(text)) return { kind: 'cluster', cluster: text };
    if (text === 'hub') return hubLoss(landscape);
    return { problem: 'cluster', name: text };
  }
  switch (kind) {
    case 'cluster':
      return clusters.has(name) ? { kind, cluster: name } : { problem: 'cluster', name };
    case 'node':
      return clusters.has(name) ? { kind, cluster: name } : { problem: 'cluster', name };
    case 'zone':
      return zoneLoss(name, landscape, zones);
    case 'region': {
      const known = landscape.clusters.some(({ region }) => region === name);
      return known ? { kind, region: name } : { problem: 'region', name };
    }
    case 'link':
      return linkLoss(name, landscape);
    case 'split':
      return splitLoss(name, landscape);
    case 'hub':
      return name === '' || name === landscape.hub ? hubLoss(landscape) : { problem: 'cluster', name };
    default:
      return { problem: 'kind', kind };
  }
}

function hubLoss({ hub }: Landscape): Loss | LossProblem {
  return hub === undefined ? { problem: 'no-hub' } : { kind: 'hub' };
}

function zoneLoss(name: string, landscape: Landscape, more: readonly string[]): Loss | LossProblem {
  const ids = new Set(more);
  let own: string | undefined;
  const found = new Set(more.filter((id) => zoneName(id) === name));
  for (const cluster of landscape.clusters) {
    for (const { id, name: zone } of cluster.zones) {
      ids.add(id);
      if (`${cluster.name}/${zone}` === name) own ??= id;
      if (zone === name) found.add(id);
    }
  }
  if (ids.has(name)) return { kind: 'zone', zone: name };
  if (own !== undefined) return { kind: 'zone', zone: own };
  if (ids.has(`/${name}`)) return { kind: 'zone', zone: `/${name}` };
  const [id, ...others] = found;
  if (id === undefined) return { problem: 'zone', name };
  return others.length === 0
    ? { kind: 'zone', zone: id }
    : { problem: 'ambiguous-zone', name, zones: [...found].map((each) => zoneText(each, landscape)) };
}

/** Names hold hyphens too, so every place where one could end is tried. */
function linkLoss(name: string, landscape: Landscape): Loss | LossProblem {
  const clusters = clustersByName(landscape);
  const mark = name.includes('+') ? '+' : '-';
  const meant: [string, string][] = [];
  for (let at = name.indexOf(mark); at !== -1; at = name.indexOf(mark, at + 1)) {
    const first = name.slice(0, at);
    const second = name.slice(at + 1);
    if (first !== second && clusters.has(first) && clusters.has(second)) meant.push([first, second]);
  }
  const [between, ...others] = meant;
  if (between === undefined) return { problem: 'link', name };
  return others.length === 0
    ? normalLoss({ kind: 'link', between }, landscape)
    : { problem: 'link', name, meant };
}

function splitLoss(name: string, landscape: Landscape): Loss | LossProblem {
  const clusters = clustersByName(landscape);
  const group = [...new Set(name.split('+'))];
  const unknown = group.find((each) => !clusters.has(each));
  if (unknown !== undefined) return { problem: 'cluster', name: unknown };
  return group.length < clusters.size
    ? normalLoss({ kind: 'split', group }, landscape)
    : { problem: 'split', name };
}
