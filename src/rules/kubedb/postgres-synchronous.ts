import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { type DatabaseObject, postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  alone: (p: { database: string }) => `${p.database} streams synchronously, and has no standby to wait for`,
  mode: (p: { database: string }) =>
    `${p.database} has a synchronousReplicationConfig, but does not stream synchronously`,
  both: (p: { database: string }) => `${p.database} names standbys and takes any of them`,
  empty: (p: { database: string }) => `a standby of ${p.database} has an empty name`,
  twice: (p: { name: string }) => `the standby ${p.name} stands twice`,
  low: (p: { number: number }) => `numSyncReplicas is ${p.number}, the least is 1`,
  names: (p: { number: number; names: number }) =>
    `numSyncReplicas is ${p.number}, and standbyNames has ${p.names} ${p.names === 1 ? 'name' : 'names'}`,
  standbys: (p: { number: number; standbys: number }) =>
    `numSyncReplicas is ${p.number}, and there ${p.standbys === 1 ? 'is 1 standby' : `are ${p.standbys} standbys`}`,
};

/** A Postgres that streams synchronously waits for standbys that there are. */
export const postgresSynchronous = defineRule({
  id: 'kubedb/postgres-synchronous',
  severity: 'error',
  why: 'KubeDB refuses the database: a commit would wait for a standby that never comes, or for another than the file says',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages,
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const { name, replicas, distributed, source } of databases) {
      // A single replica over the slice is what kubedb/replicas reports.
      if (source.kubedb?.streamingMode !== 'Synchronous' || replicas > 1 || distributed) continue;
      report('alone', { database: name })
        .at(valueSpan(source.kubedb, 'streamingMode'))
        .fix('make it 3 replicas, or write streamingMode: Asynchronous');
    }
  },
  checkManifests(manifests, report) {
    for (const database of postgresObjects(manifests)) {
      const mode = database.spec.at('streamingMode');
      const config = database.spec.at('synchronousReplicationConfig');
      if (mode.text === 'Synchronous') {
        if (database.replicas > 1) checkConfig(database, config, report);
        else if (!database.distributed)
          report('alone', { database: database.name })
            .at(mode.span)
            .fix('make it 3 replicas, or write streamingMode: Asynchronous');
      } else if (config.given) {
        report('mode', { database: database.name })
          .at(config.keySpan)
          .fix('write streamingMode: Synchronous, or remove the block');
      }
    }
  },
});

function checkConfig(database: DatabaseObject, config: Field, report: Report<typeof messages>): void {
  const names = config.at('standbyNames').items();
  const wildcard = config.at('useWildcard');
  if (wildcard.flag === true && names.length > 0) {
    report('both', { database: database.name })
      .at(wildcard.span)
      .related(config.at('standbyNames').span, 'the names')
      .fix('remove standbyNames, or useWildcard');
    return;
  }
  checkNames(database, names, report);
  checkNumber(database, config.at('numSyncReplicas'), names.length, report);
}

function checkNames(
  { name }: DatabaseObject,
  names: readonly Field[],
  report: Report<typeof messages>,
): void {
  const seen = new Map<string, Field>();
  for (const each of names) {
    if (each.text === undefined) continue;
    const first = seen.get(each.text);
    if (each.text === '') report('empty', { database: name }).at(each.span).fix('remove it');
    else if (first)
      report('twice', { name: each.text })
        .at(each.span, 'again')
        .related(first.span, 'first')
        .fix('remove one');
    else seen.set(each.text, each);
  }
}

function checkNumber(
  { replicas }: DatabaseObject,
  field: Field,
  names: number,
  report: Report<typeof messages>,
): void {
  const number = field.number ?? 1;
  const standbys = replicas - 1;
  if (number < 1) report('low', { number }).at(field.span).fix('write 1, or remove it');
  else if (names > 0 && number > names)
    report('names', { number, names }).at(field.span).fix(`write ${names} or fewer, or name more standbys`);
  else if (names === 0 && number > standbys)
    report('standbys', { number, standbys })
      .at(field.span)
      .fix(`write ${Math.max(1, standbys - 1)}, so that one standby may be lost, or add replicas`);
}
