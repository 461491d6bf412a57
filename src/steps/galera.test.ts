import { expect, test } from 'vitest';
import { galeraTopology } from '../rules/change-topologies.testing.js';
import { change, changePlanOf, commitsOf } from '../rules/testing.js';
import { neighboursAreAccepted } from './testing.js';

function way(before: string, after: string): string[][] {
  expect(neighboursAreAccepted(before, after)).toEqual([]);
  return commitsOf(before, after);
}

const withArbitrator = (text: string): string =>
  `${text}    statefulset: { arbitrator: { image: "example.com/garbd:26.4.23" } }\n`;
const members = (count: number): string => change(galeraTopology, 'replicas: 3', `replicas: ${count}`);

test('volumes grow before what is derived from their size', () => {
  const after = change(galeraTopology, 'size: 20Gi', 'size: 40Gi');
  expect(way(galeraTopology, after)).toEqual([
    ['StatefulSet wiki (with other claims)'],
    ['ConfigMap wiki-config', 'StatefulSet wiki'].filter((each) =>
      commitsOf(galeraTopology, after)[1]?.includes(each),
    ),
  ]);
  const [first] = changePlanOf(galeraTopology, after).commits.commits;
  expect(first?.reasons[0]?.waits[0]?.shell?.join('\n')).toContain('--cascade=orphan');
});

test('a Galera cluster goes through one release series after the other', () => {
  const before = change(galeraTopology, '11.8.8', '10.11.18');
  expect(way(before, galeraTopology)[0]).toEqual(['StatefulSet wiki (with mariadb:11.4.12)']);
  expect(way(change(galeraTopology, '11.8.8', '11.8.7'), galeraTopology)).toEqual([['StatefulSet wiki']]);
});

test('an image comes before more members, and alone', () => {
  const before = change(galeraTopology, '11.8.8', '11.8.7');
  expect(way(before, members(5))).toEqual([
    ['StatefulSet wiki (with mariadb:11.8.8)'],
    ['ConfigMap wiki-members', 'StatefulSet wiki'],
  ]);
});

test('fewer than half of the votes go at a time, and the members are told', () => {
  const seven = `${members(7)}    statefulset: { maxReplicas: 7 }\n`;
  const three = `${galeraTopology}    statefulset: { maxReplicas: 7 }\n`;
  expect(way(seven, three)).toEqual([
    ['ConfigMap wiki-members (for 5 members)', 'StatefulSet wiki (with 5 members)'],
    ['ConfigMap wiki-members', 'StatefulSet wiki'],
  ]);
  expect(commitsOf(members(5), galeraTopology).length).toBe(1);
  expect(commitsOf(galeraTopology, members(5)).length).toBe(1);
});

test('votes come before others go', () => {
  const two = withArbitrator(members(2));
  expect(way(galeraTopology, two)).toEqual([
    ['Deployment wiki-arbitrator', 'NetworkPolicy wiki', 'NetworkPolicy wiki-arbitrator'],
    ['ConfigMap wiki-members', 'StatefulSet wiki'],
  ]);
  expect(way(two, galeraTopology)).toEqual([
    ['ConfigMap wiki-members', 'StatefulSet wiki'],
    ['Deployment wiki-arbitrator', 'NetworkPolicy wiki', 'NetworkPolicy wiki-arbitrator'],
  ]);
});

test('without a node for one more both change at once', () => {
  const three = change(galeraTopology, 'nodes: 9', 'nodes: 3');
  expect(commitsOf(three, withArbitrator(change(three, 'replicas: 3', 'replicas: 2'))).length).toBe(1);
});

test('members learn to hear both before they encrypt, and before they stop to', () => {
  const secret = `${galeraTopology}    tls: { secret: wiki-tls }\n`;
  const middle = [
    'ConfigMap wiki-config (for members that hear both)',
    'StatefulSet wiki (hearing members that encrypt and members that do not)',
  ];
  for (const [before, after] of [
    [galeraTopology, secret],
    [secret, galeraTopology],
  ] as const) {
    expect(way(before, after)).toEqual([middle, ['ConfigMap wiki-config', 'StatefulSet wiki']]);
    const [first] = changePlanOf(before, after).commits.commits;
    const file =
      first?.files.find(({ path }) => path.endsWith('configmap.wiki.wiki-config.yaml'))?.content ?? '';
    expect(file).toContain('socket.ssl=yes;socket.dynamic=yes;socket.ssl_ca=');
  }
});
