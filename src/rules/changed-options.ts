import type { FieldChange, ObjectChange } from '../changes/index.js';

/**
 * What of an object differs below some of its fields, as people read it: the names of options in a server's file, and of other fields
 * their own, each once.
 *
 * @param depth how many names are dropped from the front of a field's
 */
export function changedNames(
  { fields }: ObjectChange,
  isMeant: (path: readonly string[]) => boolean,
  depth = 1,
): string[] {
  const names = new Set<string>();
  for (const { path } of fields) {
    const words = path.map(wordOf);
    if (!isMeant(words)) continue;
    names.add(optionOf(path) ?? words.slice(depth, depth + 2).join('.'));
  }
  return [...names];
}

/** A step of a path as a word. */
export function wordOf(step: FieldChange['path'][number]): string {
  return typeof step === 'object' ? step.value : String(step);
}

/** The option, when a path leads into a file of options. */
function optionOf(path: FieldChange['path']): string | undefined {
  const last = path.at(-1);
  return typeof last === 'string' ? /^\[[\w.-]+\] (\S+)$/.exec(last)?.[1] : undefined;
}
