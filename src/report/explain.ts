import type { Severity } from '../diagnostics/index.js';
import { type Block, parseMarkdown } from './markdown.js';
import type { Palette } from './palette.js';
import { wrap } from './wrap.js';

/** One line of a list: a field of a mapping, a place in the language, a kind of finding. */
export interface Entry {
  readonly name: string;
  /** The whole path of a field. */
  readonly path?: string;
  readonly required?: boolean;
  readonly summary: string;
}

/** All there is to explain. */
export interface OverviewPage {
  readonly kind: 'overview';
  readonly description: string;
  readonly fields: readonly Entry[];
}

/** One field of the language. */
export interface FieldPage {
  readonly kind: 'field';
  readonly path: string;
  readonly description: string;
  /** In words. */
  readonly type: string;
  /** How its text is written. */
  readonly form?: string;
  readonly limits?: string;
  readonly required: boolean;
  /** The optional field around it that makes it required when given. */
  readonly where?: string;
  readonly default?: unknown;
  readonly defaultText?: string;
  readonly allowed?: readonly string[];
  readonly pattern?: string;
  readonly examples?: readonly unknown[];
  /** The first example as YAML, with what it stands in. */
  readonly example?: string;
  readonly fields: readonly Entry[];
  /** Other fields of that name. */
  readonly elsewhere: readonly Entry[];
}

/** A kind of finding. */
export interface FindingPage {
  readonly kind: 'finding';
  readonly id: string;
  readonly severity: Severity;
  /** True where `dbspan verify` alone finds it. */
  readonly verifyAlone?: boolean;
  /** True for what `dbspan size --check` alone finds. */
  readonly checkAlone?: boolean;
  /** What it says, with the names of what varies: `<cluster> has no networkInterface`. */
  readonly messages: readonly string[];
  readonly why: string;
  readonly source?: string;
  /** The page of a rule, in Markdown: what it demands, wrong and right examples. */
  readonly page?: string;
}

/** Several things of which the reader chooses one. */
export interface ListPage {
  readonly kind: 'list';
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** What `dbspan explain` can print. */
export type Page = OverviewPage | FieldPage | FindingPage | ListPage;

/** A page for people, in lines of at most `width` columns where words allow it. Ends with a line break. */
export function renderPage(page: Page, palette: Palette, width: number): string {
  const writer = new Writer(palette, width);
  switch (page.kind) {
    case 'overview':
      renderOverview(page, writer);
      break;
    case 'field':
      renderField(page, writer);
      break;
    case 'finding':
      renderFinding(page, writer);
      break;
    case 'list':
      writer.heading(page.title);
      writer.entries(page.entries);
      break;
  }
  return writer.text();
}

const consequences = {
  error: 'no output is written while there is one',
  warning: 'output is written, and something in it is dangerous',
  info: 'worth knowing; nothing has to be done',
} as const satisfies Record<Severity, string>;

/** What a finding means about manifests that something else wrote. */
const consequencesForManifests = {
  error: 'dbspan verify fails: the manifests are refused, or cannot work',
  warning: 'dbspan verify accepts it, and something in it is dangerous',
  info: consequences.info,
} as const satisfies Record<Severity, string>;

const consequencesForFiles = {
  error: 'dbspan size --check fails: the server does not start with the file, or does not survive',
  warning: 'dbspan size --check accepts it, and something in the file is dangerous',
  info: consequences.info,
} as const satisfies Record<Severity, string>;

function renderOverview({ description, fields }: OverviewPage, writer: Writer): void {
  writer.heading('A topology');
  writer.paragraph(description);
  writer.section('fields', () => writer.entries(fields));
  writer.section('more', () =>
    writer.entries([
      { name: 'dbspan explain slice', summary: 'a field and what it holds' },
      { name: 'dbspan explain slice.subnet', summary: 'a field by its path' },
      { name: 'dbspan explain subnet', summary: 'a field by its name, wherever it stands' },
      { name: 'dbspan explain dns/address-unknown', summary: 'a finding by its id' },
      { name: 'dbspan explain dns/', summary: 'all findings of a group' },
    ]),
  );
}

function renderField(page: FieldPage, writer: Writer): void {
  const { path, description, type, form, limits, required, where, defaultText, example, fields, elsewhere } =
    page;
  writer.heading(path);
  writer.paragraph(description);
  writer.rows([
    ['type', type],
    ['form', form],
    ['range', limits],
    ['required', required ? (where === undefined ? 'yes' : `yes, where ${where} is given`) : 'no'],
    ['default', defaultText],
  ]);
  if (example !== undefined) writer.section('example', () => writer.verbatim(example));
  if (fields.length > 0) writer.section('fields', () => writer.entries(fields));
  if (elsewhere.length > 0) writer.section('of the same name', () => writer.entries(elsewhere));
}

function renderFinding(finding: FindingPage, writer: Writer): void {
  const { id, severity, verifyAlone, checkAlone, messages, why, source, page } = finding;
  writer.heading(id);
  const says = checkAlone ? consequencesForFiles : verifyAlone ? consequencesForManifests : consequences;
  writer.rows([[severity, says[severity]]], severity);
  if (page !== undefined) {
    renderBlocks(parseMarkdown(page), writer);
    return;
  }
  if (messages.length > 0) writer.section('says', () => writer.list(messages));
  writer.section('why', () => writer.paragraph(why));
  if (source !== undefined) writer.section('source', () => writer.paragraph(source));
}

/** The blocks of a page but its own title. */
function renderBlocks(blocks: readonly Block[], writer: Writer): void {
  let titled = false;
  for (const block of blocks) {
    if (block.kind === 'heading') {
      if (titled) writer.title(block.text);
      titled = true;
      continue;
    }
    writer.gap();
    if (block.kind === 'paragraph') writer.paragraph(block.text);
    else if (block.kind === 'list') writer.list(block.items);
    else writer.verbatim(block.text);
  }
}

const indent = '  ';
/** The widest name that has its summary beside it; the summary of a longer one stands below it. */
const widestName = 36;

class Writer {
  readonly #palette: Palette;
  readonly #width: number;
  readonly #lines: string[] = [];
  #indent = '';

