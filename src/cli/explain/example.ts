import { Document, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { definitionName, resolve, type SchemaNode } from '../../topology/schema.js';

/** A value as YAML on one line: `{ readWrite: [ admin ] }`. */
export function inline(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const document = new Document(value);
  if (document.contents) (document.contents as YAMLMap).flow = true;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/**
 * The example of a field as YAML, inside the fields it stands in, so that it shows where it goes.
 *
 * @param path the field's own segments, `[]` for an item of a list
 */
export function exampleAsYaml(path: readonly string[], node: SchemaNode): string | undefined {
  const example = resolve(node).examples?.[0];
  if (example === undefined) return undefined;
  let content: unknown = nodeOf(example, node);
  for (const segment of path.toReversed()) {
    const outer: YAMLMap | YAMLSeq = segment === '[]' ? new YAMLSeq() : new YAMLMap();
    if (outer instanceof YAMLMap) outer.set(segment, content);
    else outer.add(content);
    content = outer;
  }
  const document = new Document();
  document.contents = content as YAMLMap;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
}

/** A value as nodes of YAML: lists of plain values on one line, versions between quotes. */
function nodeOf(value: unknown, schema: SchemaNode | undefined): unknown {
  const here = schema && resolve(schema);
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    for (const item of value) list.add(nodeOf(item, here?.items));
    list.flow = value.every((item) => typeof item !== 'object');
    return list;
  }
  if (typeof value === 'object' && value !== null) {
    const map = new YAMLMap();
    for (const [key, member] of Object.entries(value)) map.set(key, nodeOf(member, here?.properties?.[key]));
    return map;
  }
  const scalar = new Scalar(value);
  if (schema && definitionName(schema) === 'version') scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
