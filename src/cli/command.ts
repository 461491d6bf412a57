import type { Io } from './io.js';

/** One option of a command. */
export interface Option {
  readonly type: 'boolean' | 'string';
  readonly short?: string;
  /** Name of the value in the help: DIR. */
  readonly value?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  /** The values it takes, where they are few. */
  readonly choices?: readonly string[];
  readonly summary: string;
}

/** What stands after a command: files, a field name, groups of rules, nothing. */
export interface Positional {
  readonly name: string;
  readonly kind: 'file' | 'field' | 'group' | 'shell';
  readonly many: boolean;
  readonly summary: string;
}

/** Arguments of a command as they were given. */
export interface Arguments {
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Runs a command. Returns the exit code: 0 clean, 1 findings, 2 could not run. */
export type Run = (given: Arguments, io: Io) => Promise<number>;

/** One command of the program. Help and shell completion are derived from this. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs of help below the summary. */
  readonly details?: readonly string[];
  readonly positional?: Positional;
  readonly options: Readonly<Record<string, Option>>;
  readonly examples: readonly string[];
}
