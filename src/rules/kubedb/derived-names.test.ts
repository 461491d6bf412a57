import { describe, expect, test } from 'vitest';
import {
  change,
  database,
  findingsOf,
  goodTopology,
  manifestFindingsOf,
  programFindingsOf,
  relatedOf,
} from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' kubedb/derived-names '));

describe('kubedb/derived-names', () => {
  test('reports a database that is called like a service of another', () => {
    const text = goodTopology + database({ name: 'orders-pods' });
    expect(findingsOf(text)).toEqual([
      'error kubedb/derived-names 32:11 orders-pods is called like the service of the replicas of orders',
    ]);
    expect(relatedOf(text)).toEqual([['20:11 this one']]);
    expect(findingsOf(goodTopology + database({ name: 'orders-standby' }))).toHaveLength(1);
  });

  test('is content in another namespace, and with other endings', () => {
    expect(own(findingsOf(goodTopology + database({ name: 'orders-pods', namespace: 'mall' })))).toEqual([]);
    for (const name of ['orders-auth', 'orders-stats', 'orders-old-pods', 'pods'])
      expect(findingsOf(goodTopology + database({ name }))).toEqual([]);
  });

  test('reports it across files', () => {
    const second = change(
      change(
        change(goodTopology, 'metadata:\n  name: shop', 'metadata:\n  name: mall'),
        'slice:\n  name: shop\n',
        'slice:\n  name: shop\n  project: shop\n',
      ),
      '- name: orders',
      '- name: orders-pods',
    );
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error kubedb/derived-names b.yaml:21:11 orders-pods is called like the service of the replicas of orders',
    ]);
  });

  const object = (kind: string, name: string, spec: string): string =>
    `apiVersion: kubedb.com/v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\nspec: { ${spec} }\n---\n`;

  test.each([
    ['MariaDB', 'replicas: 3', 'pods'],
    ['MariaDB', 'replicas: 3', 'standby'],
    ['MariaDB', 'monitor: { agent: prometheus.io }', 'stats'],
    ['MariaDB', 'topology: { maxscale: { replicas: 3 } }', 'maxscale'],
    ['Postgres', 'replicas: 2', 'arbiter'],
    ['Postgres', 'readReplicas: [{ name: a }]', 'rr'],
  ])('looks at objects: %s with %s and -%s', (kind, spec, ending) => {
    const other = object('MariaDB', `orders-${ending}`, '');
    expect(own(manifestFindingsOf(object(kind, 'orders', spec) + other))).toHaveLength(1);
    expect(own(manifestFindingsOf(object(kind, 'carts', spec) + other))).toEqual([]);
  });

  test('is content with objects that KubeDB does not make', () => {
    for (const ending of ['standby', 'stats', 'arbiter', 'rr', 'maxscale'])
      expect(
        own(
          manifestFindingsOf(
            object('Postgres', 'orders', 'replicas: 1') + object('MariaDB', `orders-${ending}`, ''),
          ),
        ),
      ).toEqual([]);
  });
});
