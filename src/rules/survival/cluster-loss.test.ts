import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';

const id = 'survival/cluster-loss';
const without = change(goodTopology, '    survive: none\n', '');
const third =
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';

const layout = (placement: string): string =>
  change(
    change(without, 'slice:\n', third),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    placement,
  );

describe(id, () => {
  test('reports the cluster without which writes stop, and the hub that goes with it', () => {
    expect(findingsOf(without)).toEqual([
      `warning ${id} 27:19 without fra, writes to orders stop: 1 of 3 votes left, 2 needed; the hub goes with it`,
    ]);
    expect(fixesOf(without)).toEqual([
      'if nothing runs yet, fra [0], ams [1], a third cluster [2]; if it runs, add 3 on ams and 4 on a third cluster and run 5 replicas; do not stop at 4; or write survive: none to accept it',
    ]);
    const elsewhere = change(change(without, '[0, 2]', '[0]'), '[1]', '[1, 2]');
    expect(findingsOf(elsewhere)).toEqual([
      `warning ${id} 29:19 without ams, writes to orders stop: 1 of 3 votes left, 2 needed`,
    ]);
  });

  test('proposes a cluster that is there', () => {
    expect(fixesOf(change(without, 'slice:\n', third))[0]).toContain('fra [0], ams [1], par [2]; if it runs');
  });

  test('is content with every word of survive that allows it', () => {
    for (const word of ['none', 'node'])
      expect(findingsOf(change(goodTopology, 'survive: none', `survive: ${word}`))).toEqual([]);
  });

  test('is content with three clusters, with one, and leaves halves to kubedb/replicas', () => {
    const own = (text: string): string[] => findingsOf(text).filter((finding) => finding.includes(id));
    const each = (fra: number, ams: number, par: number): string =>
      layout(
        `replicas: ${fra}\n      - { cluster: ams, replicas: ${ams} }\n      - { cluster: par, replicas: ${par} }\n`,
      );
    expect(own(each(1, 1, 1))).toEqual([]);
    expect(own(each(2, 2, 1))).toEqual([]);
    expect(own(layout('replicas: 3\n'))).toEqual([]);
    expect(own(layout('replicas: 2\n      - { cluster: ams, replicas: 2 }\n'))).toEqual([]);
    expect(own(each(3, 1, 1))).toEqual([
      `warning ${id} 28:19 without fra, writes to orders stop: 2 of 5 votes left, 3 needed; the hub goes with it`,
    ]);
  });

  test('leaves a cluster that cannot take its replicas to placement/spread-impossible', () => {
    const text = change(
      `${without}    spread: { node: DoNotSchedule }\n`,
      'hub: true\n',
      'hub: true\n    nodes: 1\n',
    );
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['placement/spread-impossible']);
  });
});
