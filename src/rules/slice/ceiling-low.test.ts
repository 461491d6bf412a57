import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';
import { foundBy, hubObject, objectOf, sliceConfig } from './testing.js';

function ceiling(bandwidth: string, size = '20Gi'): string {
  return change(
    change(
      goodTopology,
      '  subnet: 10.7.0.0/16\n',
      `  subnet: 10.7.0.0/16\n  bandwidth: { ceiling: ${bandwidth} }\n`,
    ),
    'size: 20Gi',
    `size: ${size}`,
  );
}

describe('slice/ceiling-low', () => {
  test('says how long the largest volume takes', () => {
    const text = `${ceiling('5120kbps', '1Gi')}    sizing: { data: 100Mi }\n`;
    expect(findingsOf(text)).toEqual([
      'warning slice/ceiling-low 19:25 with a ceiling of 5120kbps, moving 1Gi takes 28 min',
    ]);
    expect(relatedOf(text)).toEqual([['32:22 the volume of orders']]);
    expect(fixesOf(text)).toEqual(['raise it to what the links carry; with 100Mbps it takes 86 s']);
  });

  test('looks for the largest volume among those that move', () => {
    const text =
      ceiling('99Mbps') +
      database({ name: 'ledger', size: '1Ti' }) +
      database({ name: 'archive', size: '9Ti', placement: '[{ cluster: ams, replicas: 3 }]' });
    expect(findingsOf(text)).toEqual([
      'warning slice/ceiling-low 19:25 with a ceiling of 99Mbps, moving 1Ti takes 25 h',
    ]);
    expect(relatedOf(text)).toEqual([['40:22 the volume of ledger']]);
  });

  test.each(['100Mbps', '100000kbps', '1Gbps'])('is content with %s', (bandwidth) => {
    expect(findingsOf(ceiling(bandwidth))).toEqual([]);
  });

  test('is content when no link carries more', () => {
    const links = (bandwidth: string): string =>
      `${ceiling('50Mbps')}links: [{ between: [ams, fra], bandwidth: ${bandwidth} }]\n`;
    expect(findingsOf(links('50Mbps'))).toEqual([]);
    expect(findingsOf(links('51Mbps'))).toHaveLength(1);
  });

  test('is content when nothing moves between clusters', () => {
    const text = change(
      ceiling('5Mbps'),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('slice/ceiling-low in manifests', () => {
  const figures = (ceiling: number): string =>
    `{ queueType: HTB, tcType: BANDWIDTH_CONTROL, priority: 0, bandwidthCeilingKbps: ${ceiling}, bandwidthGuaranteedKbps: 1, dscpClass: EF }`;
  const policy = objectOf(
    'apps.k8s.appscode.com/v1',
    'PlacementPolicy',
    '{ name: orders }',
    '{ clusterSpreadConstraint: { slice: { projectNamespace: kubeslice-shop, sliceName: shop }, distributionRules: [{ clusterName: ams, replicaIndices: [0, 1] }, { clusterName: fra, replicaIndices: [2] }] } }',
  );
  const orders = (size: string): string =>
    objectOf(
      'kubedb.com/v1',
      'MariaDB',
      '{ name: orders, namespace: shop }',
      `{ distributed: true, replicas: 3, podTemplate: { spec: { podPlacementPolicy: { name: orders } } }, storage: { resources: { requests: { storage: ${size} } } } }`,
    );
  const own = (kbps: number): string =>
    sliceConfig({ standardQosProfileName: undefined, qosProfileDetails: figures(kbps) });
  const found = (...objects: readonly string[]): string[] => foundBy('slice/ceiling-low', ...objects);

  test('says how long a volume takes, of figures of its own and of a profile', () => {
    expect(found(own(5120), policy, orders('510Mi'))).toEqual([
      'warning 11:102 with a ceiling of 5120kbps, moving 510Mi takes 14 min',
    ]);
    const gold = hubObject('SliceQoSConfig', figures(5120), 'gold');
    expect(found(gold, sliceConfig({ standardQosProfileName: 'gold' }), policy, orders('510Mi'))).toEqual([
      'warning 4:87 with a ceiling of 5120kbps, moving 510Mi takes 14 min',
    ]);
  });

  test('is content with more, without a database on the slice, and with a profile that is not here', () => {
    expect(found(own(100_000), policy, orders('510Mi'))).toEqual([]);
    expect(found(own(5120), orders('510Mi'))).toEqual([]);
    expect(found(own(5120), policy)).toEqual([]);
    expect(found(own(0), policy, orders('510Mi'))).toEqual([]);
    expect(found(sliceConfig(), policy, orders('510Mi'))).toEqual([]);
  });
});
