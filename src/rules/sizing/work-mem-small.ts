import type { Report } from '../../diagnostics/index.js';
import { mostThat, type ServerSizing, sizeServer } from '../../sizing/index.js';
import { defineRule } from '../rule.js';
import { type SizedServer, serversOf } from './servers.js';

const messages = {
  sessions: (p: { database: string; workMem: string; connections: number }) =>
    `${p.connections} connections leave each operation of ${p.database} a work_mem of ${p.workMem}`,
};

/** The connections that are asked for leave each of them a megabyte to sort in. */
export const workMemSmall = defineRule({
  id: 'sizing/work-mem-small',
  severity: 'warning',
  why: 'sorts and hash tables go to files on the volume, which makes ordinary queries slow',
  source: 'measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
});

function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, engine, request, sizing, asked } = server;
  if (!hasSmallWorkMem(server)) return;
  const connections = asked.find(({ key }) => key === 'max_connections');
  if (engine !== 'postgres' || !connections) return;
  const options = request.options.filter((option) => option.name.toLowerCase() !== 'max_connections');
  const fewer = mostThat(4, sizing.connections - 1, (count) => {
    return (workMemOf(sizeServer({ ...request, options, connections: count })) ?? 0) >= 1;
  });
  report('sessions', {
    database: name,
    workMem: `${Math.floor((workMemOf(sizing) ?? 0) * 1024)}kB`,
    connections: sizing.connections,
  })
    .at(connections.span)
    .fix(
      `put a pooler such as PgBouncer in front${fewer === undefined ? '' : ` and ask for ${fewer}`}, or give the container more memory`,
    );
}

/** True when the connections leave less than a megabyte: where nobody asked for work_mem. */
export function hasSmallWorkMem({ sizing, asked }: SizedServer): boolean {
  if (asked.some(({ key }) => key === 'work_mem')) return false;
  const size = workMemOf(sizing);
  return sizing.problem === undefined && size !== undefined && size < 1;
}

/** MB of a work_mem that was chosen. */
function workMemOf({ settings, problem }: ServerSizing): number | undefined {
  const chosen = settings.find(({ option }) => option === 'work_mem');
  const [, digits, letter] = /^(\d+)([kM])B$/.exec(String(chosen?.value ?? '')) ?? [];
  if (digits === undefined || problem) return undefined;
  return Number(digits) / (letter === 'k' ? 1024 : 1);
}
