import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';
import { findingsOfRule, postgresManifest } from './postgres.testing.js';

const id = 'kubedb/postgres-synchronous';
const single = change(
  change(
    change(change(goodTopology, 'engine: mariadb', 'engine: postgres'), '"11.8.5"', '"17.9"'),
    'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n',
    '',
  ),
  'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
  'replicas: 1',
);

describe(`${id} in a topology`, () => {
  test('reports a single replica', () => {
    expect(findingsOf(`${single}    kubedb: { streamingMode: Synchronous }\n`)).toEqual([
      `error ${id} 27:30 orders streams synchronously, and has no standby to wait for`,
    ]);
  });

  test('is content with several, with asynchronous streaming, and leaves one over the slice to kubedb/replicas', () => {
    const sync = '    kubedb: { streamingMode: Synchronous }\n';
    expect(findingsOf(change(single, 'replicas: 1', 'replicas: 2') + sync)).toEqual([]);
    expect(findingsOf(`${single}    kubedb: { streamingMode: Asynchronous }\n`)).toEqual([]);
    const slice = change(single, 'databases:\n', 'slice: { name: shop, subnet: 10.7.0.0/16 }\ndatabases:\n');
    expect(findingsOf(slice + sync).map((finding) => finding.split(' ')[1])).toEqual(['kubedb/replicas']);
  });
});

describe(`${id} in a manifest`, () => {
  const sync = (config: string, replicas = 3): string[] =>
    findingsOfRule(
      id,
      postgresManifest(
        `  streamingMode: Synchronous\n  synchronousReplicationConfig: { ${config} }\n`,
        replicas,
      ),
    );

  test.each([
    ['useWildcard: true, standbyNames: [ledger-1]', ['13:48 ledger names standbys and takes any of them']],
    ['standbyNames: [ledger-1, ""]', ['13:60 a standby of ledger has an empty name']],
    ['standbyNames: [ledger-1, ledger-1]', ['13:60 the standby ledger-1 stands twice']],
    ['numSyncReplicas: 0', ['13:52 numSyncReplicas is 0, the least is 1']],
    [
      'numSyncReplicas: 2, standbyNames: [ledger-1]',
      ['13:52 numSyncReplicas is 2, and standbyNames has 1 name'],
    ],
    ['numSyncReplicas: 3', ['13:52 numSyncReplicas is 3, and there are 2 standbys']],
  ])('reports { %s }', (config, findings) => {
    expect(sync(config)).toEqual(findings.map((finding) => `error ${id} ${finding}`));
  });

  test.each([
    '',
    'numSyncReplicas: 2',
    'useWildcard: true',
    'numSyncReplicas: 2, standbyNames: [ledger-1, ledger-2]',
  ])('is content with { %s }', (config) => {
    expect(sync(config)).toEqual([]);
  });

  test('reports a single replica, and a block without the mode', () => {
    const mode = '  streamingMode: Synchronous\n';
    const alone = [`error ${id} 12:18 ledger streams synchronously, and has no standby to wait for`];
    expect(findingsOfRule(id, postgresManifest(mode, 1))).toEqual(alone);
    expect(findingsOfRule(id, postgresManifest('  synchronousReplicationConfig: { mode: Any }\n'))).toEqual([
      `error ${id} 12:3 ledger has a synchronousReplicationConfig, but does not stream synchronously`,
    ]);
    expect(findingsOfRule(id, postgresManifest(`${mode}  distributed: true\n`, 1))).toEqual([]);
  });
});