  constructor(palette: Palette, width: number) {
    this.#palette = palette;
    this.#width = width;
  }

  text(): string {
    return `${this.#lines.join('\n')}\n`;
  }

  heading(text: string): void {
    this.#lines.push(this.#palette.strong(text));
    this.#indent = indent;
  }

  /** The title of a part whose text is not indented further. */
  title(text: string): void {
    this.#lines.push('', `${indent}${this.#palette.strong(text)}`);
  }

  /** An empty line, unless one stands there already. */
  gap(): void {
    if (this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** A titled part, indented below its title. */
  section(title: string, write: () => void): void {
    this.#lines.push('', `${indent}${this.#palette.faint(`${title}:`)}`);
    this.#indent = indent.repeat(2);
    write();
    this.#indent = indent;
  }

  paragraph(text: string): void {
    for (const line of wrap(text, this.#width - this.#indent.length)) this.#lines.push(this.#indent + line);
  }

  list(texts: readonly string[]): void {
    for (const text of texts) this.#hang('- ', text);
  }

  verbatim(text: string): void {
    for (const line of text.split('\n'))
      this.#lines.push(line === '' ? '' : this.#indent + this.#palette.place(line));
  }

  /** Labelled facts; those without a value are left out. */
  rows(rows: readonly (readonly [label: string, value: string | undefined])[], severity?: Severity): void {
    const given = rows.filter(([, value]) => value !== undefined);
    const width = Math.max(...given.map(([label]) => label.length));
    const paint = severity ? this.#palette.severity[severity] : this.#palette.faint;
    this.#lines.push('');
    for (const [label, value = ''] of given) {
      this.#hang(`${paint(`${label}:`)}${' '.repeat(width - label.length + 1)}`, value, width + 2);
    }
  }

  entries(entries: readonly Entry[]): void {
    const names = entries.map(({ name, required }) => (required ? `${name} *` : name));
    const width = Math.max(...names.map(({ length }) => length).filter((length) => length <= widestName), 0);
    for (const [index, { name, required, summary }] of entries.entries()) {
      const { length } = names[index] ?? '';
      const shown = this.#palette.strong(name) + (required ? this.#palette.faint(' *') : '');
      if (length <= width) this.#hang(`${shown}${' '.repeat(width - length + 2)}`, summary, width + 2);
      else {
        this.#lines.push(this.#indent + shown);
        this.#hang(' '.repeat(width + 2), summary, width + 2);
      }
    }
    if (entries.some(({ required }) => required))
      this.#lines.push(this.#indent + this.#palette.faint('* required'));
  }

  /** A text beside something, its further lines below its first. */
  #hang(left: string, text: string, leftWidth = left.length): void {
    const [first = '', ...more] = wrap(text, this.#width - this.#indent.length - leftWidth);
    this.#lines.push(`${this.#indent}${left}${first}`.trimEnd());
    for (const line of more) this.#lines.push(this.#indent + ' '.repeat(leftWidth) + line);
  }
}
