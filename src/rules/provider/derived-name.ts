import type { DatabasePlan, Plan } from '../../plan/index.js';
import { type Database, valueSpan } from '../../topology/index.js';
import { meetingsOf, objectKey } from '../database-meetings.js';
import { defineRule } from '../rule.js';

/** What each provider calls services after a database, beside its name. Those of KubeDB are kubedb/derived-names. */
const endings: Readonly<Record<DatabasePlan['provider'], readonly string[]>> = {
  kubedb: [],
  'mariadb-operator': ['internal', 'primary', 'secondary', 'metrics'],
  statefulset: ['peers'],
};

/** No database is called like something that is made for another one in its namespace. */
export const derivedName = defineRule({
  id: 'provider/derived-name',
  severity: 'error',
  why: 'both want one service of that name, and clients or replicas of the one reach the other',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_keys.go',
  messages: {
    taken: (p: { database: string; other: string }) =>
      `${p.database} is called like something that is made for ${p.other}`,
    same: (p: { database: string; other: string; cluster: string }) =>
      `on ${p.cluster} ${p.other} would be called ${p.database}, as another database is`,
    elsewhere: (p: { database: string; other: string; file: string }) =>
      `${p.database} is called like something that is made for ${p.other} in ${p.file}`,
  },
  checkPlan(plan, report) {
    const { taken, owners } = namesIn(plan);
    for (const database of plan.databases) {
      const key = objectKey(database, database.name);
      const other = taken.get(key);
      const span = valueSpan(database.source, 'name');
      if (other) {
        report('taken', { database: database.name, other: other.name })
          .at(span)
          .related(valueSpan(other.source, 'name'), 'the other')
          .fix('give it a name of its own');
        continue;
      }
      const first = owners.get(key);
      // Those that are called the same in the file are topology/duplicate-name.
      if (!first || first === database || first.source.name === database.source.name) continue;
      const derived = database.name === database.source.name ? first : database;
      report('same', { database: database.name, other: derived.source.name, cluster: database.home.name })
        .at(span)
        .related(valueSpan(first.source, 'name'), 'the other')
        .fix('give it a name of its own');
    }
  },
  checkProgram(plans, report) {
    const said = new Set<Database>();
    const meetings = meetingsOf(
      plans,
      ({ database }) => [{ text: objectKey(database, database.name) }],
      ({ database }) => derivedKeys(database),
    );
    for (const { here, there } of meetings) {
      if (said.has(here.database.source)) continue;
      said.add(here.database.source);
      report('elsewhere', {
        database: here.database.name,
        other: there.database.name,
        file: there.plan.file.name,
      })
        .at(valueSpan(here.database.source, 'name'))
        .related(valueSpan(there.database.source, 'name'), 'the other')
        .fix('give it a name of its own');
    }
  },
});

function derivedKeys(database: DatabasePlan): string[] {
  const own = endings[database.provider];
  // Its network policy is called like that of a database.
  const all = database.source.statefulset?.arbitrator ? [...own, 'arbitrator'] : own;
  return all.map((ending) => objectKey(database, `${database.name}-${ending}`));
}

interface Names {
  /** Databases by the names of what is made for them. */
  readonly taken: ReadonlyMap<string, DatabasePlan>;
  /** The first database of each name. */
  readonly owners: ReadonlyMap<string, DatabasePlan>;
}

function namesIn({ databases }: Plan): Names {
  const taken = new Map<string, DatabasePlan>();
  const owners = new Map<string, DatabasePlan>();
  for (const database of databases) {
    const key = objectKey(database, database.name);
    if (!owners.has(key)) owners.set(key, database);
    for (const derived of derivedKeys(database)) if (!taken.has(derived)) taken.set(derived, database);
  }
  return { taken, owners };
}
