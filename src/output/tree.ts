import { type CompareResult, compareTreeWith } from './compare.js';
import { nodeEnvironment } from './environment.js';
import type { OutputTree } from './expected.js';
import { type RecoverResult, recoverWith } from './recover.js';
import { type WriteOptions, type WriteResult, writeTreeWith } from './write.js';

export type { CompareResult } from './compare.js';
export type { OutputFile, OutputTree } from './expected.js';
export type { Problem } from './problem.js';
export type { Change } from './reconcile.js';
export type { RecoverResult } from './recover.js';
export type { WriteOptions, WriteResult } from './write.js';

/**
 * Says what `writeTree` would do: every file of ours with its change, the index included, and what forbids it.
 *
 * It writes nothing, unless a killed run has left something to repair (see `recover`). A system error is a problem of
 * the result; it never throws one.
 */
export async function compareTree(directory: string, tree: OutputTree): Promise<CompareResult> {
  return compareTreeWith(nodeEnvironment, directory, tree);
}

/**
 * Makes a directory hold exactly this tree, its index, and what the user keeps there.
 *
 * The new tree is built beside the directory and swapped in by rename: a failure, an abort or a kill at any moment leaves
 * the old tree or the new one (after `recover`, which every run begins with). Only files of the index whose digest still
 * matches are replaced or removed; one that was edited by hand stops the run, all others are the user's and stay. When
 * every byte is there already nothing is touched; files that do not change keep their inode and times.
 *
 * Of two runs on one directory the second waits for the first, up to ten seconds. A system error is a problem of the
 * result; it never throws one.
 */
export async function writeTree(
  directory: string,
  tree: OutputTree,
  options?: WriteOptions,
): Promise<WriteResult> {
  return writeTreeWith(nodeEnvironment, directory, tree, options);
}

/**
 * Repairs what a killed run left beside a directory: moves the old tree back when the directory is missing, finishes
 * deleting an old tree that was replaced, removes unfinished trees. Waits for a run that is alive, up to ten seconds.
 */
export async function recover(directory: string): Promise<RecoverResult> {
  return recoverWith(nodeEnvironment, directory);
}
