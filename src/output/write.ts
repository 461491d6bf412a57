import { dirname } from 'node:path';
import type { Environment } from './environment.js';
import { type Expected, expectedFrom, type OutputTree } from './expected.js';
import { type FileSystem, isSystemError, lookAt } from './file-system.js';
import { fingerprint, identity } from './fingerprint.js';
import { Lock } from './lock.js';
import { Pacer } from './pacer.js';
import { interrupted, type Problem, problemsOf, Stop } from './problem.js';
import { type Plan, reconcile } from './reconcile.js';
import { recoverLocked } from './recover.js';
import { attempt, removeTree } from './remove.js';
import { retire } from './retire.js';
import { listSiblings, siblingPath } from './siblings.js';
import { buildTree, type Progress } from './staging.js';
import { swap } from './swap.js';
import { locate, type Target } from './target.js';

/** How a tree is written. */
export interface WriteOptions {
  /** Called every 200 files, and once at the end; not at all when there is nothing to do. */
  readonly onProgress?: Progress | undefined;
  /** Ends the run within 200 files, with the old tree untouched; without effect once the trees are swapped. */
  readonly signal?: AbortSignal | undefined;
}

interface Written {
  readonly ok: true;
  /** Files with new bytes; like all four, the index is not counted. */
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Files and links of the user. */
  readonly kept: number;
  /** What the user should know although the tree is written. */
  readonly warnings: readonly Problem[];
}

export type WriteResult = Written | { readonly ok: false; readonly problems: readonly Problem[] };

/** Writes a tree as a whole or not at all. What goes wrong is a problem, never thrown. */
export async function writeTreeWith(
  environment: Environment,
  directory: string,
  tree: OutputTree,
  options: WriteOptions = {},
): Promise<WriteResult> {
  try {
    const expected = expectedFrom(tree);
    const target = locate(environment.fs, directory);
    return await write(environment, target, expected, options);
  } catch (error) {
    return { ok: false, problems: problemsOf(error, directory) };
  }
}

async function write(
  environment: Environment,
  target: Target,
  expected: Expected,
  options: WriteOptions,
): Promise<WriteResult> {
  const { fs, lockWait } = environment;
  const glance = await glanceAt(fs, target, expected, options.signal);
  if (glance?.plan.current === true) return { ok: true, ...glance.plan.counts, warnings: [] };

  const madeParent = fs.mkdirSync(target.parent, { recursive: true });
  let written = false;
  try {
    const lock = await Lock.take(fs, target, { wait: lockWait, signal: options.signal });
    try {
      const result = await writeLocked(fs, lock, target, expected, glance, options);
      written = true;
      return result;
    } finally {
      lock.release();
    }
  } finally {
    if (!written && madeParent !== undefined)
      await attempt(() => removeParents(fs, target.parent, madeParent));
  }
}

interface Glance {
  readonly plan: Plan;
  readonly fingerprint: string;
}

/** A plan made without the lock, so that a run that has nothing to do touches nothing at all. */
async function glanceAt(
  fs: FileSystem,
  target: Target,
  expected: Expected,
  signal: AbortSignal | undefined,
): Promise<Glance | undefined> {
  const { locked, siblings } = listSiblings(fs, target);
  if (locked || siblings.length > 0) return undefined;
  const before = fingerprint(fs, target);
  try {
    const plan = await reconcile(fs, target, expected, new Pacer({ signal }));
    return fingerprint(fs, target) === before ? { plan, fingerprint: before } : undefined;
  } catch (error) {
    if (error instanceof Stop || isSystemError(error)) return undefined;
    throw error;
  }
}

async function writeLocked(
  fs: FileSystem,
  lock: Lock,
  target: Target,
  expected: Expected,
  glance: Glance | undefined,
  options: WriteOptions,
): Promise<Written> {
  const unstoppable = new Pacer({ onRest: () => lock.touch() });
  if (options.signal?.aborted === true) throw interrupted();
  const { warnings } = await recoverLocked(fs, target, unstoppable);
  try {
    const result = await replace(fs, lock, target, expected, glance, unstoppable, options);
    return { ...result, warnings: [...warnings, ...result.warnings] };
  } catch (error) {
    throw warnings.length === 0 ? error : new Stop(...problemsOf(error, target.named), ...warnings);
  }
}

async function replace(
  fs: FileSystem,
  lock: Lock,
  target: Target,
  expected: Expected,
  glance: Glance | undefined,
  unstoppable: Pacer,
  { signal, onProgress }: WriteOptions,
): Promise<Written> {
  const pacer = new Pacer({ signal, onRest: () => lock.touch() });
  const compared = identity(fs, target);
  const isStill = glance !== undefined && fingerprint(fs, target) === glance.fingerprint;
  const plan = isStill ? glance.plan : await reconcile(fs, target, expected, pacer);
  if (plan.problems.length > 0) throw new Stop(...plan.problems);
  if (plan.current) return { ok: true, ...plan.counts, warnings: [] };

  const staging = siblingPath(target, 'new');
  let old: string | undefined;
  try {
    await buildTree(fs, target, staging, plan, pacer, onProgress);
    pacer.stopIfAborted();
    if (!lock.isHeld() || identity(fs, target) !== compared) throw replacedMeanwhile(target);
    if (compared === 'nothing') fs.renameSync(staging, target.path);
    else old = await swap(fs, target, staging);
  } catch (error) {
    await attempt(() => removeTree(fs, staging, unstoppable));
    throw error;
  }
  const warnings = old === undefined ? [] : await retireOld(fs, target, old, plan, unstoppable);
  return { ok: true, ...plan.counts, warnings };
}

/** The new tree is in place whatever happens here, so a failure is a warning. */
async function retireOld(
  fs: FileSystem,
  target: Target,
  old: string,
  plan: Plan,
  pacer: Pacer,
): Promise<Problem[]> {
  const gone = siblingPath(target, 'gone');
  try {
    fs.renameSync(old, gone);
    return await retire(fs, target, gone, pacer, { known: plan.oldDirectories });
  } catch (error) {
    if (error instanceof Stop) return [...error.problems];
    if (!isSystemError(error)) throw error;
    const path = lookAt(fs, gone) === undefined ? old : gone;
    return [
      {
        kind: 'system',
        path,
        message: `the new tree is in place, but the old one could not be deleted: ${error.message}`,
        remedy: 'see to the cause: the next run deletes it',
      },
    ];
  }
}

function replacedMeanwhile(target: Target): Stop {
  return new Stop({
    kind: 'system',
    path: target.named,
    message: `${target.named}, or its lock, was replaced by another program while dbspan was writing it`,
    remedy: 'run again',
  });
}

/** From the innermost up to the first that was made. */
function removeParents(fs: FileSystem, parent: string, first: string): void {
  for (let path = parent; path.length >= first.length; path = dirname(path)) fs.rmdirSync(path);
}
