import { expect, test } from 'vitest';
import { richFiles, richTopology } from '../../test/rich-topology.js';
import { compile } from '../compile.js';
import { lineText, positionAt } from '../diagnostics/index.js';
import { placeOfSource, placesOfSource } from './source.js';

const { plans } = compile([{ name: 'topology.yaml', content: richTopology }], {
  readFile: (path) => richFiles[path],
});

const fleet = compile([
  {
    name: 'edge.yaml',
    content: `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: edge }
clusters:
  - { name: store, distribution: k3s, fleet: "store-{001..003}" }
databases:
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: store, replicas: 1 }]
    storage: { size: 2Gi }
`,
  },
]);

function lineOf(source: string): string {
  const span = placeOfSource(plans, source);
  return span === undefined ? 'nowhere' : lineText(span.file, positionAt(span.file, span.start).line).trim();
}

test.each([
  ['retail/databases[items]', '- name: items'],
  ['retail/databases[items].placement', 'placement:'],
  ['retail/databases[items].resources.memory', 'resources: { memory: 16Gi, cpu: "4" }'],
  ['retail/databases[catalog/items]', '- name: items'],
  ['retail/databases[gone]', 'databases:'],
  ['retail/databases[gone].placement', 'databases:'],
  ['retail/databases[items].statefulset.arbitrator', '- name: items'],
  ['retail/clusters[ams]', '- name: ams'],
  ['retail/clusters[gone]', 'clusters:'],
  ['retail/slice', 'slice:'],
  ['retail/slice.bandwidth', 'bandwidth:'],
  ['retail/databases', 'databases:'],
  ['retail', 'name: retail'],
  ['ams', '- name: ams'],
  ['other/databases[items]', 'nowhere'],
  ['gone', 'nowhere'],
  ['retail/__proto__.constructor', 'apiVersion: dbspan/v1alpha1'],
])('%s stands in the line %s', (source, line) => {
  expect(lineOf(source)).toBe(line);
});

test('a cluster of a fleet is its entry', () => {
  const [place] = placesOfSource(fleet.plans, 'edge/clusters[store-002]');
  expect(place?.path).toBe('clusters[store]');
});

test('what several topologies give stands in all of them', () => {
  const both = [...plans, ...fleet.plans];
  expect(placesOfSource(both, 'edge, retail').map(({ path }) => path)).toEqual([
    'metadata.name',
    'metadata.name',
  ]);
});
