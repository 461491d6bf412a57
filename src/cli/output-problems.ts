import { resolve } from 'node:path';
import type { Severity } from '../diagnostics/index.js';
import { INDEX_PATH } from '../output/ownership.js';
import type { Change, Problem as OutputProblem } from '../output/tree.js';
import type { Problem } from '../report/report.js';
import type { Io } from './io.js';

/** A problem of the output folder as a report has it: `output/hand-edited`, at the file as seen from where the program stands. */
export function problemOfOutput(
  { kind, path, message, remedy }: OutputProblem,
  severity: Severity,
  directory: string,
  io: Io,
): Problem {
  const problem = { id: `output/${kind}`, severity, message, fix: remedy };
  // The path of a refusal of the system is anywhere.
  if (kind === 'system') return problem;
  const isFolder = path === '' || path === directory || path === resolve(io.directory, directory);
  return { ...problem, path: isFolder ? directory : below(directory, path) };
}

/** Files that are named one by one. */
const listed = 9;

/** What `synth --check` says of an output that is not as it would be written; a hand-edited file has a problem of its own. */
export function problemOfChanges(changes: readonly Change[], directory: string): Problem[] {
  const changed = changes.filter(({ kind }) => kind !== 'hand-edited' && kind !== 'unchanged');
  const isIndex = ({ path }: Change): boolean => path === INDEX_PATH;
  // The index differs whenever another file does, and tells a reader nothing.
  const stale = [...changed.filter((change) => !isIndex(change)), ...changed.filter(isIndex)];
  const [first] = stale;
  if (!first) return [];
  const names = stale.slice(0, listed).map(({ path }) => path);
  if (stale.length > listed) names.push(`and ${stale.length - listed} more`);
  const files = stale.length === 1 ? '1 file' : `${stale.length} files`;
  return [
    {
      id: 'output/stale',
      severity: 'error',
      message: `${directory} is not what synth would write: ${files} (${names.join(', ')})`,
      fix: `run dbspan synth and commit ${directory}`,
      path: below(directory, first.path),
    },
  ];
}

function below(directory: string, path: string): string {
  return `${directory.replace(/[\\/]+$/, '')}/${path}`;
}
