import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

describe('topology/hub', () => {
  test('reports a slice without a hub and guesses which it is', () => {
    const text = change(goodTopology, '    hub: true\n', '');
    expect(findingsOf(text)).toEqual(['error topology/hub 5:1 no cluster is the hub of the slice shop']);
    expect(fixesOf(text)).toEqual([
      'write hub: true on the cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator: fra?',
    ]);
  });

  test('does not guess where several clusters could be', () => {
    const text = change(
      change(goodTopology, '    hub: true\n', '    hub: false\n'),
      '    kubesliceDNS: 10.43.0.101\n',
      '    kubesliceDNS: 10.43.0.101\n    apiServer: https://10.2.0.57:6443\n',
    );
    expect(findingsOf(text)).toEqual(['error topology/hub 5:1 no cluster is the hub of the slice shop']);
    expect(fixesOf(text)).toEqual([
      'write hub: true on the cluster that runs the OCM hub, the KubeSlice controller and the KubeDB operator',
    ]);
  });

  test('reports a second hub', () => {
    const text = change(goodTopology, '  - name: ams\n', '  - name: ams\n    hub: true\n');
    expect(findingsOf(text)).toEqual(['error topology/hub 13:10 fra and ams are both the hub']);
    expect(relatedOf(text)).toEqual([['7:10 the first']]);
  });

  test('is content without a hub where there is no slice', () => {
    const text = change(
      change(
        change(goodTopology, 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
        'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
        'replicas: 3',
      ),
      '    hub: true\n',
      '',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});
