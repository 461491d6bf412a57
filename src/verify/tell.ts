import { type Findings, isHidden, type OpenFinding, type Span } from '../diagnostics/index.js';
import type { Field } from '../manifests/index.js';
import type { Value } from '../yaml/read.js';
import { nearest } from '../yaml/suggest.js';
import { metadataSchema } from './core.js';
import { fieldSchema } from './effective.js';
import { formatName } from './formats.js';
import * as kinds from './kinds.js';
import { type Path, shownPath, steps } from './path.js';
import type { Problem } from './problem.js';
import type { Schema } from './schema.js';

/** Puts the problems of one object into words, at their places in the file. */
export class Teller {
  readonly #findings: Findings;
  readonly #root: Field;
  readonly #kind: string;
  readonly #schema: Schema | undefined;
  /** Places that are wrong already. */
  readonly rejected: Span[] = [];

  constructor(findings: Findings, root: Field, kind: string, schema: Schema | undefined) {
    this.#findings = findings;
    this.#root = root;
    this.#kind = kind;
    this.#schema = schema;
  }

  tell(problem: Problem): void {
    const { path } = problem;
    const shown = shownPath(path) || this.#kind;
    const place = path?.parent === undefined && path === undefined ? this.#root : this.#at(path);
    switch (problem.code) {
      case 'unknown':
        this.#unknown(problem.path, problem.around);
        return;
      case 'type':
        this.#type(shown, place, problem.expected, problem.found);
        return;
      case 'null':
        this.#place(this.#findings.report(kinds.wrongType, 'nothing', { path: shown }), place.span).fix(
          'give it a value, or leave the line out',
        );
        return;
      case 'missing':
        this.#place(
          this.#findings.report(kinds.required, 'field', { field: problem.field, place: shown }),
          path === undefined ? place.span : this.#headOf(place),
        );
        return;
      case 'enum':
        this.#enumeration(shown, place, problem.found, problem.choices);
        return;
      case 'pattern':
        this.#place(
          this.#findings.report(kinds.pattern, 'mismatch', {
            path: shown,
            found: described(place, problem.found),
          }),
          place.span,
        ).fix(`it must match the pattern ${problem.pattern}`);
        return;
      case 'badPattern':
        this.#findings
          .report(kinds.patternNotChecked, 'pattern', {
            path: shown,
            pattern: problem.pattern,
            reason: problem.reason,
          })
          .at(place.span);
        return;
      case 'format':
        this.#place(
          this.#findings.report(kinds.format, 'text', {
            path: shown,
            found: described(place, problem.found),
            format: formatName(problem.format),
          }),
          place.span,
        );
        return;
      case 'range':
        this.#place(
          this.#findings.report(kinds.range, 'bound', {
            path: shown,
            found: String(problem.found),
            bound: problem.bound,
          }),
          place.span,
        );
        return;
      case 'multiple':
        this.#place(
          this.#findings.report(kinds.range, 'multiple', {
            path: shown,
            found: problem.found,
            of: problem.of,
          }),
          place.span,
        );
        return;
      case 'duplicate':
        this.#duplicate(problem.path, problem.first, problem.keys);
        return;
      case 'alternatives':
        this.#alternatives(shown, place, problem);
        return;
      case 'not':
        this.#place(this.#findings.report(kinds.alternatives, 'not', { path: shown }), place.span);
        return;
      case 'built-in':
        this.#place(this.#findings.report(kinds.builtIn, 'text', { text: problem.text }), place.span);
        return;
      case 'metadata':
        this.#metadata(place, problem);
        return;
      default:
        this.#place(
          this.#findings.report(kinds.length, problem.code, {
            path: shown,
            found: problem.found,
            limit: problem.limit,
          }),
          place.span,
        );
    }
  }

  #at(path: Path | undefined): Field {
    return this.#root.at(...steps(path));
  }

  #place(open: OpenFinding, span: Span, label?: string): OpenFinding {
    this.rejected.push(span);
    return open.at(span, label);
  }

  /** Where to point when something is missing in a mapping: its name, or its first field where it is an item. */
  #headOf(place: Field): Span {
    const span = place.keySpan;
    return span.end > span.start ? span : place.span;
  }

  #unknown(path: Path | undefined, around: Schema): void {
    const field = String(path?.key ?? '');
    const place = this.#at(path);
    const parent = path?.parent;
    const open = this.#findings.report(kinds.unknownField, 'field', {
      field,
      place: shownPath(parent),
      kind: this.#kind,
    });
    this.#place(open, place.keySpan);
    const meant = nearest(field, around.properties.keys());
    const elsewhere = meant === undefined ? this.#elsewhere(field, parent) : undefined;
    if (meant !== undefined) open.fix(`did you mean ${meant}?`);
    else if (elsewhere !== undefined) open.fix(`it is a field of ${elsewhere}: check the indentation`);
    else if (around.properties.size > 0 && around.properties.size <= 12)
      open.fix(`there are ${[...around.properties.keys()].join(', ')}`);
  }

  /** A place on the way to an object that has a field of this name. */
  #elsewhere(field: string, parent: Path | undefined): string | undefined {
    for (let at = parent; at; at = at.parent) {
      const schema = this.#schemaAt(at.parent);
      if (schema?.properties.has(field)) return shownPath(at.parent) || this.#kind;
    }
    const sibling = parent && this.#schemaAt(parent);
    for (const [name, property] of sibling?.properties ?? [])
      if (property.properties.has(field)) return shownPath({ parent, key: name });
    if (parent !== undefined && metadataSchema().properties.has(field)) return 'metadata';
    return undefined;
  }

  #schemaAt(path: Path | undefined): Schema | undefined {
    let schema = this.#schema;
    for (const step of steps(path)) {
      const next = schema && (typeof step === 'number' ? schema.items : fieldSchema(schema, step));
      schema = next === true ? undefined : next;
    }
    return schema;
  }

  #type(shown: string, place: Field, expected: string, found: Value): void {
    const open = this.#findings.report(kinds.wrongType, 'type', {
      path: shown,
      found: described(place, found),
      expected: typeNames[expected] ?? expected,
    });
    this.#place(open, place.span);
    if (isHidden(place.span)) return;
    const { file, start, end } = place.span;
    const written = file.text.slice(start, end);
    if (
      expected === 'string' &&
      (typeof found === 'number' || typeof found === 'boolean') &&
      /^[\w.+-]+$/.test(written)
    )
      open.fix(`put it between quotes: "${written}"`).edit(place.span, `"${written}"`);
    const bare = typeof found === 'string' && /^(["']).*\1$/.test(written) ? found : undefined;
    const wanted = expected === 'boolean' ? /^(?:true|false)$/ : /^(?:0|-?[1-9]\d{0,14})$/;
    if (bare !== undefined && ['boolean', 'integer', 'number'].includes(expected) && wanted.test(bare))
      open.fix(`write it without quotes: ${bare}`).edit(place.span, bare);
  }

  #enumeration(shown: string, place: Field, found: Value, choices: readonly Value[]): void {
    const open = this.#findings.report(kinds.notAllowed, 'value', {
      path: shown,
      found: described(place, found),
    });
    this.#place(open, place.span);
    const texts = choices.map((choice) => (typeof choice === 'string' ? choice || '""' : String(choice)));
    const meant =
      typeof found === 'string'
        ? nearest(
            found,
            texts.filter((each) => each !== '""'),
          )
        : undefined;
    const all = `it takes ${texts.slice(0, 20).join(', ')}${texts.length > 20 ? ', …' : ''}`;
    open.fix(meant === undefined ? all : `did you mean ${meant}? ${all}`);
  }

  #duplicate(path: Path | undefined, first: number, keys: readonly string[]): void {
    const place = this.#at(path);
    const list = shownPath(path?.parent);
    const values = keys.map((key) => `${key} ${brief(place.at(key).value)}`).join(' and ');
    const open =
      keys.length === 0
        ? this.#findings.report(kinds.duplicateItem, 'value', { path: list, found: brief(place.value) })
        : this.#findings.report(kinds.duplicateItem, 'keys', { path: list, keys: values });
    const before = this.#at(path?.parent).at(first);
    this.#place(open, this.#itemSpan(place, keys), 'again here').related(
      this.#itemSpan(before, keys),
      'first given here',
    );
  }

  #itemSpan(place: Field, keys: readonly string[]): Span {
    const given = keys.map((key) => place.at(key)).find((field) => field.given);
    return given?.span ?? place.span;
  }

  #alternatives(shown: string, place: Field, problem: Problem & { code: 'alternatives' }): void {
    if (problem.matched > 0) {
      this.#place(
        this.#findings.report(kinds.alternatives, 'several', { path: shown, matched: problem.matched }),
        place.keySpan,
      );
      return;
    }
    const absent = problem.branches.map((branch) =>
      branch.map((each) => (each.code === 'missing' ? each.field : undefined)),
    );
    if (absent.every((fields) => fields.length > 0 && fields.every((field) => field !== undefined))) {
      const choices = [
        ...new Set(absent.map((fields) => fields.map((field) => `\`${field}\``).join(' with '))),
      ].join(', ');
      this.#place(
        this.#findings.report(kinds.required, 'atLeastOne', { place: shown, choices }),
        this.#headOf(place),
      );
      return;
    }
    const forms = problem.branches.map((branch) => summary(branch[0])).join('; or ');
    this.#place(this.#findings.report(kinds.alternatives, 'none', { path: shown, forms }), place.span);
  }

  #metadata(place: Field, problem: Problem & { code: 'metadata' }): void {
    const definition = problem.why === 'name' || problem.why === 'namespace' ? kinds.name : kinds.metadata;
    const open =
      definition === kinds.name
        ? this.#findings.report(kinds.name, 'name', { text: problem.text })
        : this.#findings.report(kinds.metadata, 'text', { text: problem.text });
    this.#place(open, problem.atKey ? place.keySpan : place.span);
  }
}

