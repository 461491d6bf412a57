import type { Loss } from './model.js';

/** Which clusters reach each other directly after a failure. Every pair does until something parts it. */
export interface Reach {
  /** Groups that are connected, some perhaps only through others. */
  readonly groups: readonly (readonly string[])[];
  /** Whether two clusters reach each other without others' help. */
  directly(one: string, other: string): boolean;
}

/** What is left of the network between clusters. */
export function reachAfter(clusters: readonly string[], losses: readonly Loss[]): Reach {
  const cuts = losses.filter((loss) => loss.kind === 'link' || loss.kind === 'split');
  if (cuts.length === 0) return { groups: [clusters], directly: () => true };
  const sides = cuts.map((cut) => (cut.kind === 'split' ? new Set(cut.group) : undefined));
  const directly = (one: string, other: string): boolean => {
    if (one === other) return true;
    return cuts.every((cut, index) => {
      if (cut.kind === 'split') return sides[index]?.has(one) === sides[index]?.has(other);
      const [first, second] = cut.between;
      return !((first === one && second === other) || (first === other && second === one));
    });
  };
  const groups: string[][] = [];
  const open = new Set(clusters);
  for (const start of clusters) {
    if (!open.delete(start)) continue;
    const group = [start];
    for (const each of group) {
      for (const other of open) {
        if (!directly(each, other)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return { groups, directly };
}
