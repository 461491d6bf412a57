import { describe, expect, test } from 'vitest';
import { readTopology } from '../topology/index.js';
import { clusterReferences, undeclaredClusters } from './cluster-references.js';
import { change, findingsOf, fixesOf, goodTopology } from './testing.js';

const idsOf = (text: string): (string | undefined)[] => findingsOf(text).map((each) => each.split(' ')[1]);

describe('places that name a cluster', () => {
  const text = `${change(
    goodTopology,
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16
  clusters: [fra, oslo]
  gateway: { services: [{ cluster: fra }] }
  namespaces: [shop, kubedb, { namespace: tools, clusters: [ams] }]
  allowedNamespaces: [{ namespace: web, clusters: [oslo] }]
`,
  )}links: [{ between: [fra, rom] }]\n`;
  const { topology } = readTopology({ name: 't', content: text });

  test('are found, in the order of the language', () => {
    expect(topology && [...clusterReferences(topology)].map(({ name, by }) => `${name}: ${by}`)).toEqual([
      'fra: the slice',
      'oslo: the slice',
      'fra: a gateway service',
      'ams: the namespace tools',
      'oslo: the namespace web',
      'fra: a link',
      'rom: a link',
      'fra: the placement of orders',
      'ams: the placement of orders',
    ]);
  });

  test('are told apart from those that are declared', () => {
    const found = topology && [...undeclaredClusters(topology)];
    expect(found?.map(([name, places]) => [name, places.length])).toEqual([
      ['oslo', 2],
      ['rom', 1],
    ]);
  });
});

describe('a cluster that is not declared is all that is reported', () => {
  const expecting = `${goodTopology}expect: [{ lose: fra, writes: stop }, { lose: "link:fra-ams", writes: stop }, { lose: "zone:fra-a", writes: stop }]\n`;

  test('when it was the hub', () => {
    const hubless = change(expecting, '  - name: fra\n    hub: true\n', '  - name: frankfurt\n');
    expect(idsOf(hubless)).toEqual(['topology/unknown-cluster']);
  });

  test('when it is a member', () => {
    const text = change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      '  subnet: 10.7.0.0/16\n  clusters: [frankfurt, ams]\n',
    );
    expect(idsOf(text)).toEqual(['topology/unknown-cluster']);
  });

  test('but not when another has its name twice', () => {
    const text = change(goodTopology, '  - name: ams\n', '  - name: fra\n');
    expect(idsOf(text)).toEqual(['topology/duplicate-name']);
    expect(fixesOf(text)).toEqual(['write ams: other places name it, and no cluster has that name']);
  });
});
