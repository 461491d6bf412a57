import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { change, findingsOf, fixesOf } from '../testing.js';

const id = 'provider/even-votes';
const arbitrator = lines(
  'statefulset: { arbitrator: { image: "registry.example.com/garbd:26.4.23", zone: d } }',
);
const counted = (replicas: number, text = siteTopology): string =>
  change(text, 'replicas: 3', `replicas: ${replicas}`);

describe(id, () => {
  test.each([
    [siteTopology, 2, 'make it 3, or add statefulset.arbitrator, a vote without data'],
    [siteTopology, 4, 'make it 5, or add statefulset.arbitrator, a vote without data'],
    [operatorTopology, 2, 'make it 3; the operator has no arbitrator'],
  ])('reports an even number of replicas', (text, replicas, fix) => {
    expect(findingsOf(counted(replicas, text))).toEqual([
      `error ${id} 18:19 wiki is a Galera cluster of ${replicas} replicas, which is an even number`,
    ]);
    expect(fixesOf(counted(replicas, text))).toEqual([fix]);
  });

  test('reports an arbitrator that makes the votes even', () => {
    expect(findingsOf(siteTopology + arbitrator)).toEqual([
      `error ${id} 22:20 wiki has 3 replicas and an arbitrator, which makes an even number of votes`,
    ]);
    expect(fixesOf(siteTopology + arbitrator)).toEqual([
      'remove it: 3 replicas have a majority without it; or make them 2',
    ]);
    expect(findingsOf(counted(1) + arbitrator)).toEqual([
      `error ${id} 22:20 wiki has 1 replica and an arbitrator, which makes an even number of votes`,
    ]);
  });

  test('is content with odd votes, and with replicas that do not vote', () => {
    for (const replicas of [1, 3, 5]) expect(findingsOf(counted(replicas))).toEqual([]);
    for (const replicas of [2, 4]) expect(findingsOf(counted(replicas) + arbitrator)).toEqual([]);
    expect(findingsOf(counted(2, operatorTopology) + lines('replication: primary-replica'))).toEqual([]);
  });
});
