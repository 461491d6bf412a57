import { Environment, Optional } from '@marcbachmann/cel-js';
import { addFunctions, CelFailure } from './functions.js';
import type { CelValue } from './values.js';

/** What an expression came to. */
export type Outcome =
  | { readonly value: unknown }
  /** The API server fails here, too, and refuses the object. */
  | { readonly failure: string }
  /** Something that is not known here. */
  | { readonly unsupported: string };

/** An expression that can be evaluated. */
export interface Program {
  readonly usesOldSelf: boolean;
  /** How deep loops over lists and maps stand inside each other. */
  readonly depth: number;
  run(self: CelValue): Outcome;
}

/** Errors that come from the values. All others mean that the expression uses what is not known here. */
const failures: ReadonlySet<string> = new Set([
  'no_such_key',
  'index_out_of_bounds',
  'division_by_zero',
  'modulo_by_zero',
  'integer_overflow',
]);

let environment: Environment | undefined;

function environmentOf(): Environment {
  environment ??= addFunctions(
    new Environment({
      homogeneousAggregateLiterals: false,
      enableOptionalTypes: true,
      unlistedVariablesAreDyn: false,
    })
      .registerVariable('self', 'dyn')
      .registerVariable('oldSelf', 'dyn'),
  );
  return environment;
}

const compiled = new Map<string, Program | { readonly unsupported: string }>();

/** Compiles an expression, once. */
export function compileCel(expression: string): Program | { readonly unsupported: string } {
  const known = compiled.get(expression);
  if (known) return known;
  const fresh = compile(expression);
  compiled.set(expression, fresh);
  return fresh;
}

function compile(expression: string): Program | { readonly unsupported: string } {
  const { code, bare } = adapted(expression);
  try {
    const parsed = environmentOf().parse(code);
    return {
      usesOldSelf: /\boldSelf\b/.test(bare),
      depth: depthOf(parsed.ast),
      // A rule that takes oldSelf as optional is asked of a new object, too.
      run: (self) => run(() => parsed({ self, oldSelf: Optional.none() })),
    };
  } catch (error) {
    return { unsupported: summaryOf(error) };
  }
}

function run(evaluate: () => unknown): Outcome {
  try {
    const value = evaluate();
    return value instanceof Promise ? { unsupported: 'it takes time' } : { value };
  } catch (error) {
    if (causeOf(error) instanceof CelFailure) return { failure: (causeOf(error) as CelFailure).message };
    const { code } = error as { code?: string };
    return code !== undefined && failures.has(code)
      ? { failure: summaryOf(error) }
      : { unsupported: summaryOf(error) };
  }
}

function causeOf(error: unknown): unknown {
  if (error instanceof CelFailure) return error;
  return error instanceof Error && error.cause !== undefined ? causeOf(error.cause) : undefined;
}

function summaryOf(error: unknown): string {
  const { summary } = error as { summary?: string };
  return (summary ?? (error instanceof Error ? error.message : String(error))).split('\n')[0] ?? '';
}

/**
 * The library matches by JavaScript's regular expressions, the API server by RE2: calls of `matches` go to our own. Texts
 * in the expression stay as they are; `bare` is the expression without them.
 */
function adapted(expression: string): { readonly code: string; readonly bare: string } {
  const texts = /[rR]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|\/\/[^\n]*/g;
  let code = '';
  let bare = '';
  let end = 0;
  for (const match of expression.matchAll(texts)) {
    const between = expression.slice(end, match.index);
    code += renamed(between) + match[0];
    bare += `${between}""`;
    end = match.index + match[0].length;
  }
  return { code: code + renamed(expression.slice(end)), bare: bare + expression.slice(end) };
}

function renamed(code: string): string {
  return code.replaceAll(/\.\s*matches\s*\(/g, '.matchesPattern(');
}

const loops: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'existsOne', 'map', 'filter']);

/** The deepest nesting of loops below a node of the syntax tree. */
function depthOf(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((deepest: number, each) => Math.max(deepest, depthOf(each)), 0);
  if (typeof node !== 'object' || node === null || !('op' in node)) return 0;
  const { op, args } = node as { op: string; args: unknown };
  const below = depthOf(args);
  return op === 'rcall' && Array.isArray(args) && loops.has(String(args[0])) ? below + 1 : below;
}
