import * as units from '../../sizing/units.js';
import { bitsPerSecond, bytes, millicores, milliseconds } from '../../topology/index.js';
import { resolve, schemaAt, topologySchema } from '../../topology/schema.js';
import { shorten, suggestValue } from '../../topology/schema-words.js';
import type { Arguments } from '../command.js';
import { CannotRun } from '../io.js';

// Values of options, which are written as in a topology and refused in the same words.

type Options = Arguments['options'];
type Kind = 'size' | 'bandwidth' | 'duration' | 'cpu' | 'version';

/** No machine and no volume is larger; what is written larger is a slip. */
const mostBytes = 2 ** 50;

/** The text of an option that must be of a kind of the language; undefined when it is not given. */
function textOf(options: Options, name: string, kind: Kind): string | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  const node = topologySchema.definitions?.[kind] ?? {};
  return checked(name, given, node.pattern, node.patternErrorMessage, suggestValue(kind, given, node));
}

function checked(
  name: string,
  given: string,
  pattern = '',
  problem = 'not of the right form',
  remedy?: string,
): string {
  if (given !== '' && new RegExp(pattern).test(given)) return given;
  throw new CannotRun(
    `--${name}: ${JSON.stringify(shorten(given))} is ${problem}`,
    remedy && `write ${remedy}`,
  );
}

function sizeFrom(name: string, text: string): units.Mebibytes {
  const size = bytes(text);
  if (size > mostBytes) throw new CannotRun(`--${name}: ${text} is more than 1Pi, which no machine has`);
  if (size < 1024) throw new CannotRun(`--${name}: ${text} is less than 1Ki`);
  return units.fromBytes(size);
}

/** A size such as 512Mi. */
export function sizeOption(options: Options, name: string): units.Mebibytes | undefined {
  const text = textOf(options, name, 'size');
  return text === undefined ? undefined : sizeFrom(name, text);
}

/** A share such as 70%, or a size. */
export function shareOption(
  options: Options,
  name: string,
): { readonly share: number } | { readonly size: units.Mebibytes } | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  const node = resolve(schemaAt(['databases', 0, 'sizing', 'bufferPool']) ?? {});
  const text = checked(
    name,
    given,
    node.pattern,
    node.patternErrorMessage,
    suggestValue('size', given, node),
  );
  return text.endsWith('%') ? { share: Number(text.slice(0, -1)) / 100 } : { size: sizeFrom(name, text) };
}

/** A bandwidth such as 200Mbps. */
export function bandwidthOption(options: Options, name: string): units.BitsPerSecond | undefined {
  const text = textOf(options, name, 'bandwidth');
  return text === undefined ? undefined : units.bitsPerSecond(bitsPerSecond(text));
}

/** A duration such as 1h30m. */
export function durationOption(options: Options, name: string): units.Milliseconds | undefined {
  const text = textOf(options, name, 'duration');
  return text === undefined ? undefined : units.milliseconds(milliseconds(text));
}

/** Cores such as 2, 0.5 or 500m. */
export function coresOption(options: Options, name: string): units.Cores | undefined {
  const text = textOf(options, name, 'cpu');
  return text === undefined ? undefined : units.cores(millicores(text) / 1000);
}

/** A version such as 11.8.5. */
export function versionOption(options: Options, name: string): string | undefined {
  return textOf(options, name, 'version');
}

/** A whole number within a range. */
export function countOption(
  options: Options,
  name: string,
  least: number,
  most: number,
  why = '',
): number | undefined {
  const given = options[name];
  if (typeof given !== 'string') return undefined;
  if (!/^[0-9]{1,15}$/.test(given)) {
    const digits = /^\+?([0-9]{1,15})(?:\.0*)?$/.exec(given.replace(/[ _,']/g, ''))?.[1];
    throw new CannotRun(
      `--${name}: ${JSON.stringify(shorten(given))} is not a whole number`,
      digits && `write ${Number(digits)}`,
    );
  }
  const count = Number(given);
  if (count < least || count > most)
    throw new CannotRun(`--${name} is ${count}, it must be from ${least} to ${most}${why}`);
  return count;
}
