import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
import { change, database, findingsOf, goodTopology, programFindingsOf, relatedOf } from '../testing.js';
import { databaseManifest, findingsBy, fixesBy, together } from './objects.testing.js';

describe('kubedb/derived-names', () => {
  test('reports a database called like a service of another', () => {
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(databaseManifest(), databaseManifest({}, { name: 'orders-pods', kind: 'Postgres' })),
      ),
    ).toEqual([
      'error kubedb/derived-names 17:9 orders-pods is called like the service for the pods of orders',
    ]);
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest({}, { name: 'orders-stats' }),
          databaseManifest({ monitor: '{ agent: prometheus.io/builtin }' }),
        ),
      ),
    ).toEqual([
      'error kubedb/derived-names 4:9 orders-stats is called like the service for the metrics of orders',
    ]);
    expect(
      fixesBy(
        'kubedb/derived-names',
        together(databaseManifest(), databaseManifest({}, { name: 'orders-pods', kind: 'Postgres' })),
      ),
    ).toEqual(['give it a name that does not end in -pods']);
  });

  test('reports a database called like what one of its engine has besides', () => {
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest({ replicas: '2' }, { kind: 'Postgres' }),
          databaseManifest({}, { name: 'orders-arbiter' }),
        ),
      ),
    ).toEqual(['error kubedb/derived-names 17:9 orders-arbiter is called like the arbiter of orders']);
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest({ readReplicas: '[{ name: reports, replicas: 1 }]' }, { kind: 'Postgres' }),
          databaseManifest({}, { name: 'orders-reports' }),
          databaseManifest({}, { name: 'orders-rr-reports' }),
          databaseManifest({}, { name: 'orders-rr' }),
        ),
      ),
    ).toEqual([
      'error kubedb/derived-names 18:9 orders-reports is called like the read replicas reports of orders',
      'error kubedb/derived-names 31:9 orders-rr-reports is called like the service for the read replicas reports of orders',
      'error kubedb/derived-names 44:9 orders-rr is called like the service for the read replicas of orders',
    ]);
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest({ topology: '{ mode: MariaDBReplication, maxscale: { replicas: 3 } }' }),
          databaseManifest({}, { name: 'orders-maxscale' }),
        ),
      ),
    ).toEqual(['error kubedb/derived-names 17:9 orders-maxscale is called like the MaxScale of orders']);
    expect(
      fixesBy(
        'kubedb/derived-names',
        together(
          databaseManifest({ replicas: '2' }, { kind: 'Postgres' }),
          databaseManifest({}, { name: 'orders-arbiter' }),
        ),
      ),
    ).toEqual(['give it a name that does not end in -arbiter']);
  });

  test('reports the secret of another', () => {
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest(),
          databaseManifest({ authSecret: '{ kind: Secret, name: orders-auth }' }, { name: 'ledger' }),
        ),
      ),
    ).toEqual([
      'error kubedb/derived-names 26:37 ledger takes the secret orders-auth, which KubeDB makes for orders',
    ]);
    expect(
      fixesBy(
        'kubedb/derived-names',
        together(
          databaseManifest(),
          databaseManifest({ authSecret: '{ kind: Secret, name: orders-auth }' }, { name: 'ledger' }),
        ),
      ),
    ).toEqual(['give each database a secret of its own']);
  });

  test('is content with other names, other namespaces and secrets of its own', () => {
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest(),
          databaseManifest({}, { name: 'orders-pods', namespace: 'other' }),
          databaseManifest({}, { name: 'orders-stats' }),
          databaseManifest({}, { name: 'orders-arbiter' }),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/derived-names',
        databaseManifest({ authSecret: '{ kind: Secret, name: orders-auth }' }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/derived-names',
        together(
          databaseManifest({ authSecret: '{ kind: Secret, name: mine }' }),
          databaseManifest({ authSecret: '{ kind: Secret, name: orders-auth }' }, { name: 'ledger' }),
        ),
      ),
    ).toEqual([]);
  });
});

describe('kubedb/derived-names in a topology', () => {
  const alone = '[{ cluster: fra, replicas: 2 }]';
  const unsliced = change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', '');
  const single = change(
    unsliced,
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 3',
  );

  test('reports a database called like a service or an arbiter of another', () => {
    const pods = goodTopology + database({ name: 'orders-pods' });
    expect(findingsOf(pods)).toEqual([
      'error kubedb/derived-names 32:11 orders-pods is called like the service for the pods of orders',
    ]);
    expect(relatedOf(pods)).toEqual([['20:11 KubeDB makes orders-pods for it']]);
    const arbiter =
      single +
      database({ name: 'ledger', engine: 'postgres', placement: alone }) +
      database({ name: 'ledger-arbiter', placement: '[{ cluster: fra, replicas: 3 }]' });
    expect(findingsOf(arbiter)).toEqual([
      'error kubedb/derived-names 35:11 ledger-arbiter is called like the arbiter of ledger',
    ]);
  });

  test('reports the secret of another', () => {
    const text = `${goodTopology}${database({ name: 'ledger' })}    rootPasswordSecret: { name: orders-auth }\n`;
    expect(findingsOf(text)).toEqual([
      'error kubedb/derived-names 40:33 ledger takes the secret orders-auth, which KubeDB makes for orders',
    ]);
  });

  test('is content with the same names in other namespaces and on other clusters', () => {
    const apart = single + database({ name: 'orders-pods', placement: '[{ cluster: ams, replicas: 3 }]' });
    expect(findingsOf(apart)).toEqual([]);
    expect(findingsOf(goodTopology + database({ name: 'orders-pods', namespace: 'other' }))).toEqual([]);
    expect(findingsOf(goodTopology + database({ name: 'orders-arbiter' }))).toEqual([]);
    expect(findingsOf(`${goodTopology}    rootPasswordSecret: { name: orders-auth }\n`)).toEqual([]);
  });
});

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) }).filter((each) =>
    each.includes(' kubedb/derived-names '),
  );

describe('kubedb/derived-names in several files', () => {
  test('reports a database that is called like a service of another, whichever file comes first', () => {
    expect(beside(['- name: carts', '- name: orders-pods'])).toEqual([
      'error kubedb/derived-names b.yaml:21:11 orders-pods is called like a service that KubeDB makes for orders, one of the two in a.yaml',
    ]);
    const first = changes(goodTopology, ['- name: orders', '- name: carts-standby']);
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': besideTopology })).toEqual([
      'error kubedb/derived-names b.yaml:21:11 carts-standby is called like a service that KubeDB makes for carts, one of the two in a.yaml',
    ]);
    expect(beside(['- name: carts', '- name: orders-old'])).toEqual([]);
  });
});
