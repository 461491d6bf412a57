import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/index.js';
import { fixAll } from '../fix.js';
import type { Input } from '../topology/index.js';
import { standardInput } from './inputs.js';
import { CannotRun, type Io, systemReason } from './io.js';
import { replaceFiles } from './write-file.js';

/** A file that `--fix` changed. */
export interface FixedFile {
  readonly file: string;
  /** Findings that were mended. */
  readonly fixes: number;
}

/** The inputs as they stand after `--fix`. */
export interface FixedInputs {
  readonly inputs: readonly Input[];
  readonly fixed: readonly FixedFile[];
}

const byteOrderMark = '\ufeff';

/**
 * Applies the certain fixes to files: all of them are replaced, or none when one cannot be. A file that is not text is left as it is.
 *
 * @param examine the findings of a program
 * @throws CannotRun when an input is standard input, or a file cannot be written
 */
export function fixFiles(
  inputs: readonly Input[],
  examine: (inputs: readonly Input[]) => readonly Diagnostic[],
  io: Io,
): FixedInputs {
  if (inputs.some(({ name }) => name === standardInput))
    throw new CannotRun('--fix cannot change standard input', 'name the file');
  const texts = new Map<string, string>();
  const marks = new Set<string>();
  for (const { name, content } of inputs) {
    const text = textOf(content);
    if (text === undefined) continue;
    if (text.startsWith(byteOrderMark)) marks.add(name);
    texts.set(name, text.replace(byteOrderMark, ''));
  }
  const withTexts = (current: ReadonlyMap<string, string>): Input[] =>
    inputs.map(({ name, content }) => ({ name, content: current.get(name) ?? content }));
  const fixed = fixAll(texts, (current) => examine(withTexts(current)));
  const read = new Map(inputs.map(({ name, content }) => [name, content]));
  for (const { name, text } of fixed) texts.set(name, text);
  // From here on a signal waits until all files are replaced.
  if (io.signal.aborted) return { inputs, fixed: [] };
  replaceFiles(
    fixed.map(({ name, text }) => ({
      path: realPathOf(name, io),
      named: name,
      before: read.get(name) ?? '',
      after: marks.has(name) ? byteOrderMark + text : text,
    })),
  );
  return {
    inputs: fixed.length === 0 ? inputs : withTexts(texts),
    fixed: fixed.map(({ name, applied }) => ({ file: name, fixes: applied })),
  };
}

function textOf(content: Input['content']): string | undefined {
  if (typeof content === 'string') return content;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}

/** A file behind a symbolic link is changed where it lies; the link stays. */
function realPathOf(name: string, { directory }: Io): string {
  try {
    return realpathSync(resolve(directory, name));
  } catch (error) {
    throw new CannotRun(`cannot write ${name}: ${systemReason(error)}`);
  }
}
