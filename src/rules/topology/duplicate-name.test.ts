import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
import { operatorTopology } from '../sites.testing.js';
import { change, database, findingsOf, goodTopology, programFindingsOf, relatedOf } from '../testing.js';

describe('topology/duplicate-name', () => {
  test('reports a cluster that is declared twice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: fra\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text)).toEqual(['error topology/duplicate-name 16:11 two clusters are called fra']);
  });

  test('reports every further one, at the place of the first', () => {
    const text = change(
      goodTopology,
      '  - name: ams\n',
      '  - name: oslo\n    distribution: k3s\n  - name: oslo\n    distribution: k3s\n  - name: oslo\n    distribution: k3s\n  - name: ams\n',
    );
    expect(findingsOf(text)).toEqual([
      'error topology/duplicate-name 14:11 two clusters are called oslo',
      'error topology/duplicate-name 16:11 two clusters are called oslo',
    ]);
    expect(relatedOf(text)).toEqual([['12:11 first here'], ['12:11 first here']]);
  });

  test('reports two databases of one name and namespace, and says it once', () => {
    expect(findingsOf(goodTopology + database({ name: 'orders', engine: 'postgres' }))).toEqual([
      'error topology/duplicate-name 32:11 two databases are called orders in the namespace shop',
    ]);
  });

  test('lets databases that live on one cluster each share a name on different ones', () => {
    const till = (cluster: string): string =>
      change(
        database({ name: 'orders', placement: `[{ cluster: ${cluster}, replicas: 1 }]` }),
        'kubedb',
        'mariadb-operator',
      );
    const alone = change(
      change(goodTopology, 'kubedb', 'mariadb-operator'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(alone + till('ams'))).toEqual([]);
    expect(findingsOf(alone + till('fra'))).toEqual([
      'error topology/duplicate-name 30:11 two databases are called orders in the namespace shop',
    ]);
  });

  test('reports one beside a database of KubeDB where that has its object or replicas', () => {
    const other = (cluster: string): string =>
      change(
        database({ name: 'orders', placement: `[{ cluster: ${cluster}, replicas: 1 }]` }),
        'kubedb',
        'mariadb-operator',
      );
    const text = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text + other('ams'))).toEqual([
      'error topology/duplicate-name 34:11 two databases are called orders in the namespace shop',
    ]);
    expect(findingsOf(text + other('oslo'))).toEqual([]);
    expect(
      findingsOf(text + database({ name: 'orders', placement: '[{ cluster: oslo, replicas: 3 }]' })),
    ).toContain('error topology/duplicate-name 34:11 two databases are called orders in the namespace shop');
  });
});

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) }).filter((each) =>
    each.includes(' topology/duplicate-name '),
  );

describe('topology/duplicate-name of fleets', () => {
  const fleets = (...entries: readonly string[]): string[] =>
    findingsOf(
      change(
        goodTopology,
        'slice:\n',
        `${entries.map((entry) => `  - { distribution: k3s, ${entry} }\n`).join('')}slice:\n`,
      ),
    );

  test('reports a cluster that a fleet counts too', () => {
    expect(fleets('name: store-003', 'name: stores, fleet: "store-{001..050}"')).toEqual([
      'error topology/duplicate-name 17:47 the fleet stores has store-003, as another entry has',
    ]);
    expect(fleets('name: stores, fleet: "store-{001..050}"', 'name: store-003')).toEqual([
      'error topology/duplicate-name 16:47 the fleet stores has store-003, as another entry has',
    ]);
  });

  test('reports fleets that overlap, once', () => {
    expect(fleets('name: a, fleet: "store-{001..050}"', 'name: b, fleet: "store-{041..090}"')).toEqual([
      'error topology/duplicate-name 17:42 the fleet b has store-041 and 9 more, as another entry has',
    ]);
    expect(fleets('name: a, fleet: "store-{001..050}"', 'name: b, fleet: "store-{051..090}"')).toEqual([]);
  });

  test('lets a fleet have a cluster of its own name', () => {
    expect(fleets('name: stores, fleet: [stores, store-2]')).toEqual([]);
  });

  test('reports a database on a fleet in two files once', () => {
    const site = change(operatorTopology, '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
    expect(
      programFindingsOf({ 'a.yaml': site, 'b.yaml': change(site, '  name: wiki\n', '  name: docs\n') }),
    ).toEqual([
      'error topology/duplicate-name b.yaml:13:11 a.yaml has a database wiki in the namespace wiki of west-1 as well',
    ]);
  });
});

describe('topology/duplicate-name in several files', () => {
  test('reports one database in two files, of any engine', () => {
    expect(beside(['- name: carts', '- name: orders'])).toEqual([
      'error topology/duplicate-name b.yaml:21:11 a.yaml has a database orders in the namespace shop of fra as well',
    ]);
    expect(
      beside(['- name: carts', '- name: orders'], ['mariadb\n', 'postgres\n'], ['11.8.5', '17.9-bookworm']),
    ).toHaveLength(1);
  });
});
