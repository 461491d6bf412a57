import { describe, expect, test } from 'vitest';
import { richFiles, richTopology } from '../../test/rich-topology.js';
import { compile } from '../compile.js';
import { synthesize } from '../synthesize.js';
import { type Pointer, traceField } from './index.js';

const { plans } = compile([{ name: 'topology.yaml', content: richTopology }], {
  readFile: (path) => richFiles[path],
});
const { files } = synthesize(plans);
const items = { path: 'fra/70-database/mariadb.catalog.items.yaml', source: 'retail/databases[items]' };
const policy = {
  path: 'fra/60-placement/placementpolicy.items-placement.yaml',
  source: 'retail/databases[items].placement',
};

function told(file: { path: string; source: string; content?: string }, pointer: Pointer) {
  const { places, formula } = traceField(plans, file, pointer);
  return { paths: places.map(({ path }) => path), formula };
}

describe('a field of a database', () => {
  test('that the topology says comes from there, and needs no formula', () => {
    expect(told(items, ['spec', 'version'])).toEqual({
      paths: ['databases[items].version'],
      formula: undefined,
    });
  });

  test('that is made of several has all of them, with the sum', () => {
    expect(told(items, ['spec', 'replicas'])).toEqual({
      paths: ['fra', 'ams', 'par'].map((name) => `databases[items].placement[${name}].replicas`),
      formula: '5 = [0, 3] on fra + [1, 4] on ams + [2] on par',
    });
  });

  test('in a text of options is found by the name of the option', () => {
    const { paths, formula } = told(items, [
      'spec',
      'configuration',
      'inline',
      'dbspan.cnf',
      'max_connections',
    ]);
    expect(paths[0]).toBe('databases[items].sizing.maxConnections');
    expect(formula).toMatch(/^sizing\.maxConnections, up to /);
  });

  test('among Galera’s provider options is found by the name of the part', () => {
    const pointer = ['spec', 'configuration', 'inline', 'dbspan.cnf', 'wsrep_provider_options'];
    expect(told(items, [...pointer, 'evs.suspect_timeout'])).toEqual({
      paths: ['databases[items].sizing.mode', 'links[0].rtt', 'links[1].rtt', 'links[3].rtt'],
      formula: '100 round trips between the clusters, at least 15 s; the longest is 10 ms',
    });
    expect(told(items, [...pointer, 'gcache.size']).paths).toEqual([
      'databases[items].sizing.gcache.rideOut',
      'databases[items].sizing.gcache.writeRate',
      'databases[items].sizing.gcache',
    ]);
  });

  test('that nobody can choose says why, and points at what the file is for', () => {
    expect(told(items, ['spec', 'storageType'])).toEqual({
      paths: ['databases[items]'],
      formula: 'fixed: replicas keep their data on volumes',
    });
  });

  test('that holds others comes from where these do', () => {
    const { paths } = told(policy, ['spec', 'clusterSpreadConstraint', 'distributionRules', 0]);
    expect(paths).toEqual([
      'databases[items].placement[fra].cluster',
      'clusters[fra].name',
      'databases[items].storage.storageClass',
      'databases[items].placement[fra].replicas',
    ]);
  });

  test('that is not there is traced to its file', () => {
    expect(told(items, ['spec', 'gone']).paths).toEqual(['databases[items]']);
    expect(
      told({ ...items, source: 'retail/databases[gone]', path: 'fra/70-database/mariadb.a.gone.yaml' }, [
        'spec',
      ]).paths,
    ).toEqual(['databases']);
    expect(told(items, ['__proto__', 'constructor']).paths).toEqual(['databases[items]']);
  });
});

test('a file of a cluster needs no content', () => {
  const file = { path: 'ams/15-klusterlet/klusterlet.klusterlet.yaml', source: 'retail/clusters[ams]' };
  expect(told(file, ['spec', 'clusterName']).paths).toEqual(['clusters[ams].name']);
  const namespace = { path: 'ams/10-namespaces/namespace.ledger.yaml', source: 'retail/databases[accounts]' };
  expect(told(namespace, ['metadata', 'name']).paths).toEqual(['databases[accounts].namespace']);
});

test('a line of a kustomization comes from the name of the file that it lists', () => {
  const file = files.find(({ path }) => path === 'fra/70-database/kustomization.yaml');
  expect(file && told(file, ['resources', 0])).toEqual({
    paths: ['databases[items].name', 'databases[items].namespace'],
    formula: 'the file beside it: kind, namespace and name of its object',
  });
});

test('the runbook is of the whole', () => {
  expect(told({ path: 'RUNBOOK.md', source: 'retail' }, []).paths).toEqual(['metadata.name']);
});

test('some dozens of fields of 1,000 clusters are traced in a moment', () => {
  const { plans: large } = compile([
    {
      name: 'edge.yaml',
      content: `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: edge }
clusters:
  - { name: store, distribution: k3s, fleet: "store-{0001..1000}" }
databases:
  - name: till
    namespace: till
    provider: mariadb-operator
    engine: mariadb
    placement: [{ cluster: store, replicas: 1 }]
    storage: { size: 8Gi }
    resources: { memory: 1Gi }
`,
    },
  ]);
  const start = performance.now();
  for (let store = 1; store <= 50; store++) {
    const cluster = `store-${String(store).padStart(4, '0')}`;
    const file = { path: `${cluster}/70-database/mariadb.till.till.yaml`, source: 'edge/databases[till]' };
    const { places } = traceField(large, file, ['spec', 'myCnf', 'max_connections']);
    expect(places[0]?.path).toBe('databases[till].resources.memory');
  }
  expect(performance.now() - start).toBeLessThan(3000);
});
