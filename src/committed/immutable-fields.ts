import { parse } from 'yaml';
import { type Diagnostic, Findings, type Span } from '../diagnostics/index.js';
import type { OutputFile } from '../output/tree.js';
import type { DatabasePlan, Plan } from '../plan/index.js';
import { bytes, headSpan, valueSpan } from '../topology/index.js';
import { type ImmutableField, immutableFields, immutableKinds } from './immutable-tables.js';
import { immutableField, volumeClaims } from './kinds.js';

/**
 * Findings about fields that the committed output says otherwise and that nobody may change.
 *
 * @param readCommitted reads a file of the committed output by its path; undefined when it is not there
 */
export function changedFields(
  plans: readonly Plan[],
  files: readonly OutputFile[],
  readCommitted: (path: string) => string | undefined,
): readonly Diagnostic[] {
  const findings = new Findings();
  const databases = databasesBySource(plans);
  const told = new Set<string>();
  for (const { path, content, source } of files) {
    const name = path.split('/').at(2);
    if (name === undefined || !immutableKinds.has(name.slice(0, name.indexOf('.')))) continue;
    // Objects beside the database come from a place within its entry.
    const database = databases.get(/^.*?\/databases\[[^\]]*\]/.exec(source)?.[0] ?? '');
    const committed = database && readCommitted(path);
    if (!database || committed === undefined || committed === content) continue;
    compare(read(committed), read(content), database, path, (key) => {
      // The sites of a fleet change alike.
      if (told.has(`${source} ${key}`)) return undefined;
      told.add(`${source} ${key}`);
      return findings;
    });
  }
  return findings.list();
}

/** Databases by where their objects come from. Those of a fleet share a place, and an entry. */
function databasesBySource(plans: readonly Plan[]): ReadonlyMap<string, DatabasePlan> {
  const found = new Map<string, DatabasePlan>();
  for (const { name, databases } of plans) {
    for (const database of databases) found.set(`${name}/databases[${database.source.name}]`, database);
  }
  return found;
}

type Tell = (key: string) => Findings | undefined;

function compare(before: unknown, after: unknown, database: DatabasePlan, path: string, tell: Tell): void {
  const { apiVersion, kind } = mapping(after);
  // Another kind in this place is another object.
  if (mapping(before)['apiVersion'] !== apiVersion || mapping(before)['kind'] !== kind) return;
  const object = `${String(kind)} ${String(mapping(mapping(after)['metadata'])['name'])}`;
  for (const field of immutableFields(apiVersion, kind)) {
    const change = changeOf(before, after, field);
    if (!change) continue;
    const findings = tell(`${String(kind)} ${field.path}`);
    if (!findings) continue;
    const { from, to } = change;
    const open =
      field.when === 'shrinking'
        ? findings.report(immutableField, 'shrinks', { object: database.name, from, to })
        : findings.report(immutableField, 'changed', { object, field: field.path + change.within, from, to });
    open
      .at(placeOf(database, field.place))
      .fix(
        field.when === 'shrinking'
          ? `write ${from} again, or make a database of another name and move the data. If it was never applied, delete ${path} from the output`
          : `write it as before. If it was never applied, delete ${path} from the output`,
      );
  }
  if (kind === 'StatefulSet') compareClaims(before, after, database, path, tell);
}

interface Change {
  readonly from: string;
  readonly to: string;
  /** The first value within the field that differs. */
  readonly within: string;
}

/** A change that is refused. The webhook compares a field only where the object around it was there and stays. */
function changeOf(before: unknown, after: unknown, { path, when }: ImmutableField): Change | undefined {
  const parents = path.split('.').slice(0, -1);
  if (at(before, parents) === undefined || at(after, parents) === undefined) return undefined;
  const [old, young] = [at(before, path.split('.')), at(after, path.split('.'))];
  if (when === 'shrinking') return smaller(old, young) ? textsOf(old, young) : undefined;
  if (when === 'once-set' && old === undefined) return undefined;
  return canonical(old) === canonical(young) ? undefined : textsOf(old, young);
}

function compareClaims(
  before: unknown,
  after: unknown,
  database: DatabasePlan,
  path: string,
  tell: Tell,
): void {
  const object = database.name;
  const size = 'spec.volumeClaimTemplates.0.spec.resources.requests.storage'.split('.');
  const [old, young] = [at(before, size), at(after, size)];
  if (canonical(old) !== canonical(young)) {
    const shrinks = smaller(old, young);
    const findings = tell('claims size');
    const { from, to } = textsOf(old, young);
    const place = placeOf(database, 'storage.size');
    if (shrinks) {
      findings
        ?.report(immutableField, 'shrinks', { object, from, to })
        .at(place)
        .fix(
          `write ${from} again, or make a database of another name and move the data. If it was never applied, delete ${path} from the output`,
        );
    } else {
      findings
        ?.report(volumeClaims, 'grows', { object, from, to })
        .at(place)
        .fix('go through the steps for larger volumes in RUNBOOK.md before it is applied');
    }
  }
  const storageClass = 'spec.volumeClaimTemplates.0.spec.storageClassName'.split('.');
  const classes = [at(before, storageClass), at(after, storageClass)] as const;
  if (canonical(classes[0]) === canonical(classes[1])) return;
  const { from, to } = textsOf(...classes);
  tell('claims class')
    ?.report(volumeClaims, 'moves', { object, from, to })
    .at(placeOf(database, 'storage.storageClass'))
    .fix(
      'go through the steps for another disk in RUNBOOK.md, one replica after the other, before it is applied',
    );
}

/** Where a topology says a field: as deep as it is there. A class that only the cluster says is said there. */
function placeOf({ source, home }: DatabasePlan, path: string): Span {
  if (path === 'storage.storageClass' && source.storage.storageClass === undefined)
    return home.source.storageClass === undefined
      ? valueSpan(source, 'storage')
      : valueSpan(home.source, 'storageClass');
  let container: object = source;
  let span = headSpan(source);
  for (const key of path.split('.')) {
    const value = (container as Readonly<Record<string, unknown>>)[key];
    if (value === undefined) break;
    span = valueSpan(container as Record<string, unknown>, key);
    if (typeof value !== 'object' || value === null) break;
    container = value;
  }
  return span;
}

/** Parsed, or undefined for what a person left there that is no YAML. */
function read(text: string): unknown {
  try {
    return parse(text, { logLevel: 'silent', maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

function mapping(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function at(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found ?? undefined;
}

/** A text that is equal for equal values, whatever the order of their keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const size = /^\d+(?:\.\d+)?(?:[KMGTPE]i|[kMGTPE])?$/;

function smaller(before: unknown, after: unknown): boolean {
  const [old, young] = [String(before), String(after)];
  return size.test(old) && size.test(young) && bytes(young) < bytes(old);
}

/** The two values as a reader compares them: of two mappings the first of their values that differ. */
function textsOf(before: unknown, after: unknown, within = ''): Change {
  if (isMapping(before) && isMapping(after)) {
    for (const key of [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
      const [old, young] = [at(before, [key]), at(after, [key])];
      if (canonical(old) !== canonical(young)) return textsOf(old, young, `${within}.${key}`);
    }
  }
  return { from: textOf(before), to: textOf(after), within };
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === undefined) return 'not set';
  const text = typeof value === 'object' ? canonical(value).replaceAll('"', '') : String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
