import { describe, expect, test } from 'vitest';
import { compareOutputs, immutableFieldsOf, type OutputText, refusedChange } from '../../changes/index.js';
import { operatorTopology, spanningTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf, changePlanOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after)
    .filter((each) => each.includes('mariadb-operator/immutable-field'))
    .map((each) => each.replace('error mariadb-operator/immutable-field ', ''));
}

describe('what a topology changes', () => {
  test.each([
    ['size: 20Gi', 'size: 10Gi', ['14:22 the volumes of orders would shrink from 20Gi to 10Gi']],
    [
      'storageClass: fast',
      'storageClass: slow',
      ['5:55 spec.storage.storageClassName of MariaDB orders was fast and would be slow, and cannot change'],
    ],
    [
      '{ name: orders-root }',
      '{ name: other }',
      [
        '13:5 spec.rootPasswordSecretKeyRef.name of MariaDB orders was orders-root and would be other, and cannot change',
      ],
    ],
    [
      'size: 20Gi }',
      'size: 20Gi }\n    spread: { node: ScheduleAnyway }',
      [
        '15:21 spec.affinity.antiAffinityEnabled of MariaDB orders was true and would be false, and cannot change',
      ],
    ],
    [
      'memory: 2Gi }',
      'memory: 2Gi }\n    scheduling: { priorityClassName: high }',
      ['16:38 spec.priorityClassName of MariaDB orders was not set and would be high, and cannot change'],
    ],
    [
      'databases: [{ name: shop }]',
      'databases: [{ name: shop, characterSet: latin1, collation: latin1_bin }]',
      [
        '22:21 spec.characterSet of Database orders-shop was utf8mb4 and would be latin1, and cannot change',
        '22:21 spec.collate of Database orders-shop was utf8mb4_unicode_ci and would be latin1_bin, and cannot change',
      ],
    ],
    [
      '0 2 * * *',
      '0 4 * * *',
      [
        '24:11 spec.schedule.cron of PhysicalBackup orders-nightly was 0 2 * * * and would be 0 4 * * *, and cannot change',
      ],
    ],
    [
      'bucket: backups',
      'bucket: other',
      [
        '24:11 spec.storage.s3.bucket of PhysicalBackup orders-nightly was backups and would be other, and cannot change',
      ],
    ],
    [
      'privileges: [SELECT',
      'grantOption: true, privileges: [SELECT',
      ['21:11 spec.grantOption of Grant orders-app-shop was false and would be true, and cannot change'],
    ],
    [
      'connectionSecret: orders-connection',
      'connectionSecret: other',
      [
        '20:29 spec.secretName of Connection orders-app was orders-connection and would be other, and cannot change',
      ],
    ],
  ])('%s to %s', (from, to, expected) => {
    expect(found(operatorTopology, change(operatorTopology, from, to))).toEqual(expected);
  });

  test('numbers of the members of several clusters', () => {
    expect(
      found(
        spanningTopology,
        change(
          spanningTopology,
          '{ cluster: ams, host: 10.2.0.10 }',
          '{ cluster: ams, host: 10.2.0.10, serverId: 40 }',
        ),
      ),
    ).toEqual([
      '23:9 spec.replication.serverIdStartIndex of MariaDB orders-ams was 20 and would be 40, and cannot change',
    ]);
  });

  test.each([
    ['size: 20Gi', 'size: 40Gi'],
    ['replicas: 3', 'replicas: 5'],
    ['memory: 2Gi', 'memory: 4Gi'],
    ['11.8.8', '11.4.12'],
    ['[SELECT, INSERT]', '[SELECT]'],
    ['retention: 30d', 'retention: 7d'],
    ['retention: 30d', 'retention: 720h'],
    ['- name: app\n', '- name: web\n'],
    ['storage: { size: 20Gi }', 'storage: { size: 20Gi }\n    replication: primary-replica'],
    ['mariadbOperator:\n', 'mariadbOperator:\n      sst: rsync\n'],
    ['mariadbOperator:\n', 'mariadbOperator:\n      metrics: {}\n'],
    ['memory: 2Gi }', 'memory: 2Gi }\n    service: { exposure: load-balancer, allowFrom: [10.0.0.0/8] }'],
    ['memory: 2Gi }', 'memory: 2Gi }\n    tls: { enabled: false }'],
    ['memory: 2Gi }', 'memory: 2Gi }\n    scheduling: { nodeSelector: { disk: fast } }'],
    ['memory: 2Gi }', 'memory: 2Gi }\n    config: { max_connections: 90 }'],
    ['passwordSecret: { name: orders-app }', 'passwordSecret: { name: other }'],
  ])('the webhook takes %s to %s', (from, to) => {
    expect(found(operatorTopology, change(operatorTopology, from, to))).toEqual([]);
  });

  test('a single server gets an anti-affinity with its replicas', () => {
    const single = change(operatorTopology, 'replicas: 3', 'replicas: 1');
    expect(found(single, operatorTopology)).toEqual([]);
    expect(found(operatorTopology, single)).toEqual([]);
  });

  test('each finding says what to do, and which object it is', () => {
    const plan = changePlanOf(operatorTopology, change(operatorTopology, '0 2 * * *', '0 4 * * *'));
    const [finding] = plan.diagnostics.filter(({ id }) => id === 'mariadb-operator/immutable-field');
    expect(finding?.fix).toContain('dbspan plan says the commits');
    expect(finding?.change?.objects).toMatchObject([
      { kind: 'PhysicalBackup', name: 'orders-nightly', field: 'spec.schedule.cron', after: '0 4 * * *' },
    ]);
  });
});

