import type { Cluster } from '../topology/index.js';

/** Most clusters that one fleet may have. */
export const mostInFleet = 5000;

/** Names of the clusters of a fleet; of a cluster that is none its own. */
export function clusterNames({ name, fleet }: Cluster): readonly string[] {
  if (fleet === undefined) return [name];
  return typeof fleet === 'string' ? countedNames(fleet) : fleet.flatMap(countedNames);
}

/** The names that `store-{001..050}` counts, downwards when the first number is the larger one; `site` alone names one. */
function countedNames(pattern: string): string[] {
  const [whole, before = '', first = '', last = '', after = ''] =
    /^(.*)\{(\d+)\.\.(\d+)\}(.*)$/.exec(pattern) ?? [];
  if (whole === undefined) return [pattern];
  const step = Number(first) <= Number(last) ? 1 : -1;
  const count = Math.min(Math.abs(Number(last) - Number(first)) + 1, mostInFleet + 1);
  const isPadded = /^0\d/.test(first) || /^0\d/.test(last);
  const width = isPadded ? Math.max(first.length, last.length) : 0;
  return Array.from({ length: count }, (_, index) => {
    return `${before}${String(Number(first) + step * index).padStart(width, '0')}${after}`;
  });
}
