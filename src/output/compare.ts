import type { Environment } from './environment.js';
import { type Expected, expectedFrom, type OutputTree } from './expected.js';
import { isSystemError } from './file-system.js';
import { fingerprint } from './fingerprint.js';
import { Pacer } from './pacer.js';
import { type Problem, problemsOf, Stop } from './problem.js';
import { type Change, reconcile } from './reconcile.js';
import { recoverTarget } from './recover.js';
import { locate, type Target } from './target.js';

/** How a directory differs from what would be written. */
export interface CompareResult {
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
}

/** A reader takes no lock: when a run has swapped the directory under it, it reads again. */
const ATTEMPTS = 5;

/** Compares a directory with a tree, and writes nothing. What goes wrong is a problem, never thrown. */
export async function compareTreeWith(
  environment: Environment,
  directory: string,
  tree: OutputTree,
): Promise<CompareResult> {
  try {
    const expected = expectedFrom(tree);
    return await compare(environment, locate(environment.fs, directory), expected);
  } catch (error) {
    return { changes: [], problems: problemsOf(error, directory) };
  }
}

async function compare(environment: Environment, target: Target, expected: Expected): Promise<CompareResult> {
  const { fs } = environment;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { warnings } = await recoverTarget(environment, target);
    const before = fingerprint(fs, target);
    try {
      const { changes, problems } = await reconcile(fs, target, expected, new Pacer());
      if (fingerprint(fs, target) === before) return { changes, problems: [...warnings, ...problems] };
    } catch (error) {
      if (!(error instanceof Stop) && !isSystemError(error)) throw error;
      if (fingerprint(fs, target) === before) throw error;
    }
  }
  throw new Stop({
    kind: 'system',
    path: target.named,
    message: `${target.named} keeps changing while it is compared`,
    remedy: 'stop what writes it, then run again',
  });
}
