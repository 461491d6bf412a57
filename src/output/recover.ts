import type { Environment } from './environment.js';
import { type FileSystem, lookAt } from './file-system.js';
import { isProcessAlive, Lock } from './lock.js';
import { Pacer } from './pacer.js';
import { type Problem, problemsOf, Stop } from './problem.js';
import { removeTree } from './remove.js';
import { retire } from './retire.js';
import { listSiblings, type Sibling, siblingPath } from './siblings.js';
import { locate, type Target } from './target.js';

/** What was found beside an output directory, and done about it. */
export interface Recovery {
  /** Whether the directory was missing, and the old tree was moved back. */
  readonly restored: boolean;
  /** How many leftovers of killed runs were removed. */
  readonly removed: number;
  /** Files of the user that are now elsewhere. */
  readonly warnings: readonly Problem[];
}

export type RecoverResult =
  | ({ readonly ok: true } & Recovery)
  | { readonly ok: false; readonly problems: Problem[] };

/** Puts right what a run that was killed left beside a directory. What goes wrong is a problem, never thrown. */
export async function recoverWith(environment: Environment, directory: string): Promise<RecoverResult> {
  try {
    return { ok: true, ...(await recoverTarget(environment, locate(environment.fs, directory))) };
  } catch (error) {
    return { ok: false, problems: problemsOf(error, directory) };
  }
}

/** Writes nothing, not even a lock, when there is nothing beside the directory. */
export async function recoverTarget({ fs, lockWait }: Environment, target: Target): Promise<Recovery> {
  const { locked, siblings } = listSiblings(fs, target);
  if (!locked && siblings.length === 0) return { restored: false, removed: 0, warnings: [] };
  const lock = await Lock.take(fs, target, { wait: lockWait });
  try {
    return await recoverLocked(fs, target, new Pacer({ onRest: () => lock.touch() }));
  } finally {
    lock.release();
  }
}

/** For who holds the lock: then every sibling is that of a dead run, unless a user has deleted a living one's lock. */
export async function recoverLocked(fs: FileSystem, target: Target, pacer: Pacer): Promise<Recovery> {
  const { siblings } = listSiblings(fs, target);
  const restored = restore(fs, target, siblings);
  const warnings: Problem[] = [];
  let removed = 0;
  for (const sibling of siblings) {
    if (sibling.kind === 'old') {
      if (restored) continue;
      const gone = siblingPath(target, 'gone');
      fs.renameSync(sibling.path, gone);
      warnings.push(...(await retire(fs, target, gone, pacer)));
    } else if (sibling.kind === 'gone') {
      warnings.push(...(await retire(fs, target, sibling.path, pacer)));
    } else if (sibling.pid !== process.pid && isProcessAlive(fs, sibling.pid)) {
      continue;
    } else if (sibling.kind === 'new') {
      await removeTree(fs, sibling.path, pacer);
    } else {
      fs.unlinkSync(sibling.path);
    }
    removed += 1;
  }
  return { restored, removed, warnings };
}

/** A run killed between its two renames: the old tree goes back. */
function restore(fs: FileSystem, target: Target, siblings: readonly Sibling[]): boolean {
  const [old, another] = siblings.filter((sibling) => sibling.kind === 'old');
  if (old === undefined || !isVacant(fs, target)) return false;
  if (another !== undefined) {
    throw new Stop({
      kind: 'system',
      path: target.named,
      message: `${target.named} is missing, and there are two old trees of it: ${old.path} and ${another.path}`,
      remedy: `rename the right one to ${target.path} and delete the other`,
    });
  }
  fs.renameSync(old.path, target.path);
  return true;
}

/** Missing, or made again empty since. */
function isVacant(fs: FileSystem, target: Target): boolean {
  return lookAt(fs, target.path) === undefined || fs.readdirSync(target.path).length === 0;
}
