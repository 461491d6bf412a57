import { parseArgs } from 'node:util';
import { nearest } from '../yaml/suggest.js';
import type { Arguments, Command, Option } from './command.js';
import { CannotRun } from './io.js';

/** Options every command has. */
export const globalOptions: Readonly<Record<string, Option>> = {
  help: { type: 'boolean', short: 'h', summary: 'print this help' },
};

/**
 * Parses what stands after a command.
 *
 * @throws CannotRun for an unknown option, a missing or unexpected value, or too many arguments
 */
export function parseArguments(command: Command, given: readonly string[]): Arguments {
  const known = { ...command.options, ...globalOptions };
  const { tokens, positionals, values } = parseArgs({
    args: [...given],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type, short, multiple }]) => [
        name,
        { type, multiple: multiple ?? false, ...(short === undefined ? {} : { short }) },
      ]),
    ),
  });
  const hint = `see: dbspan ${command.name} --help`;
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const option = known[token.name];
    if (!option) throw unknownOption(command, token.rawName, Object.keys(known));
    if (
      option.type === 'string' &&
      (token.value === undefined || (token.value === '' && !token.inlineValue))
    ) {
      throw new CannotRun(`${token.rawName} needs a value: ${option.value ?? 'VALUE'}`, hint);
    }
    if (option.type === 'boolean' && token.value !== undefined)
      throw new CannotRun(`${token.rawName} takes no value`, hint);
    if (option.choices && token.value !== undefined && !option.choices.includes(token.value)) {
      throw new CannotRun(
        `${token.rawName} cannot be ${token.value}; it is one of ${option.choices.join(', ')}`,
        hint,
      );
    }
    if (seen.has(token.name) && !option.multiple && option.type === 'string') {
      throw new CannotRun(`${token.rawName} is given twice`, hint);
    }
    seen.add(token.name);
  }
  const most = command.positional ? (command.positional.many ? Number.POSITIVE_INFINITY : 1) : 0;
  if (positionals.length > most && values['help'] !== true) {
    throw new CannotRun(
      `${command.name} takes ${most === 0 ? 'no arguments' : 'one argument'}, not ${positionals.join(' ')}`,
      hint,
    );
  }
  return { options: values as Arguments['options'], positionals };
}

function unknownOption(command: Command, rawName: string, known: readonly string[]): CannotRun {
  const meant = nearest(rawName.replace(/^-+/, ''), known);
  return new CannotRun(
    `${command.name} has no option ${rawName}`,
    meant ? `did you mean --${meant}?` : `see: dbspan ${command.name} --help`,
  );
}
