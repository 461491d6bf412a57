import type { Report, Span } from '../../diagnostics/index.js';
import { type DatabasePlan, databasesOf } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { type DatabaseObject, databaseObjects, mariadbModeOf, restoresArchive } from '../database-objects.js';
import { mostMariadb } from '../replica-counts.js';
import { defineRule } from '../rule.js';

const messages = {
  none: (p: { database: string; replicas: number }) =>
    p.replicas === 0 ? `${p.database} has no replicas` : `${p.database} has ${p.replicas} replicas`,
  topology: (p: { database: string; replicas: number }) =>
    `${p.database} has a topology and ${p.replicas === 1 ? 'a single replica' : `${p.replicas} replicas`}, a cluster of KubeDB starts at three`,
  one: (p: { database: string }) => `${p.database} is distributed over the slice with a single replica`,
  two: (p: { database: string }) =>
    `${p.database} has two replicas, a Galera cluster of KubeDB starts at three`,
  even: (p: { database: string; replicas: number }) =>
    `${p.database} has ${p.replicas} replicas, an even number of votes`,
  arbiter: (p: { database: string; replicas: number }) =>
    `${p.database} has ${p.replicas} replicas, an even number that KubeDB adds an arbiter to`,
  many: (p: { database: string; replicas: number }) =>
    `${p.database} has ${p.replicas} replicas, a Galera cluster of KubeDB ends at ${mostMariadb}`,
};

/** KubeDB runs as many replicas as the topology asks for. */
export const replicas = defineRule({
  id: 'kubedb/replicas',
  severity: 'error',
  why: 'a count that KubeDB does not run is refused or never comes up, leaves no majority when half is lost, or brings an arbiter whose pods are taken for replicas',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/ops/v1alpha1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const database of databases) {
      const { name, engine, replicas, distributed } = database;
      const span = countSpan(database);
      const label = `${replicas} in all`;
      const even = replicas % 2 === 0;
      if (distributed && replicas === 1) {
        report('one', { database: name })
          .at(span, label)
          .fix('make it 3, on three clusters if one may be lost');
      } else if (engine === 'postgres') {
        if (!distributed || !even) continue;
        report('arbiter', { database: name, replicas })
          .at(span, label)
          .fix(`make it ${replicas + 1}`);
      } else if (replicas === 2) {
        report('two', { database: name })
          .at(span, label)
          .fix(distributed ? 'make it 3' : 'make it 3, or 1');
      } else if (replicas > mostMariadb) {
        report('many', { database: name, replicas }).at(span, label).fix(`make it ${mostMariadb}`);
      } else if (even) {
        report('even', { database: name, replicas })
          .at(span, label)
          .fix(`make it ${replicas + 1}, or ${replicas - 1}`);
      }
    }
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) checkObject(database, report);
  },
});

/** A count that is left out is one. While an archive is restored KubeDB takes any MariaDB. */
function checkObject(database: DatabaseObject, report: Report<typeof messages>): void {
  const { kind, name, spec } = database;
  const count = database.replicas;
  const field = spec.at('replicas');
  // A count that is no number is for the schema to refuse.
  if (!spec.given || (field.given && field.number === undefined)) return;
  const span = field.given ? field.span : spec.keySpan;
  if (count < 1) {
    report('none', { database: name, replicas: count }).at(span).fix('write 3, or 1; halted: true stops it');
  } else if (database.distributed && count === 1 && !restoresArchive(database)) {
    report('one', { database: name }).at(span).fix('make it 3, on three clusters if one may be lost');
  } else if (kind === 'Postgres') {
    if (!database.distributed || count % 2 !== 0) return;
    report('arbiter', { database: name, replicas: count })
      .at(span)
      .fix(`write ${count + 1}, and give the PlacementPolicy the index ${count}`);
  } else if (!restoresArchive(database)) {
    checkCluster(database, count, span, report);
  }
}

function checkCluster(
  database: DatabaseObject,
  count: number,
  span: Span,
  report: Report<typeof messages>,
): void {
  const { name, spec } = database;
  const mode = mariadbModeOf(database);
  const topology = spec.at('topology');
  if (mode === 'single') return;
  if (topology.given && count < 3) {
    report('topology', { database: name, replicas: count })
      .at(span)
      .related(topology.keySpan, 'its topology')
      .fix(count === 1 ? 'make it 3, or remove topology' : 'make it 3');
  } else if (count === 2) {
    report('two', { database: name }).at(span).fix('make it 3, or 1');
  } else if (mode === 'MariaDBReplication') {
    return;
  } else if (count > mostMariadb) {
    report('many', { database: name, replicas: count }).at(span).fix(`make it ${mostMariadb}`);
  } else if (count % 2 === 0) {
    report('even', { database: name, replicas: count })
      .at(span)
      .fix(`make it ${count + 1}, or ${count - 1}`);
  }
}

/** The count where it stands in one place, else the whole placement. */
function countSpan({ source }: DatabasePlan): Span {
  const [only, ...others] = source.placement;
  return only && others.length === 0 ? valueSpan(only, 'replicas') : keySpan(source, 'placement');
}
