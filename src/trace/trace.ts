import type { Plan } from '../plan/index.js';
import type { Topology } from '../topology/index.js';
import { fieldKey, influencesOf, objectsOf } from './influence.js';
import { keyOf, type Leaf, type Pointer } from './leaves.js';
import { databasesAt, fileNameOf, type Located, leavesOfFile, locate, type TracedFile } from './located.js';
import { isPart, type Place, placeAt, resolvePath, valueAt } from './place.js';
import { placesOfSource } from './source.js';
import { type Entry, entryFor, type Field, type Table } from './table.js';

/** Where a field of the output comes from. */
export interface Trace {
  /** The most telling first; at least one. */
  readonly places: readonly Place[];
  /** What was done with them; undefined where the value is the one that stands there. */
  readonly formula: string | undefined;
}

/** A field with all that is known of it. */
export interface TracedField extends Trace {
  /** The pattern of the table that says how it comes about; undefined for one that no table knows. */
  readonly pattern: string | undefined;
  /** True when nothing in the topology changes it, as long as the file is there. */
  readonly fixed: boolean;
}

/**
 * Where a field comes from. The pointer may go on behind a text with options, by the name of an option. Of a file that is of none
 * of the plans all that can be said is the first of them.
 *
 * @throws Error without a plan
 */
export function traceField(plans: readonly Plan[], file: TracedFile, pointer: Pointer): TracedField {
  const located = locate(plans, file);
  if (!located) return wholeFile(plans, file);
  const leaves = leavesBelow(file, located, pointer);
  const [first, ...more] = leaves;
  if (!first) return wholeFile(plans, file);
  if (more.length === 0 && first.pointer.length === pointer.length)
    return traceLeaf(plans, file, located, first);
  const traced = leaves.map((leaf) => traceLeaf(plans, file, located, leaf));
  const telling = traced.filter(({ fixed }) => !fixed);
  const of = telling.length > 0 ? telling : traced;
  return {
    places: unique(of.flatMap(({ places }) => places)),
    formula: sharedFormula(of),
    pattern: traced.every(({ pattern }) => pattern !== undefined) ? traced[0]?.pattern : undefined,
    fixed: telling.length === 0,
  };
}

function sharedFormula(traced: readonly Trace[]): string | undefined {
  const formulas = new Set(traced.map(({ formula }) => formula));
  return formulas.size === 1 ? traced[0]?.formula : undefined;
}

/** The fields at a pointer and below it. */
function leavesBelow(file: TracedFile, located: Located, pointer: Pointer): Leaf[] {
  const key = keyOf(pointer);
  const below = `${key}/`;
  const all = leavesOfFile(located);
  if (located.kind === 'declared' && located.root === undefined)
    return [{ pointer, value: nameInPath(file.path) }];
  return all.filter((leaf) => {
    const own = keyOf(leaf.pointer);
    return pointer.length === 0 || own === key || own.startsWith(below);
  });
}

/** The name of an object, as that of its file has it. */
function nameInPath(path: string): string {
  return /([^./]+)\.yaml$/.exec(path)?.[1] ?? '';
}

/** What is known of a field that holds no other. */
export function traceLeaf(
  plans: readonly Plan[],
  file: TracedFile,
  located: Located,
  leaf: Leaf,
): TracedField {
  if (located.kind === 'kustomization') return traceKustomization(plans, file, located, leaf);
  const asked = ask(located, leaf);
  const { pattern, entry, named } = asked;
  const places = located.kind === 'database' ? decidedBy(located, leaf, named, entry) : saidFirst(named);
  const formula = formulaOf(asked);
  if (places.length > 0) return { places, formula, pattern, fixed: false };
  return { places: wholeFile(plans, file).places, formula: asFixed(formula), pattern, fixed: true };
}

/** The places that the table of a file names for a field, said or not. */
export function namedPlaces(located: Located, leaf: Leaf): readonly Place[] {
  return located.kind === 'kustomization' ? [] : ask(located, leaf).named;
}

