import type { DiagnosticDefinition, Severity } from '../../diagnostics/index.js';
import { wrap } from '../../report/wrap.js';
import type { Rule, Stage } from '../../rules/rule.js';
import { nearest } from '../../yaml/suggest.js';
import { catalogue } from '../catalogue.js';
import type { Run } from '../command.js';
import { CannotRun, paletteOf, widthOf } from '../io.js';

/** What a rule looks at, for a list: a topology, whichever stage of it, or manifests. */
type Subject = 'topology' | 'program' | 'manifests' | 'file' | 'change';

interface Listed {
  readonly id: string;
  readonly severity: Severity;
  /** Empty for a finding of the reader, the schema or the writer, which is no rule. */
  readonly looksAt: readonly Subject[];
  readonly why: string;
  readonly source?: string;
}

const subjectOf = {
  topology: 'topology',
  plan: 'topology',
  program: 'program',
  manifests: 'manifests',
  serverFile: 'file',
  change: 'change',
} as const satisfies Record<Stage, Subject>;

/** `dbspan rules`: every kind of finding, or those of some groups. */
export const run: Run = async ({ options, positionals }, io) => {
  const listed = chosen(positionals).map(listedOf);
  if (options['format'] === 'json') {
    io.stdout.write(`${JSON.stringify({ command: 'rules', rules: listed }, undefined, 2)}\n`);
    return 0;
  }
  const paint = paletteOf(io, 'stdout');
  const width = Math.max(...listed.map(({ id }) => id.length));
  const terminal = widthOf(io);
  let group = '';
  for (const { id, severity, looksAt, why } of listed) {
    const own = id.slice(0, id.indexOf('/'));
    if (own !== group) io.stdout.write(`${group === '' ? '' : '\n'}${paint.strong(own)}\n`);
    group = own;
    const marked = `${paint.severity[severity](severity)}${' '.repeat('warning'.length - severity.length)}`;
    const about = paint.faint(subjects(looksAt).padEnd('manifests'.length));
    const left = width + '  '.length * 4 + 'warning'.length + 'manifests'.length;
    io.stdout.write(`  ${id.padEnd(width)}  ${marked}  ${about}${beside(why, left, terminal)}\n`);
  }
  const rules = listed.filter(({ looksAt }) => looksAt.length > 0);
  const others = listed.length - rules.length;
  const rest = others === 0 ? '' : `, ${others} other findings`;
  const legend = rules.some(({ looksAt }) => looksAt.includes('manifests'))
    ? 'manifests: found by dbspan verify; both: in topologies, and by dbspan verify\n'
    : '';
  io.stdout.write(`\n${legend}${rules.length} rules${rest}; a page of each: dbspan explain RULE\n`);
  return 0;
};

function subjects(looksAt: readonly Subject[]): string {
  if (!looksAt.includes('manifests')) return '';
  return looksAt.includes('topology') || looksAt.includes('program') ? 'both' : 'manifests';
}

/** Fewer columns are too narrow to read a sentence in. */
const narrowest = 48;

/** A text right of `left` columns: in one line for a program that reads it, wrapped on a terminal, below where it has no room. */
function beside(text: string, left: number, terminal: number | undefined): string {
  if (terminal === undefined) return `  ${text}`;
  const indent = terminal - left < narrowest ? '    '.length : left;
  const lines = wrap(text, terminal - indent).join(`\n${' '.repeat(indent)}`);
  return indent === left ? `  ${lines}` : `\n${' '.repeat(indent)}${lines}`;
}

/** The kinds of finding of the groups that are named, or all. */
function chosen(names: readonly string[]): readonly DiagnosticDefinition[] {
  if (names.length === 0) return catalogue;
  const groups = new Set(catalogue.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const wanted = new Set(names.map((name) => name.replace(/\/$/, '')));
  for (const name of wanted) {
    if (groups.has(name) || catalogue.some(({ id }) => id === name)) continue;
    const meant = nearest(name, [...groups]);
    throw new CannotRun(
      `there is no group of rules ${name}`,
      meant ? `did you mean ${meant}?` : `groups: ${[...groups].join(', ')}`,
    );
  }
  return catalogue.filter(({ id }) => wanted.has(id) || wanted.has(id.slice(0, id.indexOf('/'))));
}

function listedOf(definition: DiagnosticDefinition): Listed {
  const { id, severity, why, source } = definition;
  const stages = 'stages' in definition ? (definition as Rule).stages : [];
  const looksAt = [...new Set(stages.map((stage) => subjectOf[stage]))];
  return { id, severity, looksAt, why, ...(source === undefined ? {} : { source }) };
}
