import { hasErrors } from '../../diagnostics/index.js';
import type { Engine } from '../../server-options/index.js';
import { sizeText, toBytes } from '../../sizing/index.js';
import type { Arguments } from '../command.js';
import { tooManyWarnings } from '../findings.js';
import { CannotRun, type Io } from '../io.js';
import { type Page, print } from './output.js';
import { engineOf, readServerFile } from './read-file.js';
import { mebibytesText } from './sized.js';
import { betterCommand, judge, type Survival, takenOf } from './survival.js';
import { budgetTable } from './tables.js';
import { refuseForeign } from './uses.js';
import { sizeOption, versionOption } from './values.js';
import { outgrowsVolume } from './words.js';

const own = ['check', 'engine', 'memory', 'galera', 'version', 'volume', 'data'];

/** `dbspan size --check FILE`: would a server with this file survive? */
export async function checkFile({ options, positionals }: Arguments, io: Io): Promise<number> {
  refuseForeign(options, own, '--check', 'the file says it');
  const [other] = positionals;
  if (other !== undefined)
    throw new CannotRun(`--check takes one file, and ${other} is another`, 'check them one by one');
  const path = String(options['check']);
  const circumstances = {
    memory: sizeOption(options, 'memory'),
    volume: sizeOption(options, 'volume'),
    data: sizeOption(options, 'data'),
    version: versionOption(options, 'version'),
    galera: options['galera'] === true,
  };
  const file = await readServerFile(path, io);
  const engine = (options['engine'] as Engine | undefined) ?? engineOf(file);
  if (engine === 'postgres' && circumstances.galera)
    throw new CannotRun('--galera is nothing that a Postgres has', 'leave it out');
  const survival = judge(file, { ...circumstances, engine });
  const { diagnostics, sizes } = survival;
  if (options['format'] === 'conf') {
    throw new CannotRun(
      '--check writes no file: it cannot tell which of the other lines of yours have to stay',
      survival.better
        ? `sizes that survive, to be taken over: ${betterCommand(survival.better)}`
        : 'no file survives with this memory',
    );
  }
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const page = pageOfCheck(survival, circumstances.memory !== undefined);
  const details = detailsOf(survival, circumstances.memory !== undefined);
  const files = [file.name];
  return print({ code, files, sizes: [sizes], page, diagnostics, problems, details }, options, io);
}

function detailsOf(
  { sizes, enough, better, diagnostics }: Survival,
  memoryGiven: boolean,
): Readonly<Record<string, unknown>> {
  return {
    check: {
      ...(memoryGiven ? { survives: !hasErrors(diagnostics) } : {}),
      bounded: sizes.sizing.bounded,
      ...(enough === undefined ? {} : { needs: toBytes(enough) }),
      ...(better && memoryGiven ? { better: betterCommand(better) } : {}),
    },
  };
}

function pageOfCheck(survival: Survival, memoryGiven: boolean): Page {
  const { sizes, better, diagnostics, enough } = survival;
  const { sizing, request } = sizes;
  const dies = memoryGiven && sizing.problem !== undefined;
  const tables = [
    budgetTable('memory', sizing.memory, sizing.problem !== undefined),
    ...(sizing.volume ? [budgetTable('volume', sizing.volume, outgrowsVolume(sizes))] : []),
  ];
  const remarks: string[] = [];
  if ((request.options ?? []).length === 0)
    remarks.push('The file sets nothing of the server: these are the defaults.');
  if (request.version === undefined)
    remarks.push('Counted for a late release, which takes more: --version says which one it is.');
  if (request.engine === 'mariadb') {
    const arenas = better?.sizing.environment['MALLOC_ARENA_MAX'] ?? '1';
    remarks.push(
      `This holds with MALLOC_ARENA_MAX=${arenas} in the environment of the container, which no file shows.`,
    );
  }
  if (dies && better) remarks.push(`A file that survives: ${betterCommand(better)}`);
  return {
    verdict: `${sizes.name}: ${verdictOf(survival, memoryGiven, enough)}`,
    good: !hasErrors(diagnostics),
    tables,
    remarks,
  };
}

function verdictOf(
  { sizes, diagnostics }: Survival,
  memoryGiven: boolean,
  enough: Survival['enough'],
): string {
  const { sizing, request } = sizes;
  const taken = takenOf(sizing.memory);
  const worst = `at worst the server takes ${sizeText(taken)} of ${sizeText(request.memory)}`;
  const refused = diagnostics.some(({ id, severity }) => severity === 'error' && !id.startsWith('size/'));
  const start = refused ? 'the server does not start with it, and ' : '';
  const unboundedly = sizing.bounded ? '' : ' as measured loads go, and nothing bounds its sessions';
  if (!memoryGiven) {
    const need =
      enough === undefined ? 'no memory is enough for it' : `it needs ${mebibytesText(enough)} of memory`;
    return `${start}${need}${enough === undefined ? '' : unboundedly}`;
  }
  if (sizing.problem) return `${start}${taken > request.memory ? 'would' : 'may'} be killed: ${worst}`;
  if (outgrowsVolume(sizes)) return `${start}has enough memory, and would fill its volume`;
  return `${start}survives${unboundedly}: ${worst}`;
}