/** The formula of a field, which needs no place. */
export function formulaOfLeaf(located: Located, leaf: Leaf): string | undefined {
  return located.kind === 'kustomization' ? undefined : formulaOf(ask(located, leaf));
}

interface Asked {
  readonly pattern: string | undefined;
  readonly entry: Entry<unknown>;
  readonly named: readonly Place[];
  readonly context: unknown;
  readonly field: Field;
}

/** What the table of a file says about a field. */
function ask(located: Exclude<Located, { kind: 'kustomization' }>, { pointer, value }: Leaf): Asked {
  const root = located.kind === 'database' ? located.object.object : located.root;
  const { pattern, entry = {}, wild = [] } = entryFor(located.table as Table<unknown>, root, pointer) ?? {};
  const field: Field = { pointer, value, wild, root };
  const context = located.kind === 'database' ? located : located.context;
  const named = (entry.of?.(context, field) ?? []).map((steps) => placeAt(located.plan.topology, steps));
  return { pattern, entry, named, context, field };
}

function asFixed(formula: string | undefined): string | undefined {
  return formula === undefined || formula.startsWith('fixed: ') ? formula : `fixed: ${formula}`;
}

/**
 * What decides the value of a database's field: those that the table names first, then all others that were found to. What is left to
 * its default is named where there is nothing else, or where it alone would say the value.
 */
function decidedBy(
  { plan, database, object }: Extract<Located, { kind: 'database' }>,
  leaf: Leaf,
  named: readonly Place[],
  { unsaid, fixed }: Entry<unknown>,
): readonly Place[] {
  const key = fieldKey(object, leaf);
  const found = influencesOf(plan, database).fields.get(object.key)?.get(key) ?? [];
  const [first] = named;
  if (found.length === 0) {
    const [said] = named.filter((place) => place.said);
    // What was varied, and changed nothing, has no part in it.
    if (said) return isPart(valueAtPath(plan.topology, said.path)) ? [said] : [];
    if (first) return [first];
    if (fixed) return [];
    const left = influencesOf(plan, database, 'unsaid').fields.get(object.key)?.get(key) ?? [];
    return left.slice(0, 1);
  }
  const rank = new Map(named.map(({ path }, index) => [path, index - named.length]));
  const weight = (place: Place): number => rank.get(place.path) ?? weightOf(place, leaf.value);
  const sorted = [...found].sort((a, b) => weight(a) - weight(b));
  const isLeftOut = first !== undefined && unsaid !== undefined && !named.some(({ said }) => said);
  return isLeftOut ? [first, ...sorted] : sorted;
}

function valueAtPath(topology: Topology, path: string): unknown {
  return valueAt(topology, resolvePath(topology, path).steps);
}