/** What a form of the schema asks for, in a few words. */
function summary(problem: Problem | undefined): string {
  switch (problem?.code) {
    case 'missing':
      return `it has ${problem.field}`;
    case 'type':
      return `${problem.path ? `${shownPath(problem.path)} is ` : 'it is '}${typeNames[problem.expected] ?? problem.expected}`;
    case 'enum':
      return `${shownPath(problem.path)} is one of ${problem.choices.map(brief).join(', ')}`;
    case 'pattern':
      return `${shownPath(problem.path)} matches ${problem.pattern}`;
    case 'range':
      return `${shownPath(problem.path)} is ${problem.bound}`;
    case 'not':
      return `${shownPath(problem.path)} lacks what the schema excludes`;
    default:
      return `${shownPath(problem?.path)} has another form`;
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  'int-or-string': 'a whole number or text',
  quantity: 'a quantity such as 500m or 20Gi',
};

/** What stands at a place, but not what a Secret holds. */
function described(place: Field, value: Value): string {
  if (!isHidden(place.span) || value === null || typeof value === 'object') return describe(value);
  return typeof value === 'number' ? 'a number' : typeof value === 'boolean' ? 'true or false' : 'a text';
}

/** A value as a message names it: `the number 5`, `a list`. */
export function describe(value: Value): string {
  if (value === null) return 'empty';
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `the text ${JSON.stringify(shorten(value))}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (typeof value === 'boolean') return `${value}`;
  return Array.isArray(value) ? 'a list' : 'a mapping';
}

function brief(value: Value | undefined): string {
  if (typeof value === 'string') return value === '' ? '""' : shorten(value);
  return value === undefined ? 'nothing' : shorten(JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
