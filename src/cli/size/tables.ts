import { type Budget, gcacheWindow, percent, type Setting, sizeText } from '../../sizing/index.js';
import { receiversOf } from './asked.js';
import type { Sized } from './sized.js';
import { columnSize, outgrowsVolume, timeText } from './words.js';

/** A table for people, before it is drawn. */
export interface Table {
  /** Empty where what stands above says it. */
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** True when its columns need their names to be understood. */
  readonly heads?: boolean;
  /** True when the last row adds up the others. */
  readonly totals?: boolean;
  /** Why it is red; undefined when all is well. */
  readonly trouble?: boolean;
  /** True when its first column names what the last one says. */
  readonly labels?: boolean;
}

/** A column; the last one of a table holds sentences. */
export interface Column {
  readonly name: string;
  readonly right?: boolean;
  /** A bar, which says nothing that another column does not. */
  readonly bar?: boolean;
  /** Names and values of a server, as they are written into its file. */
  readonly code?: boolean;
}

/** Everything about one server, in the order in which it is read. */
export function tablesOf(each: Sized): Table[] {
  const { sizing, startUp } = each;
  return [
    ...(each.settings && each.settings.length > 0 ? [settingsTable(each.settings)] : []),
    ...environmentTable(each),
    budgetTable('memory', sizing.memory, sizing.problem !== undefined),
    ...(sizing.volume ? [budgetTable('volume', sizing.volume, outgrowsVolume(each))] : []),
    ...linkTable(each),
    ...(startUp
      ? [
          {
            title: `start-up: probe every ${startUp.probe.periodSeconds}s, failureThreshold ${startUp.probe.failureThreshold}`,
            columns: [{ name: 'part' }, { name: 'takes', right: true }, { name: 'how' }],
            rows: [
              ...startUp.parts.map(({ part, time, how }) => [part, timeText(time), how]),
              ['total', timeText(startUp.total), ''],
            ],
            totals: true,
          },
        ]
      : []),
  ];
}

function settingsTable(settings: readonly Setting[]): Table {
  return {
    title: 'set',
    columns: [{ name: 'option', code: true }, { name: 'value', code: true }, { name: 'why' }],
    rows: settings.flatMap(rowsOfSetting),
  };
}

/** The options of the provider are one long string, which is read part by part. */
function rowsOfSetting({ option, value, why }: Setting): string[][] {
  if (option !== 'wsrep_provider_options') return [[option, valueText(value), why]];
  const parts = String(value)
    .split(';')
    .map((part) => {
      const at = part.indexOf('=');
      return at === -1 ? [`  ${part}`, '', ''] : [`  ${part.slice(0, at)}`, part.slice(at + 1), ''];
    });
  return [[option, '', why], ...parts];
}

function valueText(value: Setting['value']): string {
  return typeof value === 'boolean' ? (value ? 'ON' : 'OFF') : String(value);
}

function environmentTable({ sizing: { environment }, settings }: Sized): Table[] {
  const entries = Object.entries(environment);
  if (entries.length === 0 || !settings) return [];
  return [
    {
      title: 'environment of the container',
      columns: [{ name: 'variable', code: true }, { name: 'value', code: true }, { name: 'why' }],
      rows: entries.map(([name, value]) => [
        name,
        value,
        name === 'MALLOC_ARENA_MAX' ? "the allocator's own figure grows with the cores of the node" : '',
      ]),
    },
  ];
}

/** What is taken at worst of a limit. */
export function budgetTable(what: string, budget: Budget, trouble: boolean): Table {
  const { limit, parts, total } = budget;
  const row = (part: string, size: typeof total, how: string): string[] => [
    part,
    columnSize(size, limit),
    percent(size / limit),
    bar(size / limit),
    how,
  ];
  const left = limit - total;
  const rest =
    left >= 0.05
      ? `${sizeText(left as typeof limit)} of ${sizeText(limit)} left`
      : trouble
        ? `${sizeText(-left as typeof limit)} more than ${sizeText(limit)}`
        : `all of ${sizeText(limit)}`;
  return {
    title: `${what}, at worst, of ${sizeText(limit)}`,
    columns: [
      { name: 'part' },
      { name: 'takes', right: true },
      { name: 'share', right: true },
      { name: '', bar: true },
      { name: 'how' },
    ],
    rows: [...parts.map(({ part, size, how }) => row(part, size, how)), row('total', total, rest)],
    totals: true,
    trouble,
  };
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** One block for each tenth of the limit; more than all of it ends in an arrow. */
function bar(share: number): string {
  const parts = Math.round(share * 80);
  if (parts > 80) return `${'█'.repeat(10)}▶`;
  return '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '');
}

function rate(bytes: number): string {
  return bytes < 2 ** 20 ? `${Math.round(bytes / 1024)}Ki/s` : `${(bytes / 2 ** 20).toFixed(1)}Mi/s`;
}

function linkTable({ link, data, figures, sizing, request }: Sized): Table[] {
  const { bandwidth, writeRate, rideOut, replicas, others = 0 } = figures;
  const columns = [{ name: 'what' }, { name: 'is', right: true }, { name: 'how' }];
  const rows: string[][] = [];
  if (link && bandwidth !== undefined && data !== undefined) {
    rows.push([
      'usable',
      rate(link.usable),
      `${percent((link.usable * 8) / bandwidth)} of ${bandwidth / 1e6}Mbps`,
    ]);
    if (writeRate !== undefined)
      rows.push([
        'replication',
        rate(link.replication),
        `${rate(writeRate)} to ${receiversOf(figures)} of ${replicas} replicas${others > 0 ? `, and ${rate(others)} of other databases` : ''}`,
      ]);
    rows.push(['full copy', timeText(link.fullTransfer), `${sizeText(data)} beside the writes`]);
    if (link.catchUp !== undefined && rideOut !== undefined)
      rows.push([
        'catching up',
        timeText(link.catchUp),
        `what ${timeText(rideOut)} of absence leave to send`,
      ]);
  }
  if (request.galera && sizing.gcache !== undefined && writeRate !== undefined) {
    const window = gcacheWindow(sizing.gcache, writeRate);
    rows.push([
      'rejoins by IST',
      timeText(window),
      `after an absence of at most this, with gcache.size ${sizeText(sizing.gcache)}`,
    ]);
  }
  if (rows.length === 0) return [];
  return [{ title: 'links between replicas', columns, rows }];
}
