import type { Entry, FieldPage, ListPage, OverviewPage } from '../../report/explain.js';
import { fields, resolve, type SchemaNode, topologySchema } from '../../topology/schema.js';
import { exampleAsYaml, inline } from './example.js';
import { formInWords, limitsInWords, summaryOf, typeInWords } from './words.js';

/** A field that was found: its path, `[]` for an item of a list, and every node on the way to it. */
interface Place {
  readonly path: readonly string[];
  readonly nodes: readonly SchemaNode[];
}

/** How far a path leads into the language. */
export interface Search {
  readonly place: Place | undefined;
  /** The part of the path that exists, without brackets, and the first name that does not. */
  readonly known: string;
  readonly unknown: string;
}

/** Every path of the language as people write it, without brackets: `clusters.name`. */
export function plainPaths(): string[] {
  return [...fields()].map(({ path }) => plain(path));
}

function plain(path: string): string {
  return path.replaceAll('[]', '');
}

/** The names in a path: `clusters[fra].name`, `clusters[].name` and `clusters.name` are two each; `[x]` is kept as such. */
function namesOf(text: string): string[] {
  return text.match(/\[[^\]]*\]|[^.[\]]+/g) ?? [];
}

/** The page of all there is. */
export function overviewPage(): OverviewPage {
  return {
    kind: 'overview',
    description: topologySchema.description ?? '',
    fields: entriesOf('', topologySchema),
  };
}

/**
 * The page of a field by its path, or by the end of its path (`subnet`, `storage.size`); a list of places when several
 * end like that. Undefined when none does.
 */
export function fieldPage(text: string): FieldPage | ListPage | undefined {
  const names = namesOf(text).filter((name) => !name.startsWith('['));
  const ending = names.join('.');
  if (ending === '') return undefined;
  const alike = [...fields()].filter(
    ({ path }) => plain(path) === ending || plain(path).endsWith(`.${ending}`),
  );
  const { place } = searchField(text);
  if (place) {
    const here = display(place.path);
    const elsewhere = names.length === 1 ? alike.filter(({ path }) => path !== plain(here)) : [];
    return pageOf(place, elsewhere.map(entryOf));
  }
  const [only, ...more] = alike;
  if (!only) return undefined;
  if (more.length > 0)
    return { kind: 'list', title: `${ending} stands in ${alike.length} places`, entries: alike.map(entryOf) };
  const found = searchField(only.path).place;
  return found && pageOf(found, []);
}

/** Follows a path from the top of the language. */
export function searchField(text: string): Search {
  const path: string[] = [];
  const nodes: SchemaNode[] = [topologySchema];
  const known: string[] = [];
  for (const name of namesOf(text)) {
    const steps = step(nodes.at(-1) ?? topologySchema, name);
    if (!steps) return { place: undefined, known: known.join('.'), unknown: name };
    for (const [segment, node] of steps) {
      path.push(segment);
      nodes.push(node);
    }
    if (!name.startsWith('[')) known.push(name);
  }
  return { place: { path, nodes }, known: known.join('.'), unknown: '' };
}

/** From a node to what it has under a name; into the items of a list also where the brackets are left out. */
function step(node: SchemaNode, name: string): [segment: string, node: SchemaNode][] | undefined {
  const { properties, items, additionalProperties } = resolve(node);
  if (name.startsWith('[')) {
    if (items) return [['[]', items]];
    const key = name.slice(1, -1);
    return key === '' ? undefined : step(node, key);
  }
  if (properties && Object.hasOwn(properties, name)) return [[name, properties[name] as SchemaNode]];
  if (items) {
    const inner = step(items, name);
    return inner && [['[]', items], ...inner];
  }
  return typeof additionalProperties === 'object' ? [[name, additionalProperties]] : undefined;
}

function pageOf({ path, nodes }: Place, elsewhere: readonly Entry[]): FieldPage {
  const node = nodes.at(-1) ?? topologySchema;
  const { description = '', default: standard, enum: allowed, pattern, examples } = resolve(node);
  const form = formInWords(node);
  const limits = limitsInWords(node);
  const example = exampleAsYaml(path, node);
  const needed = isRequired(path, nodes, path.length - 1);
  const where = needed ? optionalAncestor(path, nodes) : undefined;
  return {
    kind: 'field',
    path: display(path),
    description,
    type: typeInWords(node),
    ...(form === undefined ? {} : { form }),
    ...(limits === undefined ? {} : { limits }),
    required: needed,
    ...(where === undefined ? {} : { where }),
    ...(standard === undefined ? {} : { default: standard, defaultText: inline(standard) }),
    ...(allowed === undefined ? {} : { allowed }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(examples === undefined ? {} : { examples }),
    ...(example === undefined ? {} : { example }),
    fields: entriesOf(display(path), node),
    elsewhere,
  };
}

/** Whether the field at an index of a path must be given wherever what it stands in is given. */
function isRequired(path: readonly string[], nodes: readonly SchemaNode[], index: number): boolean {
  const parent = nodes[index];
  const name = path[index];
  return parent !== undefined && name !== undefined && resolve(parent).required?.includes(name) === true;
}

/** The innermost field around a path that may be left out; undefined when all must be given. */
function optionalAncestor(path: readonly string[], nodes: readonly SchemaNode[]): string | undefined {
  for (let index = path.length - 2; index >= 0; index--) {
    if (path[index] !== '[]' && !isRequired(path, nodes, index)) return display(path.slice(0, index + 1));
  }
  return undefined;
}

/** The fields directly in a mapping, or in each mapping of a list. */
function entriesOf(path: string, node: SchemaNode): Entry[] {
  const here = resolve(node);
  if (here.properties) {
    const prefix = path === '' ? '' : `${path}.`;
    return Object.entries(here.properties).map(([name, child]) => ({
      name,
      path: `${prefix}${name}`,
      required: here.required?.includes(name) === true,
      summary: summaryOf(child),
    }));
  }
  return here.items ? entriesOf(`${path}[]`, here.items) : [];
}

function entryOf({ path, node }: { readonly path: string; readonly node: SchemaNode }): Entry {
  return { name: path, summary: summaryOf(node) };
}

function display(path: readonly string[]): string {
  return path.join('.').replaceAll('.[]', '[]');
}
