import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { memoryVerdict } from './memory-findings.js';
import { type SizedServer, serversIn, serversOf } from './servers.js';
import { hasSmallWorkMem } from './work-mem-small.js';

const messages = {
  many: (p: { option: string; database: string; connections: number }) =>
    `${p.option} of ${p.database} is ${p.connections}, each a process of its own`,
};

/** A Postgres has no more connections than its processes are good for. */
export const connectionsMany = defineRule({
  id: 'sizing/connections-many',
  severity: 'warning',
  why: 'beyond some two hundred processes the server spends its time on snapshots, locks and page tables, and every one more slows all of them',
  source: 'postgres/postgres doc/src/sgml/config.sgml; measured: docs/sizing.md',
  messages,
  checkPlan(plan, report) {
    for (const server of serversOf(plan)) check(server, report);
  },
  checkManifests(manifests, report) {
    const pooled = pooledIn(manifests);
    for (const server of serversIn(manifests)) {
      if (!pooled.has(`${server.namespace ?? ''}/${server.name}`)) check(server, report);
    }
  },
});

const most = 200;

function check(server: SizedServer, report: Report<typeof messages>): void {
  const { name, engine, sizing, asked } = server;
  const given = asked.find(({ key }) => key === 'max_connections');
  if (engine !== 'postgres' || !given || sizing.connections <= most) return;
  // Too many for the memory is one mistake with too many.
  if (memoryVerdict(server) !== undefined || hasSmallWorkMem(server)) return;
  report('many', { option: given.field, database: name, connections: sizing.connections })
    .at(given.span)
    .fix(`put a pooler such as PgBouncer in front, and ask for ${most} or fewer`);
}

/** Namespace and name of the databases that have a pooler of KubeDB. */
function pooledIn(manifests: ManifestSet): ReadonlySet<string> {
  const pooled = new Set<string>();
  for (const kind of ['PgBouncer', 'Pgpool']) {
    for (const { root, namespace } of manifests.of(kind, 'kubedb.com')) {
      for (const reference of [root.at('spec', 'database', 'databaseRef'), root.at('spec', 'postgresRef')]) {
        const name = reference.at('name').text;
        if (name !== undefined) pooled.add(`${reference.at('namespace').text ?? namespace ?? ''}/${name}`);
      }
    }
  }
  return pooled;
}
