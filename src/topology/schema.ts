import schemaFile from '../../spec/topology.schema.json' with { type: 'json' };

/** The parts of JSON Schema draft 07 that spec/topology.schema.json uses. */
export interface SchemaNode {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaNode[];
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly dependencies?: Readonly<Record<string, readonly string[]>>;
  readonly additionalProperties?: boolean | SchemaNode;
  readonly propertyNames?: SchemaNode;
  readonly definitions?: Readonly<Record<string, SchemaNode>>;
}

/** spec/topology.schema.json. */
export const topologySchema: SchemaNode = schemaFile;

/** A schema with what it refers to merged in; what is said in place wins over what is referred to. */
export function resolve(node: SchemaNode): SchemaNode {
  if (node.$ref) return resolve(definition(node.$ref));
  if (!node.allOf) return node;
  const { allOf, ...own } = node;
  return Object.assign({}, ...allOf.map(resolve), own);
}

/** Name of the definition a schema refers to, such as `size`; undefined when it stands for itself. */
export function definitionName(node: SchemaNode): string | undefined {
  const reference = node.$ref ?? node.allOf?.[0]?.$ref;
  return reference?.replace('#/definitions/', '');
}

function definition(reference: string): SchemaNode {
  const found = topologySchema.definitions?.[reference.replace('#/definitions/', '')];
  if (!found) throw new Error(`the schema has no ${reference}`);
  return found;
}

/** The schema at a path of keys and list indices of a value, unresolved; undefined where the language has nothing. */
export function schemaAt(path: readonly (string | number)[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = topologySchema;
  for (const part of path) {
    const here: SchemaNode = resolve(node);
    if (typeof part === 'number') node = here.items;
    else node = own(here.properties, part) ?? mapEntry(here);
    if (!node) return undefined;
  }
  return node;
}

function own(properties: SchemaNode['properties'], name: string): SchemaNode | undefined {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function mapEntry(node: SchemaNode): SchemaNode | undefined {
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined;
}

/** Every field of the language with its path, list items written `[]`: `clusters[].name`. In the order of the schema. */
export function* fields(): Generator<{ readonly path: string; readonly node: SchemaNode }> {
  yield* fieldsOf('', topologySchema);
}

function* fieldsOf(prefix: string, node: SchemaNode): Generator<{ path: string; node: SchemaNode }> {
  const here = resolve(node);
  for (const [name, child] of Object.entries(here.properties ?? {})) {
    const path = prefix ? `${prefix}.${name}` : name;
    yield { path, node: child };
    yield* fieldsOf(path, child);
    const items = resolve(child).items;
    if (items) yield* fieldsOf(`${path}[]`, items);
  }
}
