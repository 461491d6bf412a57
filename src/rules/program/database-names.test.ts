import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { besideTopology, changes } from '../programs.testing.js';
import { database, goodTopology, programFindingsOf } from '../testing.js';

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) }).filter((each) =>
    each.includes(' program/database-names '),
  );

describe('program/database-names', () => {
  test('reports one database in two files, of any engine', () => {
    expect(beside(['- name: carts', '- name: orders'])).toEqual([
      'error program/database-names b.yaml:21:11 a.yaml has a database orders in the namespace shop of fra as well',
    ]);
    expect(
      beside(['- name: carts', '- name: orders'], ['mariadb\n', 'postgres\n'], ['11.8.5', '17.9-bookworm']),
    ).toHaveLength(1);
  });

  test('reports a database that is called like a service of another, whichever file comes first', () => {
    expect(beside(['- name: carts', '- name: orders-pods'])).toEqual([
      'error program/database-names b.yaml:21:11 orders-pods is called like a service that KubeDB makes for orders, one of the two in a.yaml',
    ]);
    const first = changes(goodTopology, ['- name: orders', '- name: carts-standby']);
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': besideTopology })).toEqual([
      'error program/database-names b.yaml:21:11 carts-standby is called like a service that KubeDB makes for carts, one of the two in a.yaml',
    ]);
    expect(beside(['- name: carts', '- name: orders-old'])).toEqual([]);
  });

  test('reports databases of one name on one cluster', () => {
    expect(
      beside(['- name: carts', '- name: orders'], ['    namespace: shop', '    namespace: mall']),
    ).toEqual([
      'error program/database-names b.yaml:21:11 a.yaml has a database called orders on fra as well',
    ]);
  });

  test('reports pods that are called like volumes, whichever file comes first', () => {
    expect(beside(['- name: carts', '- name: data-orders'])).toEqual([
      'error program/database-names b.yaml:21:11 on fra the pods of data-orders are called like the volumes of orders, one of the two in a.yaml',
    ]);
    const first = changes(goodTopology, ['- name: orders', '- name: data-carts']);
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': besideTopology })).toEqual([
      'error program/database-names b.yaml:21:11 on fra the pods of data-carts are called like the volumes of carts, one of the two in a.yaml',
    ]);
  });

  test('reports a PlacementPolicy of two databases', () => {
    const first = `${goodTopology}    kubedb: { placementPolicy: mine }\n`;
    const second = `${besideTopology}    kubedb: { placementPolicy: mine }\n`;
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([
      'error program/database-names b.yaml:33:32 carts has the same PlacementPolicy, mine, as orders of a.yaml',
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
      'error topology/duplicate-name b.yaml:33:11 two databases called carts share the cluster fra',
    ]);
  });
});
