import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

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

  test('reports two databases of one name and namespace on different clusters and providers', () => {
    const other = database({ name: 'orders', placement: '[{ cluster: oslo, replicas: 1 }]' });
    const text = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text + change(other, 'kubedb', 'statefulset'))).toContain(
      'error topology/duplicate-name 34:11 two databases are called orders in the namespace shop',
    );
  });

  test('reports databases of one name on one cluster, over namespaces and engines', () => {
    const text = goodTopology + database({ name: 'orders', namespace: 'ledger', engine: 'postgres' });
    expect(findingsOf(text)).toEqual([
      'error topology/duplicate-name 32:11 two databases called orders share the cluster fra',
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