/** The fields of an object that the webhook refuses to change, by their paths. */
function refused(kind: string, before: object, after: object): string[] {
  const file = (spec: object): ReadonlyMap<string, OutputText> => {
    const object = {
      apiVersion: 'k8s.mariadb.com/v1alpha1',
      kind,
      metadata: { name: 'a', namespace: 'b' },
      spec,
    };
    return new Map([
      ['f/70-database/a.yaml', { path: 'f/70-database/a.yaml', content: JSON.stringify(object), source: '' }],
    ]);
  };
  const [object] = compareOutputs(file(before), file(after)).objects;
  if (!object) return [];
  return immutableFieldsOf(kind).flatMap((field) =>
    refusedChange(object, field) ? [field.path.join('.')] : [],
  );
}

describe('what the API server fills in', () => {
  test.each([
    ['Database', 'characterSet', 'utf8'],
    ['Database', 'collate', 'utf8_general_ci'],
    ['Grant', 'database', '*'],
    ['Grant', 'table', '*'],
    ['Backup', 'restartPolicy', 'OnFailure'],
    ['SqlJob', 'restartPolicy', 'OnFailure'],
  ])('of %s %s is no change', (kind, path, value) => {
    expect(refused(kind, {}, { [path]: value })).toEqual([]);
    expect(refused(kind, { [path]: value }, {})).toEqual([]);
    expect(refused(kind, {}, { [path]: 'x' })).toEqual([path]);
  });

  test('of a reference is no change', () => {
    const [short, long] = [{ name: 'a' }, { name: 'a', waitForIt: true }].map((mariaDbRef) => ({
      mariaDbRef,
    }));
    if (!short || !long) throw new Error('two references');
    expect(refused('User', short, long)).toEqual([]);
    expect(refused('User', long, short)).toEqual([]);
    expect(refused('User', short, { mariaDbRef: { name: 'a', waitForIt: false } })).toEqual(['mariaDbRef']);
  });
});

describe('objects that only people write', () => {
  test.each([
    ...['backupRef', 's3', 'volume'].map((path) => ['Restore', path] as const),
    ...['username', 'passwordSecretKeyRef', 'database', 'sql', 'sqlConfigMapKeyRef'].map(
      (path) => ['SqlJob', path] as const,
    ),
    ...['mariaDbRef', 'admin.port', 'monitor.module'].map((path) => ['MaxScale', path] as const),
  ])('%s keeps its %s', (kind, path) => {
    expect(refused(kind, nested(path, 'x'), nested(path, 'y'))).toEqual([path]);
  });

  test.each(['storage.ephemeral', 'serviceAccountName', 'rootPasswordSecretKeyRef'])(
    '%s does not go once Git has said it',
    (path) => {
      expect(refused('MariaDB', nested(path, 'x'), nested(path, undefined))).toEqual([path]);
    },
  );

  test('an empty password beside the Secret that the operator has written', () => {
    expect(refused('MariaDB', {}, { rootEmptyPassword: true })).toEqual(['rootEmptyPassword']);
    expect(refused('MariaDB', {}, { rootEmptyPassword: false })).toEqual([]);
  });
});

