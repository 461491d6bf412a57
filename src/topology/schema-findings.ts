import type { Findings, OpenFinding, Span } from '../diagnostics/index.js';
import { forbiddenCharacter } from '../yaml/decode.js';
import { wholeLines } from '../yaml/edits.js';
import { isMapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { headSpan, keySpan, spanOf, valueSpan } from '../yaml/spans.js';
import { nearest } from '../yaml/suggest.js';
import type { SchemaError } from './generated/validate.js';
import { definitionName, resolve, schemaAt, topologySchema } from './schema.js';
import {
  duplicateItem,
  malformedValue,
  missingKey,
  notAllowed,
  numericVersion,
  outOfRange,
  unknownKey,
  wrongLanguage,
  wrongType,
} from './schema-kinds.js';
import {
  describe,
  displayPath,
  elsewhere,
  exampleOf,
  expectation,
  inlineKind,
  shorten,
  suggestValue,
} from './schema-words.js';

type Path = readonly (string | number)[];

/** Reports what the generated validator found about a value that `readYaml` returned. */
export function reportSchemaErrors(
  root: Value,
  rootSpan: Span,
  errors: readonly SchemaError[],
  findings: Findings,
): void {
  if (reportWrongLanguage(root, rootSpan, findings)) return;
  const reporter = new SchemaReporter(root, findings);
  const done = new Set<string>();
  for (const error of errors) {
    // A value of the wrong type or an empty text fails several keywords; the first says it best.
    const key = `${error.instancePath} ${subject(error)}`;
    if (done.has(key) || error.keyword === 'propertyNames') continue;
    done.add(key);
    reporter.report(error);
  }
}

function subject(error: SchemaError): string {
  const { missingProperty, additionalProperty, propertyName } = error.params;
  return String(missingProperty ?? additionalProperty ?? error.propertyName ?? propertyName ?? '');
}

function reportWrongLanguage(root: Value, rootSpan: Span, findings: Findings): boolean {
  const hint = 'start the file with: apiVersion: dbspan/v1alpha1 and kind: Topology';
  if (!isMapping(root)) {
    findings
      .report(wrongLanguage, 'notAMapping', { found: describe(root) })
      .at(rootSpan)
      .fix(hint);
    return true;
  }
  for (const field of ['apiVersion', 'kind'] as const) {
    const expected = topologySchema.properties?.[field]?.const ?? '';
    const found = root[field];
    if (found === expected) continue;
    if (found === undefined) {
      // A misspelt `apiVersion` is an unknown key and says so.
      if (nearest(field, Object.keys(root)) !== undefined) continue;
      findings.report(wrongLanguage, 'missing', { field }).at(headSpan(root)).fix(hint);
    } else {
      findings
        .report(wrongLanguage, 'other', { field, found: describe(found), expected })
        .at(valueSpan(root, field))
        .fix(hint);
    }
    return true;
  }
  return false;
}

function isName(step: string | number): step is string {
  return typeof step === 'string';
}

/** A word without what people vary in spelling it: case, hyphens and underscores. */
function letters(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

class SchemaReporter {
  readonly #root: Value;
  readonly #findings: Findings;

  constructor(root: Value, findings: Findings) {
    this.#root = root;
    this.#findings = findings;
  }

  report(error: SchemaError): void {
    const path = this.#path(error.instancePath);
    switch (error.keyword) {
      case 'required':
      case 'dependencies':
        this.#missing(path, error);
        break;
      case 'additionalProperties':
        this.#unknown(path, String(error.params['additionalProperty']));
        break;
      case 'type':
        this.#type(path);
        break;
      case 'enum':
      case 'const':
        this.#enum(path);
        break;
      case 'pattern':
        if (error.propertyName === undefined) this.#pattern(path);
        else this.#optionName(path, error.propertyName);
        break;
      case 'minLength':
      case 'maxLength':
        this.#length(path, error);
        break;
      case 'minItems':
      case 'maxItems':
        this.#items(path, error);
        break;
      case 'uniqueItems':
        this.#duplicate(path, Number(error.params['i']), Number(error.params['j']));
        break;
      case 'minimum':
      case 'maximum':
      case 'exclusiveMinimum':
        this.#range(path);
        break;
      default:
        throw new Error(`the schema uses ${error.keyword}, which has no message`);
    }
  }

  #missing(path: Path, error: SchemaError): void {
    const container = this.#value(path);
    const key = String(error.params['missingProperty']);
    if (this.#isMisspelt(path, container, key)) return;
    const place = this.#placeOf(path);
    const span = this.#spanOfKeyOrHead(path, container);
    const open =
      error.keyword === 'dependencies'
        ? this.#findings.report(missingKey, 'together', {
            key,
            with: String(error.params['property']),
            place,
          })
        : this.#findings.report(missingKey, 'key', { key, place });
    open.at(span);
    const wanted = schemaAt([...path, key]);
    const example = wanted && exampleOf(wanted);
    if (example !== undefined) open.fix(`add it, for example: ${key}: ${example}`);
    else
      open.fix(`add it; what belongs there says: dbspan explain ${[...path.filter(isName), key].join('.')}`);
  }

  /** A missing field that stands there misspelt is reported once, as the unknown key it is. */
  #isMisspelt(path: Path, container: Value, key: string): boolean {
    if (!isMapping(container)) return false;
    const unknown = Object.keys(container).filter((name) => schemaAt([...path, name]) === undefined);
    return nearest(key, unknown) !== undefined || this.#onlyMissing(path, container) === key;
  }

  /** The one required field that is missing where one field is unknown: most likely they are the same. */
  #onlyMissing(path: Path, container: Value): string | undefined {
    const here = schemaAt(path);
    if (!isMapping(container) || !here) return undefined;
    const { required = [], dependencies = {}, properties = {} } = resolve(here);
    const names = Object.keys(container);
    const unknown = names.filter((name) => schemaAt([...path, name]) === undefined);
    const needed = [...required, ...names.flatMap((name) => dependencies[name] ?? [])];
    const missing = [...new Set(needed)].filter((name) => !(name in container));
    const [only = ''] = missing;
    if (unknown.length !== 1 || missing.length !== 1) return undefined;
    const meant = nearest(unknown[0] ?? '', Object.keys(properties));
    return meant === undefined || meant === only ? only : undefined;
  }

  #unknown(path: Path, key: string): void {
    const container = this.#value(path);
    if (!isMapping(container)) return;
    const open = this.#findings
      .report(unknownKey, 'key', { key, place: this.#placeOf(path) })
      .at(keySpan(container, key), 'not known here');
    const here = schemaAt(path);
    const known = Object.keys((here && resolve(here).properties) ?? {});
    const meant = nearest(
      key,
      known.filter((name) => !(name in container)),
    );
    const missing = this.#onlyMissing(path, container);
    if (missing !== undefined && meant !== missing) {
      open.fix(`did you mean \`${missing}\`, which is missing?`);
    } else if (meant) {
      open.fix(`did you mean \`${meant}\`?`);
      if (letters(meant) === letters(key)) open.edit(keySpan(container, key), meant);
    } else open.fix(elsewhere(key, known) ?? `known fields: ${known.join(', ')}`);
  }

  #optionName(path: Path, name: string): void {
    const container = this.#value(path);
    const here = schemaAt(path);
    if (!isMapping(container) || !here) return;
    const problem = resolve(here).propertyNames?.patternErrorMessage ?? 'not a valid name';
    this.#findings.report(unknownKey, 'option', { key: name, problem }).at(keySpan(container, name));
  }

  #type(path: Path): void {
    const node = schemaAt(path);
    if (!node) return;
    const value = this.#value(path);
    const span = this.#span(path);
    const source = span.file.text.slice(span.start, span.end);
    const shown = this.#display(path);
    const definition = definitionName(node);
    if (definition === 'version' && typeof value === 'number') {
      this.#findings
        .report(numericVersion, 'number', { path: shown, source })
        .at(span, 'YAML reads a number here')
        .fix(`put it between quotes: "${source}"`)
        .edit(span, `"${source}"`);
      return;
    }
    const open = this.#findings
      .report(wrongType, 'type', {
        path: shown,
        found: typeof value === 'number' ? `the number ${source}` : describe(value),
        expected: expectation(node),
      })
      .at(span);
    const allowed = resolve(node).type ?? 'string';
    const mayBe = (type: string): boolean =>
      allowed === type || (Array.isArray(allowed) && allowed.includes(type));
    const exponent = typeof value === 'number' && /[eE_xo]/.test(source);
    if (mayBe('string') && (typeof value === 'number' || typeof value === 'boolean')) {
      const quantity =
        typeof value === 'number' &&
        !exponent &&
        ['size', 'bandwidth', 'duration'].includes(definition ?? '');
      open.fix(
        quantity
          ? `add a unit: ${source}${{ size: 'Mi', bandwidth: 'Mbps', duration: 's' }[definition ?? '']}`
          : `put it between quotes: "${source}"`,
      );
    } else if (allowed === 'array' && value !== null && !isMapping(value))
      open.fix(`make it a list: [${source}]`);
    else if (typeof value === 'string' && (mayBe('integer') || mayBe('number')) && /^[0-9]+$/.test(value)) {
      open.fix(`remove the quotes: ${value}`).edit(span, value);
    } else if (typeof value === 'string' && mayBe('boolean')) {
      const word = value.toLowerCase();
      if (['yes', 'on', 'y', 'true'].includes(word)) open.fix('write true').edit(span, 'true');
      else if (['no', 'off', 'n', 'false'].includes(word)) open.fix('write false').edit(span, 'false');
    } else {
      const example = exampleOf(node);
      if (example !== undefined) open.fix(`for example: ${example}`);
    }
  }

  #enum(path: Path): void {
    const node = schemaAt(path);
    if (!node) return;
    const value = this.#value(path);
    const { enum: choices, const: only } = resolve(node);
    const allowed = choices ?? (only === undefined ? [] : [only]);
    const open = this.#findings
      .report(notAllowed, 'value', { path: this.#display(path), found: describe(value) })
      .at(this.#span(path));
    const meant = typeof value === 'string' ? nearest(value, allowed) : undefined;
    open.fix(meant ? `did you mean ${meant}?` : `one of: ${allowed.join(', ')}`);
    if (meant && letters(meant) === letters(String(value))) open.edit(this.#span(path), meant);
  }

  #pattern(path: Path): void {
    const node = schemaAt(path);
    const value = this.#value(path);
    // A character that cannot be there at all was reported when the text was read.
    if (!node || typeof value !== 'string' || forbiddenCharacter(value)) return;
    const problem = resolve(node).patternErrorMessage ?? 'not of the right form';
    const open = this.#findings
      .report(malformedValue, 'pattern', {
        path: this.#display(path),
        found: JSON.stringify(shorten(value)),
        problem,
      })
      .at(this.#span(path));
    const remedy = suggestValue(definitionName(node) ?? inlineKind(path), value, resolve(node));
    if (remedy) open.fix(`write ${remedy}`);
  }

  #length(path: Path, error: SchemaError): void {
    const value = this.#value(path);
    const limit = Number(error.params['limit']);
    const shown = this.#display(path);
    if (typeof value !== 'string') return;
    const node = schemaAt(path);
    // What the text should be says more than how long.
    if (error.keyword === 'minLength' && value !== '' && node && resolve(node).patternErrorMessage) {
      this.#pattern(path);
      return;
    }
    const open: OpenFinding =
      error.keyword === 'maxLength'
        ? this.#findings.report(malformedValue, 'length', { path: shown, length: [...value].length, limit })
        : value === ''
          ? this.#findings.report(malformedValue, 'emptyText', { path: shown })
          : this.#findings.report(malformedValue, 'tooShort', { path: shown, limit });
    open.at(this.#span(path));
    if (error.keyword === 'maxLength') open.fix('shorten it');
    else {
      const example = node && exampleOf(node);
      if (example !== undefined) open.fix(`for example: ${example}`);
    }
  }

  #items(path: Path, error: SchemaError): void {
    const value = this.#value(path);
    if (!Array.isArray(value)) return;
    const kind = error.keyword === 'minItems' ? 'few' : 'many';
    const limit = Number(error.params['limit']);
    const open = this.#findings
      .report(outOfRange, kind, { path: this.#display(path), limit, found: value.length })
      .at(this.#span(path));
    if (value.length > 0) return;
    const key = String(path.at(-1));
    const container = schemaAt(path.slice(0, -1));
    const needed = container && resolve(container).required?.includes(key);
    open.fix(needed ? 'add one' : `add one, or leave ${key} out`);
  }

  #duplicate(path: Path, first: number, second: number): void {
    const list = this.#value(path);
    if (!Array.isArray(list)) return;
    const [early, late] = first < second ? [first, second] : [second, first];
    const open = this.#findings
      .report(duplicateItem, 'item', { path: this.#display(path), found: String(list[late]) })
      .at(valueSpan(list, late), 'again here')
      .related(valueSpan(list, early), 'first here')
      .fix('remove one of the two');
    const lines = wholeLines(valueSpan(list, late));
    if (lines) open.edit(lines, '');
  }

  #range(path: Path): void {
    const node = schemaAt(path);
    if (!node) return;
    const { minimum, maximum, exclusiveMinimum } = resolve(node);
    const range =
      exclusiveMinimum !== undefined
        ? `it must be above ${exclusiveMinimum}`
        : `it must be from ${minimum ?? 'any'} to ${maximum ?? 'any'}`;
    this.#findings
      .report(outOfRange, 'number', { path: this.#display(path), found: String(this.#value(path)), range })
      .at(this.#span(path));
  }

  #path(instancePath: string): Path {
    const path: (string | number)[] = [];
    let value: Value | undefined = this.#root;
    for (const part of instancePath.split('/').slice(1)) {
      const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
      if (Array.isArray(value)) {
        path.push(Number(key));
        value = value[Number(key)];
      } else {
        path.push(key);
        value = isMapping(value) ? value[key] : undefined;
      }
    }
    return path;
  }

  #value(path: Path): Value {
    let value: Value | undefined = this.#root;
    for (const part of path) {
      value = Array.isArray(value) ? value[part as number] : isMapping(value) ? value[part] : undefined;
    }
    return value ?? null;
  }

  #span(path: Path): Span {
    const parent = this.#value(path.slice(0, -1)) as Record<string, Value>;
    const last = path.at(-1);
    if (last === undefined) return spanOf(parent);
    return this.#value(path) === null ? keySpan(parent, last as string) : valueSpan(parent, last as string);
  }

  /** Where a mapping is named: its key, or its first field when it is an item of a list. */
  #spanOfKeyOrHead(path: Path, container: Value): Span {
    const last = path.at(-1);
    if (typeof last === 'string')
      return keySpan(this.#value(path.slice(0, -1)) as Record<string, Value>, last);
    return headSpan(container as object);
  }

  #placeOf(path: Path): string {
    return path.length === 0 ? 'the topology' : `\`${this.#display(path)}\``;
  }

  #display(path: Path): string {
    return displayPath(this.#root, path);
  }
}
