import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { suggestQuantity } from './quantities.js';
import { definitionName, fields, resolve, type SchemaNode } from './schema.js';

// How findings about the schema name values, types and places.

/** A path for people: items of lists by their name where they have one, `databases[orders].storage`. */
export function displayPath(root: Value, path: readonly (string | number)[]): string {
  let shown = '';
  let value: Value | undefined = root;
  for (const part of path) {
    if (Array.isArray(value)) {
      value = value[part as number];
      const name = isMapping(value) ? (value['name'] ?? value['cluster']) : undefined;
      shown += `[${typeof name === 'string' && name !== '' ? name : part}]`;
    } else {
      value = isMapping(value) ? value[part] : undefined;
      shown += shown === '' ? part : `.${part}`;
    }
  }
  return shown;
}

/** A text short enough for a message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** A value as a message names it: `the number 5`, `a list`. */
export function describe(value: Value): string {
  if (value === null) return 'empty';
  if (typeof value === 'string') return `the text ${JSON.stringify(shorten(value))}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

const definitionNames: Readonly<Record<string, string>> = {
  size: 'a size such as 20Gi',
  bandwidth: 'a bandwidth such as 200Mbps',
  duration: 'a duration such as 30m',
  version: 'a version as text',
};

/** What a field takes, as a message names it. */
export function expectation(node: SchemaNode): string {
  const named = definitionNames[definitionName(node) ?? ''];
  if (named) return named;
  const { type, enum: choices } = resolve(node);
  if (choices) return `one of ${choices.join(', ')}`;
  const types = typeof type === 'string' ? [type] : (type ?? ['string']);
  return types.map((name) => typeNames[name] ?? name).join(' or ');
}

/** The first example of a field in one line; undefined where it has none, or a long one. */
export function exampleOf(node: SchemaNode): string | undefined {
  const example = resolve(node).examples?.[0];
  if (example === undefined) return undefined;
  if (typeof example !== 'object')
    return definitionName(node) === 'version' ? `"${example}"` : String(example);
  const text = JSON.stringify(example).replaceAll('":', '": ').replaceAll(',', ', ').replaceAll('"', '');
  return text.length <= 60 ? text : undefined;
}

/** The fields elsewhere in the language that have this name: a field is often put one level too high or too low. */
export function elsewhere(key: string, here: readonly string[]): string | undefined {
  const places: string[] = [];
  for (const { path } of fields()) {
    if (path.split('.').at(-1) === key && !here.includes(path)) places.push(path);
  }
  if (places.length === 0 || places.length > 4) return undefined;
  return `\`${key}\` exists as ${places.map((place) => `\`${place}\``).join(', ')}`;
}

/** The definition that a field follows without naming it. */
export function inlineKind(path: readonly (string | number)[]): string | undefined {
  const last = path.at(-1);
  return last === 'gcache' || last === 'bufferPool' ? 'size' : last === 'subnet' ? 'subnet' : undefined;
}

/** The right form of a wrong value; undefined where several would do. */
export function suggestValue(kind: string | undefined, value: string, node: SchemaNode): string | undefined {
  const matches = (text: string): boolean => new RegExp(node.pattern ?? '').test(text);
  let candidate: string | undefined;
  switch (kind) {
    case 'size':
    case 'bandwidth':
    case 'duration':
      candidate = suggestQuantity(kind, value);
      break;
    case 'dnsLabel':
    case 'databaseName':
    case 'dnsSubdomain':
      candidate = value
        .toLowerCase()
        .replace(/[\s_.]+/g, '-')
        .replace(/[^a-z0-9-]/g, '')
        .replace(/^-+|-+$/g, '');
      break;
    case 'subnet': {
      const octets = /^(\d+)\.(\d+)\./.exec(value);
      if (octets) candidate = `${octets[1]}.${octets[2]}.0.0/16`;
      break;
    }
  }
  return candidate && candidate !== value && matches(candidate) ? candidate : undefined;
}
