import type { Loss } from './model.js';

/** Which clusters reach each other directly after a failure. Every pair does until something parts it. */
export interface Reach {
  /** Groups that are connected, some perhaps only through others. */
  readonly groups: readonly (readonly string[])[];
  /** Whether two clusters reach each other without others' help. */
  directly(one: string, other: string): boolean;
  /** Whether any two of a group reach each other directly or through one third of it. */
  inOneStep(group: readonly string[]): boolean;
}

/** What is left of the network between clusters; only these pass messages on. */
export function reachAfter(clusters: readonly string[], losses: readonly Loss[]): Reach {
  const cuts = losses.filter((loss) => loss.kind === 'link' || loss.kind === 'split');
  if (cuts.length === 0) return { groups: [clusters], directly: () => true, inOneStep: () => true };
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
  const inOneStep = (group: readonly string[]): boolean =>
    group.every((one, index) =>
      group
        .slice(index + 1)
        .every(
          (other) =>
            directly(one, other) || group.some((third) => directly(one, third) && directly(third, other)),
        ),
    );
  return { groups, directly, inOneStep };
}
