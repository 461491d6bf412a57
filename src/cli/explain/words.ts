import { resolve, type SchemaNode } from '../../topology/schema.js';

const basic: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  string: { one: 'text', many: 'texts' },
  number: { one: 'a number', many: 'numbers' },
  integer: { one: 'a whole number', many: 'whole numbers' },
  boolean: { one: 'true or false', many: 'true or false' },
};

/** What a field holds, in words: `a size`, `a list of DNS labels`, `one of NodePort, LoadBalancer`. */
export function typeInWords(node: SchemaNode): string {
  return words(resolve(node), 'one');
}

function words(node: SchemaNode, number: 'one' | 'many'): string {
  if (node.const !== undefined) return `always ${node.const}`;
  if (node.enum) return `one of ${node.enum.join(', ')}`;
  return typesOf(node)
    .map((type) => wordsOfType(type, node, number))
    .join(number === 'one' ? ', or ' : ' or ');
}

/** The types of a value. Text of a shape that may also be written as a number, as cores may, is one kind and not two. */
function typesOf(node: SchemaNode): readonly string[] {
  const { type = 'string' } = node;
  if (typeof type === 'string') return [type];
  return shapeOf(node)?.name === undefined ? type : type.filter((each) => each !== 'number');
}

function wordsOfType(type: string, node: SchemaNode, number: 'one' | 'many'): string {
  if (type === 'array') {
    const items = node.items ? words(resolve(node.items), 'many') : 'values';
    return `${number === 'one' ? 'a list' : 'lists'} of ${items}`;
  }
  if (type === 'object') {
    const mapping = number === 'one' ? 'a mapping' : 'mappings';
    const entry = node.properties ? undefined : node.additionalProperties;
    return typeof entry === 'object'
      ? `${mapping} of names to values, each ${words(resolve(entry), 'one')}`
      : mapping;
  }
  const form = type === 'string' ? shapeOf(node)?.name : undefined;
  if (form !== undefined) return number === 'one' ? form : plural(form);
  return basic[type]?.[number] ?? type;
}

/** `an IP address` becomes `IP addresses`, `a network in CIDR notation` becomes `networks in CIDR notation`. */
function plural(name: string): string {
  const [, head, rest = ''] =
    /^(?:an?|the) (.*?)((?: (?:in|of|that|below|or|KubeSlice)\b.*)?)$/.exec(name) ?? [];
  // Without an article it is one already: names of clusters.
  if (head === undefined) return name;
  return `${head}${head.endsWith('s') ? 'es' : 's'}${rest}`;
}

/** The shape of a patterned text as the message about a wrong one tells it: what it is, and how to write it. */
function shapeOf({
  patternErrorMessage,
}: SchemaNode): { readonly name?: string; readonly rule?: string } | undefined {
  if (patternErrorMessage === undefined) return undefined;
  const [, name, rule] = /^not ([^:,]+)(?:[:,] (.*))?$/.exec(patternErrorMessage) ?? [];
  if (name !== undefined) return rule === undefined ? { name } : { name, rule };
  const [, told] = /; (.*)$/.exec(patternErrorMessage) ?? [];
  return told === undefined ? {} : { rule: told };
}

/** How the text of a field is written; undefined where its type says it all. */
export function formInWords(node: SchemaNode): string | undefined {
  return shapeOf(resolve(node))?.rule;
}

/** The bounds of a field: `from 2 to 32`, `at most 63 characters`, `at least 1 entry, each once`. */
export function limitsInWords(node: SchemaNode): string | undefined {
  const {
    type,
    pattern,
    minimum,
    maximum,
    exclusiveMinimum,
    minLength = 0,
    maxLength,
    ...list
  } = resolve(node);
  const least = pattern === undefined && minLength > 1 ? minLength : undefined;
  const one = list.minItems === 1 && list.maxItems === undefined;
  const entries = [
    between(list.minItems, list.maxItems, one ? ' entry' : ' entries'),
    list.uniqueItems && 'each once',
  ];
  const ofList = entries.filter((limit) => typeof limit === 'string').join(', ');
  const limits = [
    exclusiveMinimum === undefined
      ? between(minimum, maximum, '')
      : `above ${exclusiveMinimum}, at most ${maximum}`,
    between(least, maxLength, ' characters'),
    ofList !== '' && Array.isArray(type) ? `a list has ${ofList}` : ofList,
  ].filter((limit) => limit !== undefined && limit !== '');
  return limits.length === 0 ? undefined : limits.join('; ');
}

function between(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least === undefined) return most === undefined ? undefined : `at most ${most}${unit}`;
  if (most === undefined) return `at least ${least}${unit}`;
  return least === most ? `exactly ${least}${unit}` : `from ${least} to ${most}${unit}`;
}

/** The first sentence of a description, for a list. */
export function summaryOf(node: SchemaNode): string {
  return firstSentence(resolve(node).description ?? '');
}

/** The first sentence of a text, without its full stop. */
export function firstSentence(text: string): string {
  return (/^.*?\.(?= [A-Z])/.exec(text)?.[0] ?? text).replace(/\.$/, '');
}
