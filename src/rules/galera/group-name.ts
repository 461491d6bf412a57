import { databasesOf, type StatefulSetDatabasePlan } from '../../plan/index.js';
import { type Database, valueSpan } from '../../topology/index.js';
import { meetingsOf } from '../database-meetings.js';
import { defineRule } from '../rule.js';

/** Galera clusters that share a network have groups of different names. */
export const groupName = defineRule({
  id: 'galera/group-name',
  severity: 'error',
  why: 'a pod that gets the address of a former member of the other cluster is asked to join it, and only the name of the group tells the two apart',
  source: 'codership/galera gcomm/src/gmcast.cpp',
  messages: {
    same: (p: { database: string; other: string; group: string; cluster: string }) =>
      `${p.database} and ${p.other} would both be the group ${p.group} on ${p.cluster}`,
    elsewhere: (p: { database: string; other: string; group: string; file: string }) =>
      `${p.database} would be the group ${p.group}, as ${p.other} is in ${p.file}`,
  },
  checkPlan(plan, report) {
    const first = new Map<string, StatefulSetDatabasePlan>();
    for (const database of databasesOf(plan, 'statefulset')) {
      const key = keyOf(database);
      const other = first.get(key);
      if (!other) {
        first.set(key, database);
        continue;
      }
      report('same', {
        database: database.name,
        other: other.name,
        group: database.clusterName,
        cluster: database.home.name,
      })
        .at(valueSpan(database.source, 'name'))
        .related(valueSpan(other.source, 'name'), 'the other')
        .fix('give one of the two another name: the group is called after its namespace and its name');
    }
  },
  checkProgram(plans, report) {
    const said = new Set<Database>();
    const keysOf = (database: { readonly provider: string }): string[] =>
      isStatefulSet(database) ? [keyOf(database)] : [];
    const meetings = meetingsOf(
      plans,
      ({ database }) => keysOf(database).map((text) => ({ text })),
      ({ database }) => keysOf(database),
    );
    for (const { here, there } of meetings) {
      const { database } = here;
      // One database in two files is topology/duplicate-name.
      const same = database.name === there.database.name && database.namespace === there.database.namespace;
      if (!isStatefulSet(database) || same || said.has(database.source)) continue;
      said.add(database.source);
      report('elsewhere', {
        database: database.name,
        other: there.database.name,
        group: database.clusterName,
        file: there.plan.file.name,
      })
        .at(valueSpan(database.source, 'name'))
        .related(valueSpan(there.database.source, 'name'), 'the other')
        .fix('give one of the two another name: the group is called after its namespace and its name');
    }
  },
});

function keyOf({ home, clusterName }: StatefulSetDatabasePlan): string {
  return `${home.name}/${clusterName}`;
}

function isStatefulSet(database: { readonly provider: string }): database is StatefulSetDatabasePlan {
  return database.provider === 'statefulset';
}
