import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Findings, SourceFile, Span } from '../diagnostics/index.js';
import { forbiddenCharacter } from './decode.js';
import { keySpan, rememberSpans, valueSpan } from './spans.js';
import {
  badAlias,
  badKey,
  badTag,
  controlCharacter,
  duplicateKey,
  empty,
  malformed,
  severalDocuments,
  tab,
  tooDeep,
} from './syntax.js';

/** What a file holds, before it is checked. Mappings have no prototype. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Values that all aliases of a file together may stand for. */
const maximumAliasedValues = 20_000;

/** How the text of a file is taken where readers of YAML differ. */
export interface Dialect {
  /** The most levels that a file may nest. */
  readonly maximumDepth: number;
  /** Whether `<<` puts the fields of other mappings into one. */
  readonly mergeKeys: boolean;
  /** What a scalar without quotes stands for; without it, what YAML 1.2 says. */
  readonly plain?: (source: string, span: Span) => Value;
}

const topologyDialect: Dialect = { maximumDepth: 64, mergeKeys: false };

const coreTags = new Set(['tag:yaml.org,2002:str', 'tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq']);

/**
 * Reads a file that is one document. Every mapping and list of the result has its spans remembered. Returns undefined
 * when the text cannot be read; the reasons are among the findings. After a finding that leaves the rest readable, such
 * as a duplicate key, there is a result all the same, so that one run reports everything.
 */
export function readYaml(file: SourceFile, findings: Findings): { readonly value: Value } | undefined {
  const documents = parse(file, findings, topologyDialect);
  const document = documents[0];
  if (!document || (document.contents === null && document.errors.length === 0)) {
    findings
      .report(empty, 'file')
      .at({ file, start: 0, end: 0 })
      .fix('write a commented starting point with: dbspan init');
    return undefined;
  }
  if (documents.length > 1) {
    const second = documents[1];
    const start = documentStart(file, second?.range[0] ?? file.text.length);
    findings
      .report(severalDocuments, 'second', { count: documents.length })
      .at({ file, start, end: start + 3 }, 'the second begins here')
      .fix('put each topology into a file of its own and give all of them: dbspan synth a.yaml b.yaml');
  }
  if (documents.some(isBroken)) return undefined;
  const conversion = new Conversion(file, findings, topologyDialect);
  const value = conversion.node(document.contents, 0);
  return conversion.lostValues ? undefined : { value };
}

/** One document of a file, and where it stands. */
export interface YamlDocument {
  readonly value: Value;
  readonly span: Span;
}

/** Reads a file of any number of documents. One that cannot be read is reported and left out, an empty one left out. */
export function readYamlDocuments(file: SourceFile, findings: Findings, dialect: Dialect): YamlDocument[] {
  const read: YamlDocument[] = [];
  for (const document of parse(file, findings, dialect)) {
    if (isBroken(document) || isEmpty(document)) continue;
    const conversion = new Conversion(file, findings, dialect);
    const value = conversion.node(document.contents, 0);
    const [start, end] = document.contents?.range ?? [0, 0];
    if (!conversion.lostValues) read.push({ value, span: { file, start, end } });
  }
  return read;
}

/** Nothing but comments. */
function isEmpty({ contents }: Document.Parsed): boolean {
  return contents === null || (isScalar(contents) && contents.value === null && !contents.source);
}

