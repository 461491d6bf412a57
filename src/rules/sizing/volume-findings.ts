import type { Report, Span } from '../../diagnostics/index.js';
import type { Engine } from '../../server-options/index.js';
import {
  fits,
  keptWalFor,
  leastMebibytes,
  type Mebibytes,
  mebibytes,
  type SizingRequest,
  sizeServer,
  type VolumeBudget,
} from '../../sizing/index.js';
import { listed } from '../words.js';
import { eitherOf, enoughText, largestLines, mostText } from './amounts.js';
import type { Amount, Asked, SizedServer } from './servers.js';

export const volumeMessages = {
  full: (p: { database: string; volume: string; kept: string; parts: readonly string[] }) =>
    `the volume of ${p.database} is ${p.volume}, and ${p.kept} go to ${listed(p.parts)}`,
  sum: (p: { database: string; volume: string; total: string; lines: readonly string[] }) =>
    `the volume of ${p.database} is ${p.volume}, and with 15 % kept free ${p.total} go to it${p.lines.length === 0 ? '' : `: ${p.lines.join(', ')}`}`,
};

/** Which of the two rules about the volume a server is for; undefined when its volume is enough, or not known. */
export function volumeVerdict({
  sizing,
  request,
  volumeEnforced,
}: SizedServer): 'error' | 'warning' | undefined {
  if (!sizing.volume || fits(sizing.volume)) return undefined;
  const refused = request.mode === 'guaranteed' || (volumeEnforced && isFull(sizing.volume));
  return refused ? 'error' : 'warning';
}

/** What is there however little the server does: files that it makes at its first start, and logs it is told to keep. */
const certain: ReadonlySet<string> = new Set([
  'system tables',
  'redo log',
  'write-set cache',
  'system catalogs',
  'WAL for standbys',
]);

function isFull({ parts, limit }: VolumeBudget): boolean {
  return sumOf(parts.filter(({ part }) => certain.has(part))) >= limit;
}

function sumOf(parts: readonly { readonly size: number }[]): Mebibytes {
  return mebibytes(parts.reduce((sum, { size }) => sum + size, 0));
}

/** Reports that a volume is too small for what goes to it, with the least that is enough and what could be lowered. */
export function reportVolume(server: SizedServer, report: Report<typeof volumeMessages>): void {
  const { name: database, sizing, asked } = server;
  const { volume: budget } = sizing;
  const { volume } = server;
  if (!budget || !volume) return;
  const shares = sharesOf(server, budget);
  const kept = budget.parts.filter(({ part }) => certain.has(part));
  const open = isFull(budget)
    ? report('full', {
        database,
        volume: volume.text,
        kept: enoughText(sumOf(kept)),
        parts: [...kept].sort((a, b) => b.size - a.size).map(({ part }) => part),
      })
    : report('sum', {
        database,
        volume: volume.text,
        total: enoughText(budget.total),
        lines: asked.some(({ secret }) => secret) ? [] : largestLines(budget, 4),
      });
  open.at(placeOf(volume, server));
  for (const { asked: each, part } of shares) open.related(each.span, part);
  open.fix(remedies(server, budget, shares));
}

function placeOf(volume: Amount, { span }: SizedServer): Span {
  return volume.span ?? span;
}

/** Lines of the budget an option decides, and how often its size counts. */
const linesOf: Readonly<Record<string, readonly (readonly [part: string, times: number])[]>> = {
  data: [['data', 1]],
  innodb_log_file_size: [
    ['redo log', 1],
    ['transfer scratch', 1],
  ],
  max_binlog_size: [['binary log', 2]],
  log_bin: [['binary log', 2]],
  'gcache.size': [['write-set cache', 1]],
  'gcache.page_size': [['its pages', 1]],
  wsrep_max_ws_size: [['its pages', 1]],
  max_wal_size: [['WAL between checkpoints', 1.25]],
  wal_keep_size: [['WAL for standbys', 1]],
};

/** The least that makes sense of each, in MiB. */
const least: Readonly<Record<string, number>> = {
  data: 64,
  innodb_log_file_size: 48,
  max_binlog_size: 64,
  'gcache.size': 64,
  wsrep_max_ws_size: 16,
  max_wal_size: 64,
  wal_keep_size: 64,
};

interface Share {
  readonly asked: Asked;
  readonly part: string;
  /** MiB it has now, all its lines together. */
  readonly size: number;
  readonly times: number;
}

/** What was asked for of the volume, the largest first. */
function sharesOf({ asked }: SizedServer, { parts }: VolumeBudget): Share[] {
  const sizes = new Map(parts.map(({ part, size }) => [part, size]));
  return asked
    .flatMap((each): Share[] => {
      const lines = (linesOf[each.key] ?? []).filter(([part]) => sizes.has(part));
      const [first] = lines;
      if (!first) return [];
      const size = lines.reduce((sum, [part]) => sum + (sizes.get(part) ?? 0), 0);
      return [{ asked: each, part: first[0], size, times: lines.reduce((sum, [, times]) => sum + times, 0) }];
    })
    .sort((a, b) => b.size - a.size);
}

function remedies(
  { request, engine, asked }: SizedServer,
  budget: VolumeBudget,
  shares: readonly Share[],
): string {
  const found: string[] = [];
  const enough = leastVolume(
    request,
    engine === 'postgres' && asked.every(({ key }) => key !== 'wal_keep_size'),
  );
  if (enough !== undefined) found.push(`make it at least ${enough}Gi`);
  const over = budget.total - budget.limit;
  for (const { asked: each, size, times } of shares) {
    const most = Math.floor((size - over) / times);
    if (most >= (least[each.key] ?? Number.POSITIVE_INFINITY))
      found.push(`lower ${each.field} to ${writtenSize(each, engine, mebibytes(most))}`);
  }
  return eitherOf(found.length > 0 ? found : ['ask for less of everything on it']);
}

/** A size as it is written where it stands: a server knows no `Mi`, and KubeDB's own figures are in MiB. */
function writtenSize({ option, field }: Asked, engine: Engine, size: Mebibytes): string {
  if (option !== undefined) return `${Math.floor(size)}${engine === 'mariadb' ? 'M' : 'MB'}`;
  if (field === 'replication.walKeepSegment') return `${Math.floor(size / 16)}`;
  if (field.startsWith('replication.')) return `${Math.floor(size)}`;
  return mostText(size);
}

/** The smallest volume in whole GiB that is enough; what is a share of it grows with it. */
function leastVolume(request: SizingRequest, choosesWal: boolean): number | undefined {
  const chooses = choosesWal && request.mode === 'guaranteed';
  return leastMebibytes(Math.floor((request.volume ?? 0) / 1024), (gibibytes) => {
    const volume = mebibytes(gibibytes * 1024);
    const { volume: budget } = sizeServer({
      ...request,
      volume,
      keptWal: chooses ? keptWalFor(volume) : request.keptWal,
    });
    return budget !== undefined && fits(budget);
  });
}
