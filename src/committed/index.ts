import { type Diagnostic, sortDiagnostics } from '../diagnostics/index.js';
import type { OutputFile } from '../output/tree.js';
import type { Plan } from '../plan/index.js';
import { movedOrdinals } from './moved-ordinals.js';

export { committedOrdinals } from './moved-ordinals.js';

/**
 * What the committed output forbids of a change.
 *
 * @param readCommitted reads a file of the committed output by its path; undefined when it is not there
 */
export function forbiddenChanges(
  plans: readonly Plan[],
  files: readonly OutputFile[],
  readCommitted: (path: string) => string | undefined,
): readonly Diagnostic[] {
  return sortDiagnostics(movedOrdinals(plans, files, readCommitted));
}
