import { mebibytes, percent, sizeText } from '../../sizing/index.js';
import type { Asked } from './asked.js';
import { mebibytesText, type Sized, sized } from './sized.js';
import type { Column, Table } from './tables.js';
import { remedies, serverName } from './words.js';

/** 256Mi to 64Gi. */
const rungs = [0.25, 0.5, 1, 2, 4, 8, 16, 32, 64].map((gibibytes) => mebibytes(gibibytes * 1024));

/** The same server at every usual amount of memory. */
export function ladderOf({ request, figures }: Asked): Sized[] {
  return rungs.map((memory) => sized({ ...request, memory }, figures));
}

/** One line for each amount of memory, for who asks which to take. */
export function ladderTable(rows: readonly Sized[]): Table {
  const [first] = rows;
  return {
    title: `a ${first ? serverName(first.request) : 'server'}, by memory`,
    ...linesOf(rows, [{ name: 'memory', right: true }], ({ request }) => [sizeText(request.memory)]),
  };
}

/** One line for each database. */
export function databasesTable(rows: readonly Sized[]): Table {
  return {
    title: 'databases',
    ...linesOf(
      rows,
      [{ name: 'database' }, { name: 'server' }, { name: 'memory', right: true }],
      ({ name = '', request }) => [name, serverName(request), sizeText(request.memory)],
    ),
  };
}

function linesOf(
  rows: readonly Sized[],
  heads: readonly Column[],
  label: (each: Sized) => readonly string[],
): Pick<Table, 'columns' | 'rows' | 'heads'> {
  const postgres = rows.every(({ request }) => request.engine === 'postgres');
  const mariadb = rows.every(({ request }) => request.engine === 'mariadb');
  return {
    heads: true,
    columns: [
      ...heads,
      { name: postgres ? 'shared_buffers' : mariadb ? 'pool' : 'cache', right: true },
      { name: 'share', right: true },
      { name: 'connections', right: true },
      { name: 'each up to', right: true },
      { name: 'at worst', right: true },
      { name: 'remark' },
    ],
    rows: rows.map((each) => {
      const { sizing, request, settings } = each;
      const { pool, connections, perConnection, memory, problem } = sizing;
      if (!settings) return [...label(each), '–', '–', '–', '–', '–', needs(each)];
      const work = sizing.settings.find(({ option }) => option === 'work_mem');
      const remark = problem
        ? needs(each)
        : sizing.bounded
          ? work
            ? `work_mem ${work.value}`
            : ''
          : 'nothing bounds a session';
      return [
        ...label(each),
        `${Math.floor(pool)}Mi`,
        percent(pool / request.memory),
        String(connections),
        sizeText(perConnection),
        percent(memory.total / memory.limit),
        remark,
      ];
    }),
  };
}

function needs(each: Sized): string {
  const { memory } = each.sizing.problem ?? {};
  if (memory !== undefined) return `too little: needs ${mebibytesText(memory)}`;
  const others = remedies(each);
  return others.length === 0 ? 'too little' : `too little: ${others.join(', or ')}`;
}