// What the fact sheet says of the webhook, statement by statement.
describe('the webhook refuses', () => {
  const anything = { a: { b: 1 } };
  const inmutable = [
    'affinity.antiAffinityEnabled',
    'priorityClassName',
    'storage.storageClassName',
    'database',
    'username',
    'timeZone',
    'connection',
    'primaryConnection',
    'secondaryConnection',
    'galera.gtidDomainId',
    'galera.serverId',
    'replication.gtidDomainId',
    'replication.serverIdStartIndex',
    'bootstrapFrom.targetRecoveryTime',
    'bootstrapFrom.stagingStorage',
    'metrics.exporter.priorityClassName',
  ].map((path) => ['MariaDB', path] as const);
  const ofOthers = [
    ...['mariaDbRef', 'name', 'host'].map((path) => ['User', path] as const),
    ...['mariaDbRef', 'name', 'characterSet', 'collate'].map((path) => ['Database', path] as const),
    ...['mariaDbRef', 'database', 'table', 'username', 'host', 'grantOption'].map(
      (path) => ['Grant', path] as const,
    ),
    ...['mariaDbRef', 'storage', 'stagingStorage', 'restartPolicy'].map((path) => ['Backup', path] as const),
    ...['mariaDbRef', 'storage', 'schedule.cron', 'stagingStorage'].map(
      (path) => ['PhysicalBackup', path] as const,
    ),
  ];

  test.each([...inmutable, ...ofOthers])('any change of %s %s', (kind, path) => {
    const spec = (value: unknown): object => nested(path, value);
    expect(refused(kind, spec('x'), spec('y'))).toEqual([path]);
    expect(refused(kind, spec(undefined), spec('y'))).toEqual([path]);
    expect(refused(kind, spec('x'), spec(undefined))).toEqual([path]);
    expect(refused(kind, spec(anything), spec(anything))).toEqual([]);
  });

  const inmutableinit = [
    ['MariaDB', 'rootPasswordSecretKeyRef', true],
    ['MariaDB', 'serviceAccountName', true],
    ['MariaDB', 'storage.ephemeral', true],
    ['MariaDB', 'metrics.username', true],
    ['MariaDB', 'galera.config.reuseStorageVolume', true],
    ['MariaDB', 'rootEmptyPassword', true],
    ['MariaDB', 'galera.config.volumeClaimTemplate', false],
    ['MariaDB', 'bootstrapFrom.backupRef', false],
    ['MariaDB', 'bootstrapFrom.volumeSnapshotRef', false],
    ['MariaDB', 'bootstrapFrom.backupContentType', false],
    ['MariaDB', 'bootstrapFrom.s3', false],
    ['MariaDB', 'bootstrapFrom.azureBlob', false],
    ['MariaDB', 'bootstrapFrom.volume', false],
    ['Connection', 'secretName', false],
    ['Backup', 'maxRetention', true],
  ] as const;

  test.each(inmutableinit)('a change of %s %s once it was set', (kind, path, isPersisted) => {
    const spec = (value: unknown): object => nested(path, value);
    expect(refused(kind, spec('x'), spec('y'))).toEqual([path]);
    // What was never in Git was set as well, where the operator writes its own into the object.
    expect(refused(kind, spec(undefined), spec('y'))).toEqual(isPersisted ? [path] : []);
  });

  test('nothing of a part that comes, or goes, as a whole', () => {
    const galera = { galera: { gtidDomainId: 1, serverId: 2 } };
    expect(refused('MariaDB', { replicas: 1, ...galera }, { replicas: 2 })).toEqual([]);
    expect(refused('MariaDB', { replicas: 1 }, { replicas: 2, ...galera })).toEqual([]);
    expect(
      refused('MariaDB', { replicas: 1, affinity: {} }, { affinity: { antiAffinityEnabled: true } }),
    ).toEqual([]);
  });

  test('no default that is only written out', () => {
    expect(
      refused(
        'MariaDB',
        { replicas: 1 },
        { replicas: 2, rootPasswordSecretKeyRef: { name: 'a-root', key: 'password', generate: true } },
      ),
    ).toEqual([]);
    expect(refused('MariaDB', { replicas: 1 }, { replicas: 2, serviceAccountName: 'a' })).toEqual([]);
    expect(
      refused('Backup', { mariaDbRef: { name: 'm' } }, { mariaDbRef: { name: 'm' }, maxRetention: '720h' }),
    ).toEqual([]);
  });

  test.each([
    'port',
    'replicas',
    'image',
    'podSecurityContext',
    'galera.sst',
    'service.type',
    'updateStrategy.type',
  ])('no change of %s', (path) => {
    expect(refused('MariaDB', nested(path, 'x'), nested(path, 'y'))).toEqual([]);
  });

  test.each([
    ['User', 'maxUserConnections'],
    ['User', 'passwordSecretKeyRef'],
    ['Grant', 'privileges'],
    ['Grant', 'cleanupPolicy'],
    ['Connection', 'port'],
    ['PhysicalBackup', 'maxRetention'],
    ['PhysicalBackup', 'target'],
    ['Backup', 'schedule.cron'],
    ['PointInTimeRecovery', 'compression'],
    ['ExternalMariaDB', 'connection'],
  ])('no change of %s %s', (kind, path) => {
    expect(refused(kind, nested(path, 'x'), nested(path, 'y'))).toEqual([]);
  });
});

/** A spec with a value at a path, and something beside it on the way. */
function nested(path: string, value: unknown): object {
  const [name = '', ...rest] = path.split('.');
  if (rest.length === 0) return value === undefined ? { other: true } : { other: true, [name]: value };
  return { other: true, [name]: nested(rest.join('.'), value) };
}
