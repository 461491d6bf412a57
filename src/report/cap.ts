import type { Severity } from '../diagnostics/index.js';

/** The most findings of one kind in one file that are shown one by one. */
const shown = 9;

/** What findings are told apart by. */
interface Kind {
  readonly id: string;
  readonly severity: Severity;
  readonly file: string | undefined;
}

/** Findings of one kind in one file beyond those that are shown. It stands where the first of them would. */
export interface Omission extends Kind {
  readonly omitted: number;
}

/** The findings with at most nine of a kind in each file, and in place of the others how many they are. */
export function capped<T>(findings: readonly T[], kindOf: (finding: T) => Kind): (T | Omission)[] {
  const keyOf = (finding: T): string => {
    const { id, file } = kindOf(finding);
    return `${id}\0${file ?? ''}`;
  };
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  const seen = new Map<string, number>();
  const kept: (T | Omission)[] = [];
  for (const finding of findings) {
    const key = keyOf(finding);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    if (nth <= shown) kept.push(finding);
    else if (nth === shown + 1) kept.push({ ...kindOf(finding), omitted: (counts.get(key) ?? nth) - shown });
  }
  return kept;
}

/** What is said in place of findings that are not shown. */
export function omissionText({ omitted, id }: Omission, command: string): string {
  const findings = omitted === 1 ? 'finding' : 'findings';
  const listing = command === 'synth' ? 'synth --check' : command;
  return `and ${omitted} more ${findings} of ${id}; all of them: dbspan ${listing} --format json`;
}
