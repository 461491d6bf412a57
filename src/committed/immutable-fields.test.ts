import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { locationOf } from '../diagnostics/index.js';
import { change } from '../rules/testing.js';
import { synthesize } from '../synthesize.js';
import { changedFields } from './immutable-fields.js';

const operator = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
  - { name: store, fleet: "store-{1..3}", distribution: k3s, storageClass: longhorn, nodes: 3 }
databases:
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: store, replicas: 3 }]
    rootPasswordSecret: { name: till-root }
    storage: { size: 8Gi }
    mariadbOperator:
      users:
        - { name: app, passwordSecret: { name: app }, grants: [{ database: till, privileges: [SELECT] }] }
      databases: [{ name: till }]
      backups: [{ name: nightly, schedule: "0 3 * * *", volume: { size: 9Gi } }]
`;

const galera = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
  - { name: fra, distribution: aks, storageClass: managed, nodes: 3 }
databases:
  - name: wiki
    namespace: wiki
    provider: statefulset
    engine: mariadb
    placement: [{ cluster: fra, replicas: 3 }]
    rootPasswordSecret: { name: wiki-root }
    storage: { size: 8Gi }
`;

/** Findings of `after` against the committed output of `before`. */
function found(
  before: string,
  after: string,
  replace = (content: string): string | undefined => content,
): string[] {
  const filesOf = (text: string) => {
    const { plans, diagnostics } = compile([{ name: 't', content: text }]);
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    return { plans, files: synthesize(plans).files };
  };
  const committed = new Map(filesOf(before).files.map(({ path, content }) => [path, content]));
  const { plans, files } = filesOf(after);
  const read = (path: string) => {
    const content = committed.get(path);
    return content === undefined ? undefined : replace(content);
  };
  return changedFields(plans, files, read).map(
    (each) => `${each.severity} ${each.id} ${locationOf(each).slice(2)} ${each.message}`,
  );
}

describe('objects of mariadb-operator', () => {
  test.each([
    [
      'storage: { size: 8Gi }',
      'storage: { size: 7Gi }',
      '13:22 the volumes of till would shrink from 8Gi to 7Gi',
    ],
    [
      'storageClass: longhorn',
      'storageClass: fast',
      '5:76 spec.storage.storageClassName of MariaDB till was longhorn and would be fast, and cannot change',
    ],
    [
      '{ name: till-root }',
      '{ name: other }',
      '12:25 spec.rootPasswordSecretKeyRef.name of MariaDB till was till-root and would be other, and cannot change',
    ],
    [
      'storage: { size: 8Gi }',
      'storage: { size: 8Gi }\n    spread: { node: ScheduleAnyway }',
      '14:21 spec.affinity.antiAffinityEnabled of MariaDB till was true and would be false, and cannot change',
    ],
    [
      '[{ name: till }]',
      '[{ name: till, characterSet: latin1, collation: latin1_bin }]',
      '17:18 spec.characterSet of Database till-till was utf8mb4 and would be latin1, and cannot change',
    ],
    [
      '0 3 * * *',
      '0 4 * * *',
      '18:16 spec.schedule.cron of PhysicalBackup till-nightly was 0 3 * * * and would be 0 4 * * *, and cannot change',
    ],
    [
      'database: till, privileges',
      'database: till, grantOption: true, privileges',
      '16:9 spec.grantOption of Grant',
    ],
  ])('%s to %s is refused, once for a fleet', (from, to, expected) => {
    const [first, ...others] = found(operator, change(operator, from, to));
    expect(first).toContain(`error change/immutable-field ${expected}`);
    // Of a character set the collation is another field, and the class is that of the backups as well.
    expect(others.length).toBe(/latin1|storageClass/.test(to) ? 1 : 0);
  });

  test('what may change does', () => {
    expect(found(operator, change(operator, 'size: 8Gi', 'size: 16Gi'))).toEqual([]);
    expect(found(operator, change(operator, '[SELECT]', '[SELECT, INSERT]'))).toEqual([]);
    expect(found(operator, `${operator}    resources: { memory: 2Gi }\n`)).toEqual([]);
  });

  test('a file that a person broke, or that is another object, is no reason', () => {
    const smaller = change(operator, 'size: 8Gi', 'size: 7Gi');
    for (const content of [
      '',
      ': [',
      'null',
      '[]',
      'spec: 1',
      'a: &a [*a]',
      'kind: MariaDB\napiVersion: kubedb.com/v1',
    ])
      expect(found(operator, smaller, () => content)).toEqual([]);
    expect(found(operator, smaller, () => undefined)).toEqual([]);
  });
});

describe('a StatefulSet', () => {
  test('its claims never shrink', () => {
    expect(found(galera, change(galera, 'size: 8Gi', 'size: 7Gi'))).toEqual([
      'error change/immutable-field 13:22 the volumes of wiki would shrink from 8Gi to 7Gi',
    ]);
  });

  test('its claims grow, and move to another class, by the steps of the runbook', () => {
    expect(found(galera, change(galera, 'size: 8Gi', 'size: 9Gi'))).toEqual([
      'warning change/volume-claims 13:22 the volumes of wiki grow from 8Gi to 9Gi',
    ]);
    expect(found(galera, change(galera, 'storageClass: managed', 'storageClass: fast'))).toEqual([
      'warning change/volume-claims 5:51 the volumes of wiki change their class from managed to fast',
    ]);
  });

  test('replicas and memory change as they like', () => {
    expect(
      found(galera, change(galera, 'replicas: 3', 'replicas: 5').replace('nodes: 3', 'nodes: 5')),
    ).toEqual([]);
    expect(found(galera, `${galera}    resources: { memory: 2Gi }\n`)).toEqual([]);
  });
});
