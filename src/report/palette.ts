import colors from 'picocolors';
import type { Severity } from '../diagnostics/index.js';

/** How the parts of a report are coloured. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, (text: string) => string>>;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly place: (text: string) => string;
  readonly primary: (text: string) => string;
  readonly related: (text: string) => string;
  readonly good: (text: string) => string;
}

/** A palette that colours, or one that leaves every text as it is. */
export function palette(coloured: boolean): Palette {
  const paint = colors.createColors(coloured);
  return {
    severity: {
      error: (text) => paint.bold(paint.red(text)),
      warning: (text) => paint.bold(paint.yellow(text)),
      info: (text) => paint.bold(paint.cyan(text)),
    },
    strong: paint.bold,
    faint: paint.dim,
    place: paint.cyan,
    primary: paint.red,
    related: paint.blue,
    good: paint.green,
  };
}

/** Whether a stream gets colours: `NO_COLOR` forbids, `FORCE_COLOR` asks, otherwise a terminal that is not dumb decides. */
export function wantsColour(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  if (environment['NO_COLOR']) return false;
  const forced = environment['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return stream.isTTY === true && environment['TERM'] !== 'dumb';
}
