import { usualWidth, wrap } from '../report/wrap.js';
import { globalOptions } from './arguments.js';
import type { Command, Option } from './command.js';
import { commands } from './commands.js';

/** Help of the program as a whole. */
export function programHelp(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `${hang('dbspan compiles one topology file into the Kubernetes manifests of databases that span clusters.', 0)}

Usage: dbspan COMMAND [ARGUMENT…] [--OPTION…]

Commands:
${commands.map(({ name, summary }) => row(name, summary, width)).join('\n')}

Exit codes:
  0  no errors; warnings do not count, unless --max-warnings says so
  1  errors, or changes with --check
  2  could not run
  3  a dangerous change, with plan --exit-code

Help on a command: dbspan COMMAND --help
`;
}

/** Help of one command. */
export function commandHelp(command: Command): string {
  const { name, summary, details, positional, options, examples } = command;
  const argument = positional ? ` [${positional.name}${positional.many ? '…' : ''}]` : '';
  const rows = Object.entries({ ...options, ...globalOptions }).map(([key, option]): [string, string] => [
    usageOf(key, option),
    option.choices ? `${option.summary}: ${option.choices.join(', ')}` : option.summary,
  ]);
  if (positional) rows.unshift([positional.name, positional.summary]);
  const width = Math.min(26, Math.max(...rows.map(([left]) => left.length)));
  const parts = [
    hang(`dbspan ${name}: ${summary}`, 0),
    `Usage: dbspan ${name}${argument} [--OPTION…]`,
    ...(details ?? []).map((paragraph) => hang(paragraph, 0)),
    rows.map(([left, right]) => row(left, right, width)).join('\n'),
    `Examples:\n${examples.map((example) => `  ${example}`).join('\n')}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function usageOf(name: string, { short, value, type }: Option): string {
  const long = `${short ? `-${short}, ` : '    '}--${name}`;
  return type === 'string' ? `${long} ${value ?? 'VALUE'}` : long;
}

function row(left: string, right: string, width: number): string {
  const indent = width + 4;
  const text = hang(right, indent);
  return left.length > width ? `  ${left}\n${' '.repeat(indent)}${text}` : `  ${left.padEnd(width)}  ${text}`;
}

function hang(text: string, indent: number): string {
  return wrap(text, usualWidth - indent).join(`\n${' '.repeat(indent)}`);
}
