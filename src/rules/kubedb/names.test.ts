import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { besideTopology, changes } from '../programs.testing.js';
import {
  change,
  database,
  findingsOf,
  fixesOf,
  goodTopology,
  programFindingsOf,
  relatedOf,
} from '../testing.js';
import { databaseManifest, findingsBy, placedBy, policyManifest, together } from './objects.testing.js';

const placed = 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]';

function named(name: string, engine = 'mariadb'): string {
  return change(
    change(goodTopology, '- name: orders', `- name: ${name}`),
    'engine: mariadb',
    `engine: ${engine}`,
  );
}

function local(text: string, replicas: number): string {
  return change(
    change(text, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    placed,
    `replicas: ${replicas}`,
  );
}

describe('kubedb/names', () => {
  test('reports a long MariaDB cluster', () => {
    const name = `${'o'.repeat(31)}-s`;
    const text = named(name);
    // The label that KubeSlice makes of it, slice/owner-label, is another matter.
    expect(findingsOf(text)[0]).toBe(
      `error kubedb/names 20:11 ${name} has 33 characters, a MariaDB cluster may have 32`,
    );
    expect(fixesOf(text)[0]).toBe(`shorten it, for example to ${'o'.repeat(31)}`);
    expect(findingsOf(named('o'.repeat(32))).filter((each) => each.includes(' kubedb/names '))).toEqual([]);
  });

  test('reports a long single MariaDB', () => {
    expect(findingsOf(local(named('o'.repeat(53)), 1))).toEqual([
      `error kubedb/names 17:11 ${'o'.repeat(53)} has 53 characters, a MariaDB may have 52`,
    ]);
    expect(findingsOf(local(named('o'.repeat(52)), 1))).toEqual([]);
  });

  test('reports a long Postgres', () => {
    expect(findingsOf(named('o'.repeat(45), 'postgres'))).toEqual([
      `error kubedb/names 20:11 ${'o'.repeat(45)} has 45 characters, a Postgres may have 44`,
    ]);
    expect(findingsOf(named('o'.repeat(44), 'postgres'))).toEqual([]);
  });

  test('reports a name that ends like a replica’s', () => {
    expect(findingsOf(named('orders-2'))).toEqual([
      'error kubedb/names 20:11 orders-2 ends like the name of a replica',
    ]);
    expect(fixesOf(named('orders-2'))).toEqual(['join the number on: orders2']);
    expect(fixesOf(named('orders-2026-11'))).toEqual(['join the number on: orders202611']);
  });

  test('is content with digits that end no replica’s name', () => {
    expect(findingsOf(named('orders2'))).toEqual([]);
    expect(findingsOf(named('orders-v2'))).toEqual([]);
    expect(findingsOf(local(named('orders-2'), 3))).toEqual([]);
  });

  test('reports a name that the volumes of another database have', () => {
    const text = goodTopology + database({ name: 'data-orders' });
    expect(findingsOf(text)).toEqual([
      'error kubedb/names 32:11 data-orders is called like the volumes of orders',
    ]);
    expect(relatedOf(text)).toEqual([['20:11 so are the volumes of this one on fra']]);
  });

  test('is content with such names apart', () => {
    expect(findingsOf(goodTopology + database({ name: 'data-ledger' }))).toEqual([]);
    const apart = change(
      change(goodTopology, placed, 'replicas: 3'),
      '    storage: { size: 20Gi }\n',
      `    storage: { size: 20Gi }\n${database({ name: 'data-orders', placement: '[{ cluster: ams, replicas: 3 }]' })}`,
    );
    expect(findingsOf(apart)).toEqual([]);
  });

  test('reports two databases with one PlacementPolicy, said or derived', () => {
    const said = `${goodTopology}    kubedb: { placementPolicy: mine }\n${database({ name: 'ledger' })}    kubedb: { placementPolicy: mine }\n`;
    expect(findingsOf(said)).toEqual([
      'error kubedb/names 41:32 orders and ledger have the same PlacementPolicy, mine',
    ]);
    expect(relatedOf(said)).toEqual([['32:32 the first']]);
    const derived =
      goodTopology +
      database({ name: 'b-c', namespace: 'a' }) +
      database({ name: 'c', namespace: 'a-b', engine: 'postgres' });
    expect(findingsOf(derived)).toEqual([
      'error kubedb/names 40:11 b-c and c have the same PlacementPolicy, a-b-c',
    ]);
    expect(relatedOf(derived)).toEqual([['32:11 the first']]);
  });
});

describe('kubedb/names of databases that share a cluster', () => {
  test('reports databases of one name on one cluster, over namespaces and engines', () => {
    const text = goodTopology + database({ name: 'orders', namespace: 'ledger', engine: 'postgres' });
    expect(findingsOf(text)).toEqual([
      'error kubedb/names 32:11 two databases called orders share the cluster fra',
    ]);
    expect(relatedOf(text)).toEqual([['20:11 of the namespace shop']]);
    expect(fixesOf(text)).toEqual(['give one of them another name, such as ledger-orders']);
  });

  test('is content with one name on clusters apart', () => {
    const text = change(
      change(goodTopology, 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]', 'replicas: 3'),
      '20Gi }\n',
      `20Gi }\n${database({ name: 'orders', namespace: 'ledger', placement: '[{ cluster: ams, replicas: 3 }]' })}`,
    );
    expect(findingsOf(text)).toEqual([]);
  });

  test('is content with one name in two namespaces of a cluster when nothing is distributed', () => {
    const single = change(
      change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    const other = database({
      name: 'orders',
      namespace: 'ledger',
      placement: '[{ cluster: fra, replicas: 3 }]',
    });
    expect(findingsOf(single + other)).toEqual([]);
  });
});

describe('kubedb/names among manifests', () => {
  test('reports a name that is too long', () => {
    expect(findingsBy('kubedb/names', databaseManifest({}, { name: 'o'.repeat(33) }))).toEqual([
      'error kubedb/names 4:9 ooooooooooooooooooooooooooooooooo has 33 characters, a MariaDB cluster may have 32',
    ]);
    expect(
      findingsBy('kubedb/names', databaseManifest({ topology: '', replicas: '1' }, { name: 'o'.repeat(53) })),
    ).toEqual([
      'error kubedb/names 4:9 ooooooooooooooooooooooooooooooooooooooooooooooooooooo has 53 characters, a MariaDB may have 52',
    ]);
    expect(
      findingsBy(
        'kubedb/names',
        databaseManifest({ replicas: '2' }, { kind: 'Postgres', name: 'o'.repeat(45) }),
      ),
    ).toEqual([
      'error kubedb/names 4:9 ooooooooooooooooooooooooooooooooooooooooooooo has 45 characters, a Postgres with an arbiter may have 44',
    ]);
    expect(
      findingsBy('kubedb/names', databaseManifest({}, { kind: 'Postgres', name: 'o'.repeat(53) })),
    ).toEqual([
      'error kubedb/names 4:9 ooooooooooooooooooooooooooooooooooooooooooooooooooooo has 53 characters, a Postgres may have 52',
    ]);
  });

  test('reports a name that only the GitOps API takes', () => {
    expect(
      findingsBy(
        'kubedb/names',
        databaseManifest({}, { apiVersion: 'gitops.kubedb.com/v1alpha1', name: '2orders' }),
      ),
    ).toEqual([
      'error kubedb/names 4:9 2orders is no name for a database: letters, digits and hyphens, a letter first, at most 63',
    ]);
    expect(
      findingsBy(
        'kubedb/names',
        databaseManifest({}, { apiVersion: 'gitops.kubedb.com/v1alpha1', name: 'o'.repeat(64) }),
      ),
    ).toEqual([
      'error kubedb/names 4:9 oooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo is no name for a database: letters, digits and hyphens, a letter first, at most 63',
    ]);
  });

  test('reports a name that ends like a replica’s', () => {
    expect(findingsBy('kubedb/names', databaseManifest(placedBy('orders'), { name: 'orders-2' }))).toEqual([
      'error kubedb/names 4:9 orders-2 ends like the name of a replica',
    ]);
  });

  test('reports two databases of one name on one cluster', () => {
    expect(
      findingsBy(
        'kubedb/names',
        together(
          databaseManifest(placedBy('orders')),
          databaseManifest(placedBy('other'), { kind: 'Postgres', namespace: 'ledger' }),
          policyManifest('orders', ['fra', 'ams']),
          policyManifest('other', ['oslo', 'ams']),
        ),
      ),
    ).toEqual(['error kubedb/names 19:9 two databases called orders share the cluster ams']);
  });

  test('reports a name that the volumes of another have', () => {
    expect(
      findingsBy(
        'kubedb/names',
        together(
          databaseManifest(placedBy('orders')),
          databaseManifest(placedBy('orders'), { name: 'data-orders' }),
          policyManifest('orders'),
        ),
      ),
    ).toEqual(['error kubedb/names 19:9 data-orders is called like the volumes of orders']);
  });

  test('is content with names that keep apart', () => {
    expect(findingsBy('kubedb/names', databaseManifest({}, { name: 'o'.repeat(32) }))).toEqual([]);
    expect(findingsBy('kubedb/names', databaseManifest({}, { name: 'orders-2' }))).toEqual([]);
    expect(
      findingsBy('kubedb/names', databaseManifest({}, { kind: 'Postgres', name: 'o'.repeat(52) })),
    ).toEqual([]);
    expect(findingsBy('kubedb/names', databaseManifest({}, { name: '2orders' }))).toEqual([]);
    expect(
      findingsBy(
        'kubedb/names',
        together(
          databaseManifest(placedBy('orders')),
          databaseManifest(placedBy('other'), { namespace: 'ledger' }),
          policyManifest('orders', ['fra', 'ams']),
          policyManifest('other', ['oslo', 'rome']),
        ),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/names',
        together(
          databaseManifest(placedBy('orders')),
          databaseManifest(placedBy('orders'), { apiVersion: 'gitops.kubedb.com/v1alpha1' }),
          policyManifest('orders'),
        ),
      ),
    ).toEqual([]);
  });
});

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) }).filter((each) =>
    each.includes(' kubedb/names '),
  );