/** Parses all documents of a file and reports what is malformed. */
function parse(file: SourceFile, findings: Findings, dialect: Dialect): Document.Parsed[] {
  // uniqueKeys compares every key with every other; the conversion below does it in linear time and with both places.
  const parsed = parseAllDocuments(file.text, {
    version: '1.2',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents: Document.Parsed[] = 'empty' in parsed ? [] : parsed;
  for (const document of documents) reportErrors(file, document, findings, dialect);
  return documents;
}

function isBroken(document: Document.Parsed): boolean {
  return document.errors.some(({ code }) => code !== 'MULTIPLE_DOCS');
}

/** The `---` that opens a document whose content starts at or after `offset`. */
function documentStart(file: SourceFile, offset: number): number {
  const marker = file.text.lastIndexOf('---', offset);
  return marker === -1 ? Math.min(offset, file.text.length) : marker;
}

const plainProblem: Readonly<Record<string, string>> = {
  BAD_INDENT: 'the indentation does not fit what stands above',
  MISSING_CHAR: 'something is left open or a separator is missing',
  OPEN_BRACKET: 'a bracket above is not closed',
  UNEXPECTED_TOKEN: 'this does not belong here',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line, followed by a colon',
  BLOCK_AS_IMPLICIT_KEY: 'two keys stand on one line',
  BLOCK_IN_FLOW: 'inside brackets something is missing between two entries',
  BAD_SCALAR_START: 'a plain text cannot start with this character',
  BAD_DQ_ESCAPE: 'an unknown escape in a double-quoted text',
  BAD_PROP_ORDER: 'anchors and tags stand before the value',
  MULTIPLE_ANCHORS: 'a value has at most one anchor',
  MULTIPLE_TAGS: 'a value has at most one tag',
  BAD_DIRECTIVE: 'an unknown directive',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
};

/** What to do about a kind of YAML error, where that can be said. */
const remedies: Readonly<Record<string, string>> = {
  BAD_SCALAR_START: 'put the text between double quotes',
  BAD_DQ_ESCAPE: 'write a backslash as \\\\, or put the text between single quotes',
  BAD_INDENT: 'indent the entries of one mapping or list by the same number of spaces',
  BLOCK_AS_IMPLICIT_KEY: 'start a new line, or put the text after the first colon between double quotes',
  MISSING_CHAR: 'close the quote or bracket, or put the missing space or comma',
  OPEN_BRACKET: 'close it: every [ needs a ], and every { a }',
  BLOCK_IN_FLOW: 'put a comma between the entries inside brackets',
};

/** The kind of a YAML error; of two kinds the parser's own name misleads. */
function codeOf({ code, message }: YAMLError): string {
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) return 'OPEN_BRACKET';
  if (code === 'MISSING_CHAR' && message.startsWith('Sequence item')) return 'BAD_INDENT';
  return code;
}

function reportErrors(
  file: SourceFile,
  document: Document.Parsed,
  findings: Findings,
  { maximumDepth }: Dialect,
): void {
  // What follows the first error is mostly its echo.
  const error = document.errors.find(({ code }) => code !== 'MULTIPLE_DOCS');
  if (!error) return;
  const start = Math.min(error.pos[0], file.text.length);
  const end = Math.max(start, Math.min(error.pos[1], file.text.length));
  if (error.code === 'TAB_AS_INDENT' || tabIndents(file, start)) {
    const at = file.text.indexOf('\t', lineStartBefore(file, start));
    findings
      .report(tab, 'indent')
      .at({ file, start: at, end: at + 1 }, 'a tab')
      .fix('replace it with spaces');
    return;
  }
  if (error.code === 'RESOURCE_EXHAUSTION') {
    findings
      .report(tooDeep, 'nesting', { limit: maximumDepth })
      .at({ file, start, end }, 'nested too deep here');
    return;
  }
  if (error.code === 'BAD_ALIAS') {
    findings
      .report(badAlias, 'unknown', { name: file.text.slice(start, end).replace(/^\*/, '') })
      .at({ file, start, end });
    return;
  }
  const code = codeOf(error);
  const fix = remedies[code];
  const problem = plainProblem[code] ?? error.message;
  const open = findings.report(malformed, 'yaml', { problem });
  const quote = error.code === 'MISSING_CHAR' ? openQuote(document, start) : undefined;
  if (quote === undefined) open.at({ file, start, end });
  else open.at({ file, start: quote, end: quote + 1 }, 'opened here, and never closed');
  if (fix) open.fix(fix);
}

/** Where the quoted text begins that runs on to an error. */
function openQuote(document: Document.Parsed, error: number): number | undefined {
  let found: number | undefined;
  visit(document, {
    Scalar(_, { type, range }) {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE';
      if (quoted && range && range[0] < error && range[1] >= error) found = range[0];
    },
  });
  return found;
}

function lineStartBefore(file: SourceFile, offset: number): number {
  return file.text.lastIndexOf('\n', offset - 1) + 1;
}

function tabIndents(file: SourceFile, offset: number): boolean {
  return /^ *\t/.test(file.text.slice(lineStartBefore(file, offset), offset + 1));
}

function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

/** Turns the parsed nodes into values; keeps spans, resolves aliases to shared values, counts what they stand for. */
class Conversion {
  readonly #converted = new Map<Node, Value>();
  readonly #sizes = new Map<Node, number>();
  readonly #open = new Set<Node>();
  readonly #anchors = new Map<string, Node>();
  #aliasedValues = 0;
  #stopped = false;
  /** True when a value could not be read, so that checking the rest would report its echo. */
  lostValues = false;

  readonly file: SourceFile;
  readonly findings: Findings;
  readonly dialect: Dialect;

  constructor(file: SourceFile, findings: Findings, dialect: Dialect) {
    this.file = file;
    this.findings = findings;
    this.dialect = dialect;
  }

  /** @param depth nesting so far */
  node(node: Node | null, depth: number): Value {
    if (this.#stopped || node === null) return null;
    if (isAlias(node)) return this.#alias(node);
    if (depth > this.dialect.maximumDepth) {
      this.#stop();
      this.findings
        .report(tooDeep, 'nesting', { limit: this.dialect.maximumDepth })
        .at(this.#span(node), 'nested too deep here');
      return null;
    }
    if ('anchor' in node && node.anchor) this.#anchors.set(node.anchor, node);
    if (node.tag && !coreTags.has(node.tag)) return this.#badTag(node);
    this.#open.add(node);
    const value = this.#content(node, depth);
    this.#open.delete(node);
    this.#converted.set(node, value);
    return value;
  }

  #content(node: Node, depth: number): Value {
    if (isMap(node)) return this.#map(node, depth);
    if (isSeq(node)) return this.#list(node, depth);
    this.#sizes.set(node, 1);
    return this.#scalar(node);
  }

  #map(node: YAMLMap, depth: number): Value {
    const result: { [key: string]: Value } = Object.create(null);
    const entries = new Map<string | number, readonly [number, number, number, number]>();
    const seen = new Map<string, Span>();
    let size = 1;
    let merged: Pair<Node, Node | null>[] | undefined;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      if (this.dialect.mergeKeys && isMergeKey(pair.key)) {
        merged ??= [];
        merged.push(pair);
        continue;
      }
      const keySpan = this.#span(pair.key);
      const key = this.#key(pair.key, keySpan);
      if (key === undefined) continue;
      const first = seen.get(key);
      if (first) {
        this.findings
          .report(duplicateKey, 'key', { key })
          .at(keySpan, 'again here')
          .related(first, 'first given here')
          .fix('keep one of the two');
        continue;
      }
      seen.set(key, keySpan);
      const valueSpan = pair.value ? this.#span(pair.value) : keySpan;
      entries.set(key, [keySpan.start, keySpan.end, valueSpan.start, valueSpan.end]);
      result[key] = this.node(pair.value, depth + 1);
      size += this.#sizeOf(pair.value);
    }
    for (const pair of merged ?? []) size += this.#merge(pair, result, entries, depth);
    this.#sizes.set(node, size);
    const { start, end } = this.#span(node);
    rememberSpans(result, { file: this.file, start, end, entries });
    return result;
  }

  /** Puts the fields of other mappings into one, but not over what it has. Returns how many values that were. */
  #merge(
    pair: Pair<Node, Node | null>,
    result: { [key: string]: Value },
    entries: Map<string | number, readonly [number, number, number, number]>,
    depth: number,
  ): number {
    const given = this.node(pair.value, depth + 1);
    for (const source of Array.isArray(given) ? given : [given]) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        if (this.lostValues) return 0;
        this.lostValues = true;
        this.findings
          .report(badKey, 'mergeValue')
          .at(this.#span(pair.value ?? pair.key))
          .fix('write the fields out');
        return 0;
      }
      for (const key of Object.keys(source)) {
        if (Object.hasOwn(result, key)) continue;
        result[key] = source[key] as Value;
        const name = keySpan(source, key);
        const value = valueSpan(source, key);
        entries.set(key, [name.start, name.end, value.start, value.end]);
      }
    }
    return this.#sizeOf(pair.value);
  }

  #list(node: YAMLSeq, depth: number): Value {
    const result: Value[] = [];
    const entries = new Map<string | number, readonly [number, number, number, number]>();
    let size = 1;
    for (const item of node.items as (Node | null)[]) {
      if (item) {
        const { start, end } = this.#span(item);
        entries.set(result.length, [start, start, start, end]);
      }
      result.push(this.node(item, depth + 1));
      size += this.#sizeOf(item);
    }
    this.#sizes.set(node, size);
    const { start, end } = this.#span(node);
    rememberSpans(result, { file: this.file, start, end, entries });
    return result;
  }

  #scalar(node: Node): Value {
    const { plain } = this.dialect;
    const value =
      plain && isScalar(node) && node.type === 'PLAIN' && !node.tag
        ? plain(node.source ?? '', this.#span(node))
        : isScalar(node)
          ? node.value
          : null;
    if (typeof value !== 'string')
      return typeof value === 'number' || typeof value === 'boolean' ? value : null;
    const found = forbiddenCharacter(value);
    if (found) {
      this.findings
        .report(controlCharacter, 'escaped', { code: found.code })
        .at(this.#span(node))
        .fix('remove the escape');
    }
    return value;
  }

  #key(node: Node | null, span: Span): string | undefined {
    if (isScalar(node) && typeof node.value === 'string' && node.value !== '<<') return node.value;
    if (isScalar(node) && node.value === '<<') {
      this.lostValues = true;
      this.findings
        .report(badKey, 'merge')
        .at(span)
        .fix('write the fields out, or give a whole value an anchor (&name) and repeat it with *name');
      return undefined;
    }
    // A number, true or null as a key is the text that stands there: zones and node counts may be named 1.
    if (isScalar(node) && node.source !== undefined) return node.source;
    this.findings.report(badKey, 'notText').at(span).fix('use a plain word as the key');
    return undefined;
  }

  #alias(node: Alias): Value {
    const name = node.source;
    const target = this.#anchors.get(name);
    const span = this.#span(node);
    if (!target) {
      this.lostValues = true;
      this.findings.report(badAlias, 'unknown', { name }).at(span);
      return null;
    }
    if (this.#open.has(target)) {
      this.lostValues = true;
      this.findings
        .report(badAlias, 'cycle', { name })
        .at(span)
        .related(this.#span(target), 'this is repeated');
      return null;
    }
    const size = this.#sizeOf(target);
    this.#sizes.set(node, size);
    this.#aliasedValues += size;
    if (this.#aliasedValues > maximumAliasedValues) {
      this.#stop();
      this.findings
        .report(badAlias, 'bomb', { limit: maximumAliasedValues })
        .at(span, 'this goes beyond')
        .fix('write out what is meant');
      return null;
    }
    return this.#converted.get(target) ?? null;
  }

  #badTag(node: Node): Value {
    this.lostValues = true;
    this.findings
      .report(badTag, 'tag', { tag: node.tag?.replace('tag:yaml.org,2002:', '!!') ?? '' })
      .at(this.#span(node))
      .fix('remove the tag; quote a value to make it text');
    return null;
  }

  #stop(): void {
    this.#stopped = true;
    this.lostValues = true;
  }

  #sizeOf(node: Node | null): number {
    return node ? (this.#sizes.get(node) ?? 1) : 1;
  }

  #span(node: Node | null): Span {
    const [start, end] = node?.range ?? [0, 0];
    return { file: this.file, start, end: Math.max(start, end) };
  }
}
