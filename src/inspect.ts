import { type Diagnostic, Findings, type Span, sortDiagnostics } from './diagnostics/index.js';
import { type Manifest, type ManifestInput, ManifestSet, readManifests } from './manifests/index.js';
import { tooMany } from './manifests/kinds.js';
import { rulesOf } from './rules/catalogue.js';
import { verifyManifests } from './verify/index.js';

export type { ManifestInput } from './manifests/index.js';

/** What inspecting needs beside the manifests. */
export interface InspectOptions {
  /** CustomResourceDefinitions beside those among the manifests. */
  readonly definitions?: readonly ManifestInput[];
  /** Called before each input. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What inspecting manifests gave. */
export interface Inspection {
  readonly objects: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads manifests, holds them against the schemas of their kinds, and runs the rules about manifests. */
export function inspect(inputs: readonly ManifestInput[], options: InspectOptions = {}): Inspection {
  const diagnostics: Diagnostic[] = [];
  const manifests: Manifest[] = [];
  let unnamed = 0;
  for (const [index, input] of inputs.entries()) {
    options.onProgress?.(index, inputs.length);
    const reading = readManifests(input);
    for (const manifest of reading.manifests) manifests.push(manifest);
    unnamed += reading.unnamed.length;
    for (const each of reading.diagnostics) diagnostics.push(each);
  }
  const definitions = readDefinitions(options.definitions ?? [], neededKinds(manifests), diagnostics);
  const findings = new Findings();
  const rejected = verifyManifests({ manifests, definitions }, findings);
  for (const each of findings.list()) diagnostics.push(each);
  for (const each of ruleFindings(manifests, rejected, diagnostics)) diagnostics.push(each);
  return {
    objects: manifests.length + unnamed,
    diagnostics: sortDiagnostics(fewOfEach(withoutEchoes(diagnostics))),
  };
}

function neededKinds(manifests: readonly Manifest[]): ReadonlySet<string> {
  return new Set(manifests.map(({ kind }) => kind));
}

/** Reading the CRD of a large operator takes half a second: those whose kind no manifest has are left out. */
function readDefinitions(
  inputs: readonly ManifestInput[],
  kinds: ReadonlySet<string>,
  diagnostics: Diagnostic[],
): Manifest[] {
  const read: Manifest[] = [];
  for (const input of inputs) {
    if (!mayDefine(input, kinds)) continue;
    const reading = readManifests(input);
    for (const each of reading.diagnostics) if (each.severity === 'error') diagnostics.push(each);
    for (const manifest of reading.manifests) read.push(manifest);
  }
  return read;
}

/** Whether a file may hold the definition of one of these kinds. Escaped or folded text is not looked through. */
function mayDefine({ content }: ManifestInput, kinds: ReadonlySet<string>): boolean {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
  for (const [, kind = ''] of text.matchAll(/["']?\bkind["']?[ \t]*:\s*["']?([A-Za-z][A-Za-z0-9]*)/g))
    if (kind !== 'CustomResourceDefinition' && kinds.has(kind)) return true;
  return false;
}

/**
 * What the rules about manifests find. A rule that speaks about a value which the schema refuses already is silent, so
 * that one mistake gives one finding, with one exception: `withoutEchoes`.
 */
function ruleFindings(
  manifests: readonly Manifest[],
  rejected: readonly Span[],
  known: readonly Diagnostic[],
): Diagnostic[] {
  const findings = new Findings();
  const set = new ManifestSet(manifests);
  for (const rule of rulesOf('manifests')) rule.run('manifests', set, findings);
  const blocked = new SpanSet(rejected);
  const replaceable = new SpanSet(known.filter(isAboutValue).map(({ primary }) => primary.span));
  return findings
    .list()
    .filter(
      ({ severity, primary: { span } }) =>
        !blocked.covers(span) || (severity === 'error' && replaceable.has(span)),
    );
}

const aboutValues: ReadonlySet<string> = new Set([
  'manifest/pattern',
  'manifest/range',
  'manifest/length',
  'manifest/enum',
  'manifest/format',
]);

/** The schema knows the form of a value, a rule knows what it is for and what to do. */
function isAboutValue({ id }: Diagnostic): boolean {
  return aboutValues.has(id);
}

/** Where an error of a rule and one of the schema about the form of a value stand at one place, the rule's says more. */
export function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const told = new SpanSet(
    diagnostics
      .filter(
        ({ id, severity }) =>
          severity === 'error' && !id.startsWith('manifest/') && !id.startsWith('syntax/'),
      )
      .map(({ primary }) => primary.span),
  );
  const mistyped = new SpanSet(
    diagnostics.filter(({ id }) => id === 'manifest/type').map(({ primary }) => primary.span),
  );
  return diagnostics.filter((diagnostic) => {
    const { span } = diagnostic.primary;
    if (isAboutValue(diagnostic)) return !told.has(span);
    // A word that kubectl reads as something else, where text is due: the type, or a rule, says it.
    return diagnostic.id !== 'manifest/ambiguous-scalar' || !(mistyped.has(span) || told.has(span));
  });
}

/** Nobody reads more of one file, and to print many places of one endless line takes long. */
const mostOfAFile = 200;

/** At most so many findings of a file, errors first, and how many more there are. */
function fewOfEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const { name } = diagnostic.primary.span.file;
    const present = byFile.get(name);
    if (present) present.push(diagnostic);
    else byFile.set(name, [diagnostic]);
  }
  const kept: Diagnostic[] = [];
  for (const ofFile of byFile.values()) {
    if (ofFile.length <= mostOfAFile) {
      for (const each of ofFile) kept.push(each);
      continue;
    }
    const errors = ofFile.filter(({ severity }) => severity === 'error');
    const others = ofFile.filter(({ severity }) => severity !== 'error');
    for (const each of [...errors, ...others].slice(0, mostOfAFile)) kept.push(each);
    const { file } = (ofFile[0] as Diagnostic).primary.span;
    const findings = new Findings();
    findings.report(tooMany, 'more', { count: ofFile.length - mostOfAFile }).at({ file, start: 0, end: 0 });
    kept.push(...findings.list());
  }
  return kept;
}

/** Places of files, to ask whether a span is one of them or lies in one. */
class SpanSet {
  readonly #exact = new Set<string>();
  readonly #byFile = new Map<string, Span[]>();
  /** By file: the places sorted by where they start, and for each the furthest end so far. */
  readonly #sorted = new Map<string, { readonly starts: number[]; readonly ends: number[] }>();

  constructor(spans: readonly Span[]) {
    for (const span of spans) {
      this.#exact.add(keyOf(span));
      const present = this.#byFile.get(span.file.name);
      if (present) present.push(span);
      else this.#byFile.set(span.file.name, [span]);
    }
  }

  has(span: Span): boolean {
    return this.#exact.has(keyOf(span));
  }

  covers({ file, start, end }: Span): boolean {
    const { starts, ends } = this.#of(file.name);
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (ends[low - 1] ?? -1) >= end;
  }

  #of(name: string): { readonly starts: number[]; readonly ends: number[] } {
    const known = this.#sorted.get(name);
    if (known) return known;
    const spans = (this.#byFile.get(name) ?? []).toSorted((a, b) => a.start - b.start);
    const ends: number[] = [];
    for (const { end } of spans) ends.push(Math.max(end, ends.at(-1) ?? -1));
    const fresh = { starts: spans.map(({ start }) => start), ends };
    this.#sorted.set(name, fresh);
    return fresh;
  }
}

function keyOf({ file, start, end }: Span): string {
  return `${file.name}\0${start}\0${end}`;
}
