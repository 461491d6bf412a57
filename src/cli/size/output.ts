import { sizeText } from '../../sizing/index.js';
import type { Arguments } from '../command.js';
import type { Found } from '../findings.js';
import { printReport } from '../findings.js';
import { type Io, paletteOf, widthOf } from '../io.js';
import { drawMarkdown, drawText, escaped } from './draw.js';
import { sizedToJson } from './json.js';
import type { Sized } from './sized.js';
import { type Table, tablesOf } from './tables.js';
import { verdict } from './words.js';

/** A result for people: what is said first, tables, and what is said last. */
export interface Page {
  readonly verdict: string;
  readonly good: boolean;
  readonly tables: readonly Table[];
  readonly remarks?: readonly string[];
}

/** What a use of the command prints. */
export interface Result {
  readonly code: number;
  readonly files: readonly string[];
  readonly sizes: readonly Sized[];
  readonly page: Page | undefined;
  readonly diagnostics: Found['diagnostics'];
  readonly waived?: NonNullable<Found['waived']>;
  readonly problems: Found['problems'];
  /** What only the JSON of this use carries. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Prints a result in the form that was asked for. */
export async function print(result: Result, options: Arguments['options'], io: Io): Promise<number> {
  const { code, files, sizes, page, diagnostics, problems, waived } = result;
  const details = { ...result.details, sizes: sizes.map(sizedToJson) };
  const found = {
    command: 'size',
    code,
    files,
    diagnostics,
    problems,
    details,
    ...(waived === undefined ? {} : { waived }),
  };
  if (await printReport(found, options, io)) return code;
  switch (options['format']) {
    case 'conf':
      for (const each of sizes) io.stdout.write(finishedFile(each));
      break;
    case 'markdown':
      if (page) io.stdout.write(markdownOf(page));
      break;
    default:
      if (page) io.stdout.write(textOf(page, io));
  }
  return code;
}

/** A page about one server. */
export function pageOf(each: Sized): Page {
  return { verdict: verdict(each), good: each.sizing.problem === undefined, tables: tablesOf(each) };
}

function textOf({ verdict: said, good, tables, remarks = [] }: Page, io: Io): string {
  const paint = paletteOf(io, 'stdout');
  const head = `${good ? paint.good(said) : paint.severity.error(said)}\n`;
  const drawn = tables.map((table) => drawText(table, paint, widthOf(io)));
  return [head, ...drawn, ...(remarks.length > 0 ? [`${remarks.join('\n')}\n`] : [])].join('\n');
}

function markdownOf({ verdict: said, tables, remarks = [] }: Page): string {
  const parts = [
    `**${escaped(said, false)}**\n`,
    ...tables.map(drawMarkdown),
    ...remarks.map((remark) => `${escaped(remark, false)}\n`),
  ];
  return parts.join('\n');
}

/** The configuration file with what cannot stand in it as comments. Empty when nothing can be guaranteed. */
function finishedFile({ configuration = '', settings, request, sizing }: Sized): string {
  if (!settings) return '';
  const environment = Object.entries(sizing.environment).map(([name, value]) => `#   ${name}=${value}\n`);
  const { engine, version, memory } = request;
  const server = `${engine === 'mariadb' ? 'MariaDB' : 'Postgres'}${version === undefined ? '' : ` ${version}`}`;
  const head = `# Sized by dbspan for ${server} in a container with a memory limit of ${sizeText(memory)}.\n`;
  const part =
    engine === 'mariadb'
      ? ''
      : '# Include it in postgresql.conf: as the whole of it the server hears localhost only.\n';
  const needed =
    environment.length === 0 ? '' : `# The container's environment needs:\n${environment.join('')}`;
  return `${head}${part}${needed}${configuration}`;
}
