import type { DiagnosticDefinition } from '../../diagnostics/index.js';
import { fields } from '../../topology/schema.js';
import { globalOptions } from '../arguments.js';
import type { Command, Option } from '../command.js';
import { commands } from '../commands.js';
import { firstSentence, summaryOf } from '../explain/words.js';

/** The shells there is a script for. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** A shell there is a script for. */
export type Shell = (typeof shells)[number];

/** A word that a shell offers, and what it says beside it. */
export interface Word {
  readonly word: string;
  readonly summary: string;
}

/** What may stand at a place of the command line. */
export type Offer =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Field paths and ids of findings. */
  | { readonly kind: 'names' }
  | { readonly kind: 'directories' }
  | { readonly kind: 'files' }
  /** Files of YAML, and folders of them. */
  | { readonly kind: 'topologies' }
  | { readonly kind: 'nothing' };

/** One option as a shell knows it. */
export interface OptionOffer {
  /** With its dashes. */
  readonly long: string;
  readonly short: string | undefined;
  readonly summary: string;
  readonly multiple: boolean;
  /** Undefined for a switch. */
  readonly value: { readonly name: string; readonly offer: Offer } | undefined;
}

/** One command as a shell knows it. */
export interface CommandOffer extends Word {
  readonly options: readonly OptionOffer[];
  readonly argument: { readonly name: string; readonly many: boolean; readonly offer: Offer } | undefined;
}

/** Everything the scripts are made of. */
export interface Source {
  readonly commands: readonly CommandOffer[];
  readonly names: readonly Word[];
}

/** What the program's own tables offer to complete. */
export function completionSource(catalogue: readonly DiagnosticDefinition[]): Source {
  const names = new Map<string, string>();
  for (const { path, node } of fields()) names.set(path.replaceAll('[]', ''), summaryOf(node));
  for (const { id, severity, why } of catalogue) names.set(id, `${severity}: ${firstSentence(why)}`);
  const groups = [...new Set(catalogue.map(({ id }) => id.slice(0, id.indexOf('/'))))];
  return {
    commands: commands.map((command) => offerOfCommand(command, groups)),
    names: [...names].map(([word, summary]) => ({ word, summary: shorten(summary) })),
  };
}

function offerOfCommand(
  { name, summary, positional, options }: Command,
  groups: readonly string[],
): CommandOffer {
  return {
    word: name,
    summary,
    options: Object.entries({ ...options, ...globalOptions }).map(([long, option]) =>
      offerOfOption(long, option),
    ),
    argument: positional && {
      name: positional.name,
      many: positional.many,
      offer: offerOfArgument(positional.kind, groups),
    },
  };
}

function offerOfArgument(kind: NonNullable<Command['positional']>['kind'], groups: readonly string[]): Offer {
  switch (kind) {
    case 'file':
      return { kind: 'topologies' };
    case 'field':
      return { kind: 'names' };
    case 'group':
      return { kind: 'words', words: groups };
    case 'shell':
      return { kind: 'words', words: shells };
  }
}

function offerOfOption(
  name: string,
  { type, short, value = 'VALUE', multiple, choices, summary }: Option,
): OptionOffer {
  return {
    long: `--${name}`,
    short: short === undefined ? undefined : `-${short}`,
    summary,
    multiple: multiple === true,
    value: type === 'string' ? { name: value, offer: offerOfValue(value, choices) } : undefined,
  };
}

function offerOfValue(value: string, choices: readonly string[] | undefined): Offer {
  if (choices) return { kind: 'words', words: choices };
  if (value === 'DIR' || value === 'DIR|REVISION') return { kind: 'directories' };
  return value === 'FILE' ? { kind: 'files' } : { kind: 'nothing' };
}

/** Shells show a word and its summary on one line. */
function shorten(summary: string): string {
  return summary.length > 72 ? `${summary.slice(0, 71).trimEnd()}…` : summary;
}
