import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';
import { foundBy, hubObject } from './testing.js';

const ams = '  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n';

describe('slice/network-interface', () => {
  test('reports a member without one', () => {
    const text = change(goodTopology, ams, '  - name: ams\n    distribution: k3s\n');
    expect(findingsOf(text)).toEqual([
      'error slice/network-interface 12:5 ams joins the slice but has no networkInterface',
    ]);
  });

  test('reports a member that only the slice names', () => {
    const text = change(
      change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n'),
      '  subnet: 10.7.0.0/16\n',
      '  subnet: 10.7.0.0/16\n  clusters: [fra, ams, oslo]\n',
    );
    expect(findingsOf(text)).toContain(
      'error slice/network-interface 16:5 oslo joins the slice but has no networkInterface',
    );
  });

  test('reports the loopback interface', () => {
    const text = change(goodTopology, ams, ams.replace('eth0', 'lo'));
    expect(findingsOf(text)).toEqual([
      'error slice/network-interface 14:23 the networkInterface of ams is lo, which reaches no other machine',
    ]);
  });

  test('is content without one off the slice', () => {
    const text = change(goodTopology, 'slice:\n', '  - name: oslo\n    distribution: k3s\nslice:\n');
    expect(findingsOf(text)).toEqual([]);
  });
});

describe('slice/network-interface in manifests', () => {
  const found = (spec: string) => foundBy('slice/network-interface', hubObject('Cluster', spec));

  test('a Cluster without one, or with an empty one', () => {
    expect(found('{ nodeIPs: [10.0.0.1] }')).toEqual(['error 4:1 the Cluster fra has no networkInterface']);
    expect(found('{ networkInterface: "" }')).toEqual(['error 4:27 the Cluster fra has no networkInterface']);
    expect(found('null')).toEqual(['error 4:1 the Cluster fra has no networkInterface']);
  });

  test('a Cluster with the loopback interface', () => {
    expect(found('{ networkInterface: lo }')).toEqual([
      'error 4:27 the networkInterface of fra is lo, which reaches no other machine',
    ]);
  });

  test('a Cluster that says it', () => {
    expect(found('{ networkInterface: eth0 }')).toEqual([]);
  });
});
