import type { Findings, OpenFinding, Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import type { Value } from '../../yaml/read.js';
import type { Kind } from '../kind.js';
import { celNotChecked, celRule } from '../kinds.js';
import { below, type Path, shownPath, steps } from '../path.js';
import type { CelRule, Schema } from '../schema.js';
import { compileCel, type Outcome } from './program.js';
import { type CelValue, celValue, sizeOf } from './values.js';

/** Steps that a rule may take on one value. The API server has a limit, too, and refuses CRDs whose rules may exceed it. */
const mostSteps = 20_000_000;

interface Unchecked {
  readonly kind: string;
  readonly place: string;
  readonly rule: string;
  readonly reason: string;
  readonly span: Span;
  count: number;
}

/** Evaluates the rules of CRDs. */
export class CelCheck {
  readonly #unchecked = new Map<string, Unchecked>();

  /** The rules of one object, which was pruned, has its defaults and fits its schema. Returns the places of what is refused. */
  object(value: Value, kind: Kind, root: Field, known: readonly Span[], findings: Findings): readonly Span[] {
    const rejected: Span[] = [];
    this.#walk(value, kind.schema, undefined, { kind, root, known, findings, rejected });
    return rejected;
  }

  /** What could not be evaluated, once for each rule. */
  report(findings: Findings): void {
    for (const { span, ...parameters } of this.#unchecked.values())
      findings.report(celNotChecked, 'unsupported', parameters).at(span);
  }

  #walk(value: Value, schema: Schema, path: Path | undefined, run: Run): void {
    if (!schema.hasRules || value === undefined) return;
    if (schema.rules.length > 0 && value !== null) this.#rules(value, schema, path, run);
    if (Array.isArray(value)) {
      const { items } = schema;
      if (items?.hasRules)
        for (const [index, item] of value.entries()) this.#walk(item, items, below(path, index), run);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    for (const [name, field] of Object.entries(value)) {
      const property = schema.properties.get(name) ?? schema.additional;
      if (property && property !== true) this.#walk(field, property, below(path, name), run);
    }
  }

  #rules(value: Value, schema: Schema, path: Path | undefined, run: Run): void {
    const size = sizeOf(value);
    let self: CelValue | undefined;
    for (const rule of schema.rules) {
      const program = compileCel(rule.rule);
      if ('unsupported' in program) {
        this.#leave(rule, path, program.unsupported, run);
        continue;
      }
      // What compares with the object before is not asked of one that is new.
      if (program.usesOldSelf && !rule.optionalOldSelf) continue;
      if (size ** Math.max(1, program.depth) > mostSteps) {
        this.#leave(rule, path, 'the value is too large for its loops', run);
        continue;
      }
      self ??= path === undefined ? rootValue(value, schema) : celValue(value, schema);
      this.#judge(program.run(self), rule, self, path, run);
    }
  }

  #judge(outcome: Outcome, rule: CelRule, self: CelValue, path: Path | undefined, run: Run): void {
    if ('unsupported' in outcome) {
      this.#leave(rule, path, outcome.unsupported, run);
      return;
    }
    if ('value' in outcome && outcome.value === true) return;
    const place = placeOf(rule, path, run.root);
    // A value that its schema refuses breaks rules as well; that is one mistake.
    if (run.known.some(({ start, end }) => start === place.start && end === place.end)) return;
    run.rejected.push(place);
    const text = brief(rule.rule);
    let open: OpenFinding;
    if ('failure' in outcome)
      open = run.findings.report(celRule, 'error', { rule: text, reason: outcome.failure });
    else {
      const message = messageOf(rule, self);
      open =
        message === undefined
          ? run.findings.report(celRule, 'failed', { rule: text })
          : run.findings.report(celRule, 'message', { message });
      if (message !== undefined) open.fix(`the rule is: ${text}`);
    }
    open.at(place);
  }

  #leave(rule: CelRule, path: Path | undefined, reason: string, { kind, root }: Run): void {
    const key = `${kind.apiVersion} ${kind.kind} ${rule.rule}`;
    const known = this.#unchecked.get(key);
    if (known) known.count += 1;
    else
      this.#unchecked.set(key, {
        kind: kind.kind,
        place: shownPath(path) || 'the object',
        rule: brief(rule.rule),
        reason,
        span: root.at(...steps(path)).keySpan,
        count: 1,
      });
  }
}

interface Run {
  readonly kind: Kind;
  readonly root: Field;
  /** Places that the schema refuses. */
  readonly known: readonly Span[];
  readonly findings: Findings;
  readonly rejected: Span[];
}

/** At the root, a rule sees of the metadata the name alone. */
function rootValue(value: Value, schema: Schema): CelValue {
  const self = celValue(value, schema) as Map<string, CelValue>;
  const { metadata } = value as { metadata?: { name?: Value; generateName?: Value } };
  const seen = new Map<string, CelValue>();
  if (typeof metadata?.name === 'string') seen.set('name', metadata.name);
  if (typeof metadata?.generateName === 'string') seen.set('generateName', metadata.generateName);
  return self.set('metadata', seen);
}

function messageOf(rule: CelRule, self: CelValue): string | undefined {
  if (rule.messageExpression !== undefined) {
    const program = compileCel(rule.messageExpression);
    const outcome = 'run' in program ? program.run(self) : undefined;
    if (
      outcome &&
      'value' in outcome &&
      typeof outcome.value === 'string' &&
      /^[^\n]+$/.test(outcome.value.trim())
    )
      return outcome.value.trim();
  }
  return rule.message?.trim();
}

/** Where the finding stands: at the field that the rule names, else at the name of what it is about. */
function placeOf(rule: CelRule, path: Path | undefined, root: Field): Span {
  let field = root.at(...steps(path));
  if (rule.fieldPath !== undefined) {
    for (const [, plain, quoted] of rule.fieldPath.matchAll(/\.([\w$-]+)|\[['"]?([^\]'"]+)['"]?\]/g))
      field = field.at((plain ?? quoted) as string);
    return field.span;
  }
  return path === undefined ? field.span : field.keySpan;
}

function brief(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 160 ? `${line.slice(0, 157)}...` : line;
}
