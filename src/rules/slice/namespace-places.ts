import type { SliceChange } from '../../changes/index.js';

/** The namespaces that a slice which stays gives up (`before`) or takes (`after`), each with the clusters on which it does. */
export function namespacesOnly(
  { before, after, goes, comes }: SliceChange,
  side: 'before' | 'after',
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  if (goes || comes || !before || !after) return found;
  const [here, there] = side === 'before' ? [before, after] : [after, before];
  const members = new Set(there.members);
  for (const [namespace, clusters] of here.namespaces) {
    const others = there.namespaces.get(namespace);
    // On a member that leaves or joins, that is what happens.
    const only = [...clusters].filter((cluster) => members.has(cluster) && !others?.has(cluster));
    if (only.length > 0) found.set(namespace, only);
  }
  return found;
}
