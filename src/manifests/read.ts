import { type Diagnostic, Findings, isHidden, type SourceFile, type Span } from '../diagnostics/index.js';
import { decode, reportForbiddenCharacter } from '../yaml/decode.js';
import { isMapping } from '../yaml/mapping.js';
import { type Dialect, readYamlDocuments, type Value, type YamlDocument } from '../yaml/read.js';
import { Field } from './field.js';
import { ambiguousScalar, generatedName, incomplete, noObject, notFinite } from './kinds.js';
import { type Manifest, manifestOf } from './manifest.js';
import { coreReading, kubectlReading } from './plain.js';

/** A file of manifests. */
export interface ManifestInput {
  /** Name that findings print. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** What reading one file gave. */
export interface ManifestReading {
  readonly manifests: readonly Manifest[];
  /** The objects that have no name of their own. */
  readonly unnamed: readonly Field[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The most bytes a file of manifests may have: 16 MiB. The CRDs of a large operator in one file have 10. */
export const maximumManifestSize = 16 * 1024 * 1024;

/** kubectl itself reads deeper; the deepest CRDs there are nest 60 levels. */
const maximumDepth = 200;

/** Reads the objects of one file, all documents of it, the way kubectl does. Never throws for what the file holds. */
export function readManifests(input: ManifestInput): ManifestReading {
  const findings = new Findings();
  const reader = new Reader(findings);
  const file = open(input, findings);
  if (file) reader.read(file);
  return { manifests: reader.manifests, unnamed: reader.unnamed, diagnostics: findings.list() };
}

function open(input: ManifestInput, findings: Findings): SourceFile | undefined {
  const file =
    typeof input.content === 'string'
      ? { name: input.name, text: input.content.replace(/^\ufeff/, '') }
      : decode(input.name, input.content, findings, maximumManifestSize);
  if (!file || reportForbiddenCharacter(file, findings)) return undefined;
  return { name: file.name, text: withoutTabs(file.text) };
}

/** JSON may be indented by tabs, YAML may not. No offset changes. */
function withoutTabs(text: string): string {
  if (!text.includes('\t') || !/^\s*[[{]/.test(text)) return text;
  try {
    JSON.parse(text);
  } catch {
    return text;
  }
  return text.replaceAll('\t', ' ');
}

interface Ambiguity {
  readonly source: string;
  readonly span: Span;
  readonly value: Value;
  readonly other: Value;
}

class Reader {
  readonly manifests: Manifest[] = [];
  readonly unnamed: Field[] = [];
  readonly #findings: Findings;
  #ambiguities: Ambiguity[] = [];

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  read(file: SourceFile): void {
    const dialect: Dialect = {
      maximumDepth,
      mergeKeys: true,
      plain: (source, span) => this.#plain(source, span),
    };
    const foreign: Span[] = [];
    for (const document of readYamlDocuments(file, this.#findings, dialect)) {
      if (!isObject(document)) foreign.push(firstOf(document));
      else this.#object(document.value as { [key: string]: Value }, 0);
    }
    if (foreign.length === 0 || this.#findings.list().some(({ severity }) => severity === 'error')) {
      if (foreign.length === 0) this.#reportAmbiguities();
      return;
    }
    // A text that is no object at all is somebody else's, and so are the words in it.
    if (this.manifests.length + this.unnamed.length > 0) this.#reportAmbiguities();
    const [first] = foreign as [Span];
    const open =
      foreign.length === 1
        ? this.#findings.report(noObject, 'document')
        : this.#findings.report(noObject, 'several', { count: foreign.length });
    open.at(first);
  }

  #plain(source: string, span: Span): Value {
    const value = kubectlReading(source);
    const other = coreReading(source);
    if (!Object.is(value, other) || Number.isNaN(value))
      this.#ambiguities.push({ source, span, value, other });
    return Number.isNaN(value) ? source : value;
  }

  #reportAmbiguities(): void {
    for (const { source, span, value, other } of this.#ambiguities) {
      if (isHidden(span)) {
        this.#findings
          .report(ambiguousScalar, 'hidden')
          .at(span)
          .fix('put it between quotes if the text is meant');
        continue;
      }
      const open = Number.isNaN(value)
        ? this.#findings.report(notFinite, 'number', { text: source })
        : this.#findings.report(ambiguousScalar, 'plain', {
            text: source,
            kubectl: described(value),
            others: described(other),
          });
      open
        .at(span)
        .fix(
          typeof value === 'string' || Number.isNaN(value)
            ? `put it between quotes: "${source}"`
            : `write ${String(value)} if that is meant, or "${source}" for the text`,
        );
    }
    this.#ambiguities = [];
  }

  #object(object: { [key: string]: Value }, depth: number): void {
    const root = new Field(object, undefined, object);
    const kind = root.at('kind');
    const items = root.at('items');
    if (depth < 4 && kind.text?.endsWith('List') && Array.isArray(items.value)) {
      for (const item of items.items()) {
        if (isMapping(item.value)) this.#object(item.value, depth + 1);
        else this.#findings.report(incomplete, 'listItem').at(item.span);
      }
      return;
    }
    if (!this.#headIsWhole(root)) return;
    const manifest = manifestOf(object);
    if (manifest) this.manifests.push(manifest);
    else this.#withoutName(root);
  }

  /** Whether an object says what it is. */
  #headIsWhole(root: Field): boolean {
    let whole = true;
    for (const name of ['apiVersion', 'kind']) {
      const field = root.at(name);
      if (field.text) continue;
      whole = false;
      const open =
        field.given && field.value !== ''
          ? this.#findings.report(incomplete, 'notText', { field: name })
          : this.#findings.report(incomplete, 'missing', { field: name });
      open.at(field.span);
    }
    return whole;
  }

  #withoutName(root: Field): void {
    const metadata = root.at('metadata');
    const name = metadata.at('name');
    if (metadata.given && !isMapping(metadata.value)) {
      this.#findings.report(incomplete, 'notMapping', { field: 'metadata' }).at(metadata.span);
      return;
    }
    if (isMapping(metadata.value) && name.given && name.value !== '') {
      const open = this.#findings.report(incomplete, 'notText', { field: 'metadata.name' }).at(name.span);
      const { file, start, end } = name.span;
      const written = file.text.slice(start, end);
      if (!/["'\\]/.test(written))
        open.fix(`put it between quotes: "${written}"`).edit(name.span, `"${written}"`);
    } else if (metadata.at('generateName').text) {
      this.#findings
        .report(generatedName, 'generateName')
        .at(metadata.at('generateName').keySpan)
        .fix('give it a name: metadata.name');
    } else {
      this.#findings.report(incomplete, 'missing', { field: 'metadata.name' }).at(metadata.keySpan);
    }
    this.unnamed.push(root);
  }
}

/** A document that means to be a Kubernetes object: one of the two fields that say so is there. */
function isObject({ value }: YamlDocument): boolean {
  return isMapping(value) && ('apiVersion' in value || ('kind' in value && 'metadata' in value));
}

function firstOf({ value, span }: YamlDocument): Span {
  if (isMapping(value)) return new Field(value, undefined, value).span;
  const end = span.file.text.indexOf('\n', span.start);
  return { ...span, end: end === -1 ? span.end : Math.min(end, span.end) };
}

function described(value: Value): string {
  if (value === null) return 'nothing';
  return typeof value === 'string' ? `the text "${value}"` : String(value);
}
