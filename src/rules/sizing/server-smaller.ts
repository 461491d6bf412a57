import type { ServerState } from '../../impact/index.js';
import { sizeText } from '../../sizing/index.js';
import { aboutDatabase, changedDatabases, saidAt } from '../changed-databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** Below these shares of what it was a size is told: fewer connections refuse clients, a small pool reads from the disk. */
const least = { connections: 0.9, pool: 0.5 } as const;

/** A server keeps the connections and the buffer pool that its clients got used to. */
export const serverSmaller = defineRule({
  id: 'sizing/server-smaller',
  severity: 'warning',
  changeClass: 'restart',
  why: 'clients beyond the new number are refused, and what no longer fits into the pool is read from the disk',
  source: 'MariaDB/server sql/sys_vars.cc; measured: docs/sizing.md',
  messages: {
    smaller: (p: { database: string; sizes: readonly string[] }) =>
      `the servers of ${p.database} get smaller: ${listed(p.sizes)}`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { source, before, after } = database;
      if (before.engine !== after.engine) continue;
      const sizes = shrunken(before.server, after.server);
      if (sizes.length === 0) continue;
      const places = ['resources.memory', 'sizing', 'config'];
      const open = report('smaller', { database: source.name, sizes }).at(saidAt(source, ...places));
      aboutDatabase(open, change, database).fix(
        'look at what is in use (max_used_connections, the pool’s hit rate) before it is merged, and make clients’ pools smaller first',
      );
    }
  },
});

function shrunken(before: ServerState, after: ServerState): string[] {
  const sizes: string[] = [];
  if (after.connections < before.connections * least.connections)
    sizes.push(`connections ${before.connections} to ${after.connections}`);
  if (after.pool < before.pool * least.pool)
    sizes.push(`buffer pool ${sizeText(before.pool)} to ${sizeText(after.pool)}`);
  return sizes;
}
