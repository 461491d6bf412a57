import type { Diagnostic, Edit } from './diagnostics/index.js';

/** The most rounds of fixing: each may uncover what an error before hid. */
const maximumRounds = 10;

/** A text before and after its certain fixes. */
export interface Fixed {
  readonly name: string;
  readonly text: string;
  /** Findings that were fixed. */
  readonly applied: number;
}

/**
 * Applies the certain fixes of findings to their texts, round by round until none is left. Fixing what comes out changes
 * nothing more. Comments and layout stay: only the text of an edit is replaced.
 *
 * @param texts the files by name, as findings point into them
 * @param examine the findings of the texts
 */
export function fixAll(
  texts: ReadonlyMap<string, string>,
  examine: (texts: ReadonlyMap<string, string>) => readonly Diagnostic[],
): readonly Fixed[] {
  const current = new Map(texts);
  const applied = new Map<string, number>();
  const seen = new Set([fingerprint(current)]);
  for (let round = 0; round < maximumRounds; round++) {
    const changed = fixOnce(current, examine(current), applied);
    // Two fixes that undo each other would go around for ever.
    if (!changed || seen.has(fingerprint(current))) break;
    seen.add(fingerprint(current));
  }
  return [...current]
    .filter(([name, text]) => text !== texts.get(name))
    .map(([name, text]) => ({ name, text, applied: applied.get(name) ?? 0 }));
}

function fingerprint(texts: ReadonlyMap<string, string>): string {
  return [...texts.values()].join('\0');
}

/** Applies every fix that does not touch another. Returns whether a text changed. */
function fixOnce(
  texts: Map<string, string>,
  diagnostics: readonly Diagnostic[],
  applied: Map<string, number>,
): boolean {
  const chosen = new Map<string, Edit[]>();
  for (const { edits } of diagnostics) {
    const [first] = edits;
    if (!first) continue;
    const { name } = first.span.file;
    const present = chosen.get(name) ?? [];
    const own = edits.every(({ span }) => span.file.name === name) && texts.has(name);
    if (!own || edits.some((edit) => touchesOne(present, edit))) continue;
    for (const edit of edits) present.splice(placeIn(present, edit), 0, edit);
    chosen.set(name, present);
    applied.set(name, (applied.get(name) ?? 0) + 1);
  }
  let changed = false;
  for (const [name, edits] of chosen) {
    const before = texts.get(name) ?? '';
    const after = applyEdits(before, edits);
    changed ||= after !== before;
    texts.set(name, after);
  }
  return changed;
}

/** Where an edit belongs among others that are sorted by place. */
function placeIn(sorted: readonly Edit[], { span }: Edit): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.span.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The others touch no one among themselves, so that only the nearest can. */
function touchesOne(sorted: readonly Edit[], edit: Edit): boolean {
  const place = placeIn(sorted, edit);
  return [sorted[place - 1], sorted[place]].some((other) => other !== undefined && touches(edit, other));
}

function touches(a: Edit, b: Edit): boolean {
  return a.span.start <= b.span.end && b.span.start <= a.span.end;
}

/** A text with pieces replaced; the edits do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const { span, text: replacement } of [...edits].sort((a, b) => a.span.start - b.span.start)) {
    result += text.slice(end, span.start) + replacement;
    end = span.end;
  }
  return result + text.slice(end);
}
