import { databaseRequests, fieldChanges } from '../../changes/index.js';
import type { Field } from '../../manifests/index.js';
import {
  type ChangedDatabase,
  changedDatabases,
  replicasOf,
  specDiffers,
} from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** Fields of a database that its servers read at their start, with what they are called. */
const fields = [
  ['configuration', 'its configuration'],
  ['configSecret', 'its configuration'],
  ['tls', 'its certificates'],
  ['requireSSL', 'whether it demands TLS'],
  ['sslMode', 'whether it demands TLS'],
  ['clientAuthMode', 'how clients prove who they are'],
  ['wsrepSSTMethod', 'how replicas are copied'],
  ['streamingMode', 'how standbys follow'],
  ['standbyMode', 'what standbys answer'],
  ['replication', 'the WAL it keeps'],
  ['leaderElection', 'the timing of its elections'],
  ['monitor', 'its exporter'],
] as const;

/** What restarts. */
export const restart = defineRule({
  id: 'kubedb/restart',
  severity: 'info',
  changeClass: 'restart',
  why: 'each replica is away while it starts, connections to it break, and as long as one is away the database survives less',
  source: 'kubedb/docs docs/guides/mariadb/reconfigure/cluster; kubedb/apimachinery apis/ops/v1alpha1',
  messages: {
    all: (p: { database: string; replicas: number; reasons: readonly string[] }) =>
      `the ${p.replicas} replicas of ${p.database} restart one after another for ${listed(p.reasons)}`,
    one: (p: { database: string; reasons: readonly string[] }) =>
      `${p.database} restarts for ${listed(p.reasons)}, and is away meanwhile`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const reasons = reasonsFor(database);
      if (reasons.length === 0) continue;
      const { object, name, old, young } = database;
      const replicas = Math.min(replicasOf(old), replicasOf(young));
      const open =
        replicas === 1
          ? report('one', { database: name, reasons })
          : report('all', { database: name, replicas, reasons });
      open
        .at(change.placeAt(object, '.name'))
        .about(change.nameOf(object))
        .fix('do it when little is written, with all replicas in sync before and after');
    }
  },
});

function reasonsFor(database: ChangedDatabase): string[] {
  const reasons = new Set<string>();
  // What is made anew, or refused, does not restart.
  if (specDiffers(database, 'distributed') || specDiffers(database, 'storageType')) return [];
  const requests = new Set(databaseRequests(database.object).map(({ type }) => type));
  if (requests.has('UpdateVersion')) reasons.add('another version');
  for (const [name, reason] of fields) if (specDiffers(database, name)) reasons.add(reason);
  if (requests.has('RotateAuth')) reasons.add('another password');
  for (const [field, reason] of podReasons(database)) if (field) reasons.add(reason);
  return [...reasons];
}

function podReasons({
  engine,
  old,
  young,
}: ChangedDatabase): (readonly [differs: boolean, reason: string])[] {
  const server = (spec: Field) =>
    spec
      .at('podTemplate', 'spec', 'containers')
      .items()
      .find((container) => container.at('name').text === engine);
  const rest = (spec: Field) => {
    const entries = spec.at('podTemplate', 'spec').entries();
    const others = entries.filter(([name]) => name !== 'podPlacementPolicy' && name !== 'containers');
    const further = spec
      .at('podTemplate', 'spec', 'containers')
      .items()
      .filter((container) => container.at('name').text !== engine);
    return {
      ...Object.fromEntries(others.map(([name, { value }]) => [name, value ?? null])),
      containers: further.map(({ value }) => value ?? null),
    };
  };
  const differs = (from: Field['value'], to: Field['value']) => fieldChanges(from ?? {}, to ?? {}).length > 0;
  return [
    [differs(server(old)?.at('resources').value, server(young)?.at('resources').value), 'other resources'],
    [differs(server(old)?.at('env').value ?? [], server(young)?.at('env').value ?? []), 'its environment'],
    [differs(rest(old), rest(young)), 'its pod template'],
  ];
}
