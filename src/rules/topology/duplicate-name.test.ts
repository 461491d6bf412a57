import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
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
