import { parse } from 'yaml';
import type { Value } from '../yaml/read.js';
import { fieldChanges } from './fields.js';
import { match, type Pair } from './match.js';
import type { Change, ObjectChange, Output, OutputObject, OutputText, TextChange } from './model.js';
import { folders, isObjectFile, mostRead, objectsIn } from './objects.js';
import { placed } from './placed.js';

/**
 * Compares two outputs. Only files whose text differs are read. Objects are matched by what an API server knows them by, the items of lists
 * by their keys, amounts by size: neither order nor spelling shows as a change of a field.
 */
export function compareOutputs(before: Output, after: Output): Change {
  const files = differing(before, after);
  const [old, young]: [OutputObject[], OutputObject[]] = [[], []];
  const texts: TextChange[] = [];
  for (const { before: from, after: to } of files) {
    const path = (to ?? from)?.path ?? '';
    if (!isObjectFile(path)) {
      texts.push(textChange(path, from, to));
      continue;
    }
    const [gone, come] = [from ? objectsIn(from) : [], to ? objectsIn(to) : []];
    // What is broken, or holds no object, is a text that a person left there.
    if ((from && gone.length === 0) || (to && come.length === 0)) texts.push(textChange(path, from, to));
    old.push(...gone);
    young.push(...come);
  }
  const known = placed(old, young);
  const { pairs, added, removed } = match(known, young);
  const objects: ObjectChange[] = [
    ...added.map((object) => ({ kind: 'added' as const, after: object, fields: [] as const })),
    ...removed.map((object) => ({ kind: 'removed' as const, before: object, fields: [] as const })),
    ...pairs.flatMap(changeOf),
  ];
  const [clustersBefore, clustersAfter] = [clustersOf(before), clustersOf(after)];
  for (const { cluster, file } of known)
    if (folders(file.path).cluster !== cluster) clustersBefore.add(cluster);
  return {
    before,
    after,
    objects: objects.sort(inOrder),
    texts,
    clusters: {
      added: [...clustersAfter].filter((name) => !clustersBefore.has(name)).sort(),
      removed: [...clustersBefore].filter((name) => !clustersAfter.has(name)).sort(),
    },
  };
}

interface Sides {
  readonly before: OutputText | undefined;
  readonly after: OutputText | undefined;
}

function differing(before: Output, after: Output): Sides[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
  return paths.flatMap((path) => {
    const sides = { before: before.get(path), after: after.get(path) };
    return sides.before?.content === sides.after?.content ? [] : [sides];
  });
}

function changeOf({ kind, before, after }: Pair): ObjectChange[] {
  const fields = fieldChanges(before.manifest.root.value, after.manifest.root.value);
  if (kind !== 'same') return [{ kind, before, after, fields }];
  if (before.file.path !== after.file.path && before.wave !== after.wave)
    return [{ kind: 'rearranged', before, after, fields }];
  // Two objects in one file, of which one changed.
  if (fields.length === 0 && objectsIn(after.file).length > 1) return [];
  return [{ kind: 'changed', before, after, fields }];
}

function textChange(path: string, before: OutputText | undefined, after: OutputText | undefined): TextChange {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  if (kind !== 'changed' || !/\.ya?ml$/.test(path)) return { path, kind, before, after, fields: [] };
  const [old, young] = [read(before), read(after)];
  const fields = old === undefined || young === undefined ? [] : fieldChanges(old, young);
  return { path, kind, before, after, fields };
}

/** Parsed, or nothing for what a person left there that is no YAML. */
function read(file: OutputText | undefined): Value | undefined {
  if (file === undefined || file.content.length > mostRead) return undefined;
  try {
    return parse(file.content, { logLevel: 'silent', maxAliasCount: 0 }) as Value;
  } catch {
    return undefined;
  }
}

function clustersOf(output: Output): Set<string> {
  const found = new Set<string>();
  for (const path of output.keys()) {
    const { cluster } = folders(path);
    if (cluster !== '') found.add(cluster);
  }
  return found;
}

function inOrder(left: ObjectChange, right: ObjectChange): number {
  const [a, b] = [left.after ?? left.before, right.after ?? right.before];
  if (!a || !b) return 0;
  return (
    byCodeUnit(a.cluster, b.cluster) ||
    byCodeUnit(a.wave, b.wave) ||
    byCodeUnit(a.manifest.kind, b.manifest.kind) ||
    byCodeUnit(a.manifest.namespace ?? '', b.manifest.namespace ?? '') ||
    byCodeUnit(a.manifest.name, b.manifest.name)
  );
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
