import { distance } from 'fastest-levenshtein';

const plain = (word: string): string => word.toLowerCase().replace(/[^a-z0-9]/g, '');

/**
 * The candidate a misspelt word most likely means, or undefined when none is near: equal but for case and separators,
 * or a third of its letters wrong at the most. Of equally near ones the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    if (plain(candidate) === plain(word)) return candidate;
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const difference = edits(word.toLowerCase(), candidate.toLowerCase());
    if (difference < least) {
      least = difference;
      best = candidate;
    }
  }
  return best;
}

/** Edits between two words; two neighbouring letters that changed places count as one. */
function edits(a: string, b: string): number {
  const difference = distance(a, b);
  if (difference !== 2 || a.length !== b.length) return difference;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : difference;
}
