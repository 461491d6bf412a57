import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

describe('topology/unknown-cluster', () => {
  test('is content when every reference is declared', () => {
    expect(findingsOf(goodTopology)).toEqual([]);
  });

  test('reports a placement on a cluster that is not declared', () => {
    const text = change(goodTopology, '- cluster: ams', '- cluster: amsterdam');
    expect(findingsOf(text)).toEqual([
      'error topology/unknown-cluster 28:18 the placement of orders names the cluster amsterdam, which this topology does not declare',
    ]);
  });

  test('reports a member of the slice, a gateway service, a namespace and a link', () => {
    const text = `${change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      `  subnet: 10.7.0.0/16
  clusters: [fra, ams, oslo]
  gateway:
    services: [{ cluster: oslo }]
  namespaces: [shop, kubedb, { namespace: tools, clusters: [oslo] }]
`,
    )}links:\n  - between: [fra, oslo]\n`;
    expect(findingsOf(text).map((finding) => finding.split(' ').slice(1, 3).join(' '))).toEqual([
      'topology/unknown-cluster 19:24',
      'topology/unknown-cluster 21:27',
      'topology/unknown-cluster 22:61',
      'topology/unknown-cluster 37:20',
    ]);
  });
});
