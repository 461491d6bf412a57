import { createHash } from 'node:crypto';
import { type Diagnostic, lineText, positionAt } from '../diagnostics/index.js';

/**
 * A name for each thing of a report by which the next report knows it again: equal as long as the thing says the same,
 * wherever it has moved to, and never given twice.
 */
export class Fingerprints {
  readonly #given = new Map<string, number>();

  /** Of a finding: its kind, its file, what it says and the text of its line, not the line's number. */
  of({ id, message, primary }: Diagnostic): string {
    const { file, start } = primary.span;
    return this.ofParts(id, file.name, message, lineText(file, positionAt(file, start).line).trim());
  }

  /** Of anything that these texts tell apart. */
  ofParts(...parts: readonly string[]): string {
    const digest = createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
    const nth = (this.#given.get(digest) ?? 0) + 1;
    this.#given.set(digest, nth);
    return `${digest}:${nth}`;
  }
}
