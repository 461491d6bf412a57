import type { Arguments } from '../command.js';
import { CannotRun } from '../io.js';

/** Options of every use. */
const always = ['format', 'max-warnings', 'help'];

/**
 * Refuses options that belong to another use of the command.
 *
 * @throws CannotRun for the first of them
 */
export function refuseForeign(
  options: Arguments['options'],
  own: readonly string[],
  use: string,
  remedy: string,
): void {
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === false || always.includes(name) || own.includes(name)) continue;
    throw new CannotRun(`--${name} does not go with ${use}`, remedy);
  }
}
