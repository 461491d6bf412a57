import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { fixAll } from '../../fix.js';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

const id = 'survival/scale-down';
const clusters = change(
  change(goodTopology, 'survive: none', 'survive: cluster'),
  'slice:\n',
  '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n',
);

const ordered = (fra: string, ams: string, par: string): string =>
  change(
    clusters,
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]\n',
    `replicas: ${fra}\n      - { cluster: ams, replicas: ${ams} }\n      - { cluster: par, replicas: ${par} }\n`,
  );

const byCluster = ordered('[0, 1]', '[2, 3]', '[4]');

describe(id, () => {
  test('reports ordinals that go cluster by cluster', () => {
    expect(findingsOf(byCluster)).toEqual([
      `warning ${id} 28:19 scaled down to 3, orders does not survive the loss of fra: 1 of 3 votes left, 2 needed`,
    ]);
    expect(relatedOf(byCluster)).toEqual([['31:14 asked for here']]);
    expect(fixesOf(byCluster)).toEqual([
      'if nothing runs yet, fra [0, 3], ams [1, 4], par [2]; if it runs, leave the ordinals where they are, and scale down no further than 5',
    ]);
  });

  test('names the first number on the way down', () => {
    const seven = ordered('[0, 1, 2]', '[3, 4, 5]', '[6]');
    expect(findingsOf(seven)).toEqual([
      `warning ${id} 28:19 scaled down to 5, orders does not survive the loss of fra: 2 of 5 votes left, 3 needed`,
    ]);
  });

  test('writes the order in turns where it is known that nothing runs', () => {
    const run = (committed: ReadonlyMap<number, string> | undefined) =>
      fixAll(new Map([['t', byCluster]]), (texts) => {
        const inputs = [...texts].map(([name, content]) => ({ name, content }));
        return compile(inputs, { committed: () => committed }).diagnostics;
      });
    const text = run(undefined)[0]?.text ?? '';
    expect(text).toBe(ordered('[0, 3]', '[1, 4]', '[2]'));
    expect(findingsOf(text)).toEqual([]);
    expect(run(new Map([[0, 'fra']]))).toEqual([]);
  });

  test('proposes no other order where it is known what runs', () => {
    const committed = () => new Map([[0, 'fra']]);
    const { diagnostics } = compile([{ name: 't', content: byCluster }], { committed });
    expect(diagnostics.filter((each) => each.id === id).map(({ fix }) => fix)).toEqual([
      'leave the ordinals where they are, and scale down no further than 5',
    ]);
  });

  test('is content with turns, with numbers, with three replicas, and where no order would hold', () => {
    expect(findingsOf(ordered('[0, 3]', '[1, 4]', '[2]'))).toEqual([]);
    expect(findingsOf(ordered('2', '2', '1'))).toEqual([]);
    expect(findingsOf(ordered('[2]', '[0]', '[1]'))).toEqual([]);
    expect(findingsOf(ordered('[0, 4]', '[1, 2]', '[3]'))).toHaveLength(1);
    expect(findingsOf(change(byCluster, 'survive: cluster', 'survive: none'))).toEqual([]);
    expect(findingsOf(change(byCluster, 'survive: cluster', 'survive: node'))).toEqual([]);
  });

  test('leaves what is not met at full size to survival/goal', () => {
    const text = ordered('[0, 1, 2]', '[3]', '[4]');
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['survival/goal']);
  });
});