/** A place that says the value itself tells most, the release and the name of the program least. */
function weightOf({ span, path }: Place, value: unknown): number {
  if (span.file.text.slice(span.start, span.end).replace(/^["']|["']$/g, '') === String(value)) return 0;
  if (path.startsWith('databases'))
    return path.endsWith('sizing.mode') || path.endsWith('.replication') ? 2 : 1;
  return path.startsWith('clusters') ? 3 : path.startsWith('links') ? 4 : 5;
}

/** Of fields that could say a value those that do, or else the first. */
function saidFirst(named: readonly Place[]): readonly Place[] {
  const said = named.filter((place) => place.said);
  return said.length > 0 ? said : named.slice(0, 1);
}

function formulaOf({ entry, context, field, named }: Asked): string | undefined {
  const isLeftOut = entry.unsaid !== undefined && named.length > 0 && !named.some(({ said }) => said);
  return isLeftOut ? `default: ${entry.unsaid}` : entry.says?.(context, field);
}

/** A file of which no more can be said than what it is made of. */
function wholeFile(plans: readonly Plan[], { path, source }: TracedFile): TracedField {
  const found = placesOfSource(plans, source);
  const [first] = plans;
  if (!first) throw new Error('there is no plan in which a place could be');
  const places = found.length > 0 ? found : [placeAt(first.topology, ['metadata', 'name'])];
  const formula = path === 'RUNBOOK.md' ? 'the steps for the whole program, in their order' : undefined;
  return { places, formula, pattern: formula === undefined ? undefined : 'RUNBOOK.md', fixed: true };
}

/** A kustomization lists the files beside it, or the waves of a cluster. */
function traceKustomization(
  plans: readonly Plan[],
  file: TracedFile,
  { directory }: Extract<Located, { kind: 'kustomization' }>,
  { pointer, value }: Leaf,
): TracedField {
  const whole = wholeFile(plans, file).places;
  if (pointer[0] !== 'resources')
    return { places: whole, formula: 'fixed: keeps the order of what it lists', pattern: '**', fixed: true };
  if (value === '50-dns') {
    const told = ['kubesliceDNS', 'distribution', 'corefile'].map((field) => `${whole[0]?.path}.${field}`);
    const places = plans.flatMap(({ topology }) =>
      told.map((path) => placeAt(topology, resolvePath(topology, path).steps)),
    );
    return {
      places: unique(places).filter(({ path }) => told.includes(path)),
      formula: 'the address of kubeslice-dns is known, and an object tells this distribution’s DNS of it',
      pattern: 'resources[]',
      fixed: false,
    };
  }
  if (!directory.includes('/'))
    return {
      places: whole,
      formula: 'the waves in which this cluster has objects, in their order',
      pattern: 'resources[]',
      fixed: true,
    };
  const path = `${directory}/${String(value)}`;
  const source = sourceOfPath(plans, path);
  if (source === undefined)
    return { places: whole, formula: 'a file beside it', pattern: 'resources[]', fixed: true };
  const beside = { path, source };
  const places = ['name', 'namespace'].flatMap((part) => {
    const traced = traceField(plans, beside, ['metadata', part]);
    return traced.fixed ? [] : traced.places;
  });
  const listed = unique([...places, ...presenceOf(plans, beside)]);
  return {
    places: listed.length > 0 ? listed : wholeFile(plans, beside).places,
    formula: 'the file beside it: kind, namespace and name of its object',
    pattern: 'resources[]',
    fixed: listed.length === 0,
  };
}

/** What decides whether an object is there at all. */
function presenceOf(plans: readonly Plan[], file: TracedFile): readonly Place[] {
  const located = locate(plans, file);
  if (located?.kind !== 'database') return [];
  return influencesOf(located.plan, located.database).objects.get(located.object.key) ?? [];
}

/** What the ownership index would have as the source of a file, found by its path. */
function sourceOfPath(plans: readonly Plan[], path: string): string | undefined {
  const [cluster = '', folder = '', name = ''] = path.split('/');
  for (const plan of plans) {
    if (folder === '60-placement' || folder === '70-database') {
      for (const database of databasesAt(plan, cluster)) {
        if (!name.includes(database.source.name) && !name.includes(database.namespace)) continue;
        const object = objectsOf(plan, database).find(
          (each) => each.wave === folder && fileNameOf(each) === name,
        );
        if (object) return `${plan.name}/${object.pointer}`;
      }
      continue;
    }
    const pointer =
      folder === '20-kubeslice-project' || folder === '40-slice' ? 'slice' : `clusters[${cluster}]`;
    if (pointer === 'slice' ? plan.slice : plan.clusters.some((each) => each.name === cluster))
      return `${plan.name}/${pointer}`;
  }
  return undefined;
}

function unique(places: readonly Place[]): Place[] {
  const byPath = new Map<string, Place>();
  for (const place of places) {
    const key = `${place.span.file.name} ${place.path}`;
    if (!byPath.has(key)) byPath.set(key, place);
  }
  return [...byPath.values()];
}
