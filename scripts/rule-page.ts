import { compile } from '../src/compile.js';
import { type Diagnostic, Findings, positionAt, sortDiagnostics } from '../src/diagnostics/index.js';
import { withoutEchoes } from '../src/inspect.js';
import { ManifestSet, readManifests } from '../src/manifests/index.js';
import { rulesOf } from '../src/rules/catalogue.js';
import { manifestChangesOf } from '../src/rules/manifest-changes.testing.js';
import { changePlanFrom, changePlanOf, goodTopology } from '../src/rules/testing.js';

// The page of a rule, beside its file: what, why, wrong, right, source. Its examples are executed.
//
//   ```yaml                  a piece of a topology: each top-level field stands for that field of a good topology
//                            (a line `# without slice` leaves that field out)
//   ```yaml file=a.yaml      the same, one of several files of a program
//   ```text file=Corefile    a file the topology refers to
//   ```yaml manifests before manifests of an output that is not dbspan's; the `yaml manifests` block after it is the new one
//   ```yaml before           a piece as above, of the topology whose output is committed; the block after it is the new one
//   ```yaml before manifests file=fra/70-database/mariadb.yaml   the same, an object that stands there and was not written by dbspan
//   ```yaml manifests        Kubernetes objects, as `dbspan verify` reads them
//   ```text                  after a wrong example: its findings, all of them, notes included

/** One file of an example. */
interface ExampleFile {
  readonly name: string;
  readonly language: string;
  readonly manifests: boolean;
  /** The state before a change. */
  readonly before: boolean;
  readonly text: string;
}

/** An example of a page: what is written, and what is found. */
export interface Example {
  readonly section: 'Wrong' | 'Right';
  /** Line of the page on which it begins, from 1. */
  readonly line: number;
  readonly files: readonly ExampleFile[];
  /** The lines of the findings it says; empty when it is right. */
  readonly findings: readonly string[];
  /** Where the block of findings stands in the page; undefined when it is right. */
  readonly range: readonly [start: number, end: number] | undefined;
}

export const requiredSections = ['Why', 'Wrong', 'Right', 'Source'] as const;

/** A page taken apart. */
export interface RulePage {
  readonly title: string;
  /** What the rule says, in a sentence or two. */
  readonly what: string;
  readonly sections: ReadonlyMap<string, string>;
  readonly examples: readonly Example[];
}

/** Takes a page apart. Says nothing about what is missing. */
export function parseRulePage(text: string): RulePage {
  const title = /^# (.+)$/m.exec(text)?.[1] ?? '';
  const sections = new Map<string, string>();
  const examples: Example[] = [];
  const headings = [...text.matchAll(/^## (.+)$/gm)];
  for (const [index, heading] of headings.entries()) {
    const [line, name = ''] = heading;
    const start = heading.index + line.length;
    const end = headings[index + 1]?.index ?? text.length;
    sections.set(name, text.slice(start, end).trim());
    if (name === 'Wrong' || name === 'Right') examples.push(...examplesOf(name, text, start, end));
  }
  const from = text.indexOf('\n') + 1;
  const what = text.slice(from, headings[0]?.index ?? text.length).trim();
  return { title, what, sections, examples };
}

/** In `Wrong` a block of findings ends an example; in `Right` every block is one, files of one program apart. */
function examplesOf(section: Example['section'], text: string, start: number, end: number): Example[] {
  const examples: Example[] = [];
  let files: ExampleFile[] = [];
  let line = 0;
  const close = (findings: readonly string[], range: Example['range']): void => {
    if (files.length > 0 || range) examples.push({ section, line, files, findings, range });
    files = [];
  };
  const fence = /^```([a-z]+)((?: [^\s`]+)*)\n(.*?)^```$/gms;
  fence.lastIndex = start;
  for (let match = fence.exec(text); match && match.index < end; match = fence.exec(text)) {
    const [whole, language = '', attributes = '', content = ''] = match;
    const name = / file=(\S+)/.exec(attributes)?.[1];
    if (language === 'text' && name === undefined) {
      const stop = match.index + whole.length - '```'.length;
      close(content.split('\n').filter(Boolean), [stop - content.length, stop]);
      continue;
    }
    const manifests = / manifests\b/.test(attributes);
    const before = / before\b/.test(attributes);
    const belongsToChange = files.length === 1 && files[0]?.before === true;
    if (section === 'Right' && name === undefined && !belongsToChange) close([], undefined);
    if (files.length === 0) line = text.slice(0, match.index).split('\n').length;
    const standard = manifests ? 'manifests.yaml' : 'topology.yaml';
    files.push({ name: name ?? standard, language, manifests, before, text: content });
  }
  close([], undefined);
  return examples;
}

/** Every finding of an example, in the form of the page: `error slice/missing 3:5 message`, with the file where there are several. */
export function findingsOfExample({ files }: Example): string[] {
  const [old] = files.filter(({ before }) => before);
  const yaml = files.filter(({ language, before }) => language === 'yaml' && !before);
  const isOfManifests = yaml.some(({ manifests }) => manifests);
  const diagnostics = old
    ? isOfManifests
      ? ofManifestChange(old, yaml)
      : ofChange(old, yaml)
    : isOfManifests
      ? ofManifests(yaml)
      : ofTopologies(yaml, files);
  return diagnostics.map(({ severity, id, primary: { span }, message }) => {
    const { line, column } = positionAt(span.file, span.start);
    const place = yaml.length > 1 ? `${span.file.name}:${line}:${column}` : `${line}:${column}`;
    return `${severity} ${id} ${place} ${message}`;
  });
}

function ofTopologies(yaml: readonly ExampleFile[], files: readonly ExampleFile[]): readonly Diagnostic[] {
  const referred = new Map(files.map(({ name, text }) => [name, text]));
  const inputs = yaml.map(({ name, text }) => ({ name, content: completed(text) }));
  return compile(inputs, { readFile: (path) => referred.get(path) }).diagnostics;
}

/** What the rules about changes say of the way from one topology to the next. */
function ofChange(old: ExampleFile, yaml: readonly ExampleFile[]): readonly Diagnostic[] {
  if (old.manifests)
    return changePlanFrom({ [old.name]: old.text }, yaml.map(({ text }) => completed(text)).join(''))
      .diagnostics;
  return changePlanOf(completed(old.text), yaml.map(({ text }) => completed(text)).join('')).diagnostics;
}

function ofManifestChange(old: ExampleFile, yaml: readonly ExampleFile[]): readonly Diagnostic[] {
  return manifestChangesOf(old.text, yaml.map(({ text }) => text).join(''));
}

function ofManifests(yaml: readonly ExampleFile[]): readonly Diagnostic[] {
  const readings = yaml.map(({ name, text }) => readManifests({ name, content: text }));
  const set = new ManifestSet(readings.flatMap(({ manifests }) => manifests));
  const findings = new Findings();
  for (const rule of rulesOf('manifests')) rule.run('manifests', set, findings);
  const all = [...readings.flatMap(({ diagnostics }) => diagnostics), ...findings.list()];
  return sortDiagnostics(withoutEchoes(all));
}

/** A piece of a topology, followed by what it leaves out, so that its lines keep their numbers. */
export function completed(piece: string): string {
  const own = new Set(
    [...piece.matchAll(/^(?:([A-Za-z]+):|# without ([A-Za-z]+)$)/gm)].map(([, given, left]) => given ?? left),
  );
  const missing = goodTopology
    .split(/^(?=[A-Za-z]+:)/m)
    .filter((section) => !own.has(/^[A-Za-z]+/.exec(section)?.[0] ?? ''));
  return piece + missing.join('');
}