describe('kubedb/names in several files', () => {
  test('reports databases of one name on one cluster', () => {
    expect(
      beside(['- name: carts', '- name: orders'], ['    namespace: shop', '    namespace: mall']),
    ).toEqual(['error kubedb/names b.yaml:21:11 a.yaml has a database called orders on fra as well']);
  });

  test('reports pods that are called like volumes, whichever file comes first', () => {
    expect(beside(['- name: carts', '- name: data-orders'])).toEqual([
      'error kubedb/names b.yaml:21:11 on fra the pods of data-orders are called like the volumes of orders, one of the two in a.yaml',
    ]);
    const first = changes(goodTopology, ['- name: orders', '- name: data-carts']);
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': besideTopology })).toEqual([
      'error kubedb/names b.yaml:21:11 on fra the pods of data-carts are called like the volumes of carts, one of the two in a.yaml',
    ]);
  });

  test('reports a PlacementPolicy of two databases', () => {
    const first = `${goodTopology}    kubedb: { placementPolicy: mine }\n`;
    const second = `${besideTopology}    kubedb: { placementPolicy: mine }\n`;
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([
      'error kubedb/names b.yaml:33:32 carts has the same PlacementPolicy, mine, as orders of a.yaml',
    ]);
    const { diagnostics } = compile([
      { name: 'a.yaml', content: first },
      { name: 'b.yaml', content: second },
    ]);
    expect(diagnostics[0]?.related[0]?.span.file.name).toBe('a.yaml');
  });

  test('is content with databases on clusters apart', () => {
    const here =
      '      - cluster: fra\n        replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n';
    const first = changes(
      goodTopology,
      [here, '      - { cluster: fra, replicas: 3 }\n'],
      [
        '  subnet: 10.7.0.0/16\n',
        '  subnet: 10.7.0.0/16\n  clusters: [fra, ams]\n  namespaces: [shop, mall, kubedb]\n',
      ],
    );
    const second = changes(
      besideTopology,
      ['- name: carts', '- name: orders'],
      ['    namespace: shop', '    namespace: mall'],
      [here, '      - { cluster: ams, replicas: 3 }\n'],
      [
        '  subnet: 10.7.0.0/16\n',
        '  subnet: 10.7.0.0/16\n  clusters: [fra, ams]\n  namespaces: [shop, mall, kubedb]\n',
      ],
    );
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([]);
  });

  test('leaves to the file itself what meets within it', () => {
    const second = `${besideTopology}${database({ name: 'carts', namespace: 'mall' })}`;
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error kubedb/names b.yaml:33:11 two databases called carts share the cluster fra',
    ]);
  });
});
