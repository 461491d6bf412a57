import { expect, test } from 'vitest';
import { judge } from './judge.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';
import { cluster, databaseOf, landscapeOf } from './testing.js';
import {
  answerWords,
  dataWords,
  hubWords,
  joined,
  lossesWords,
  lossWords,
  membersWords,
  outcomeWords,
  readsWords,
} from './words.js';

const landscape = landscapeOf(
  [cluster('a', { zones: ['x', 'y'] }), cluster('b', { zones: ['x'] }), 'c'],
  'a',
);

test('losses in words', () => {
  const node: Loss = { kind: 'node', cluster: 'a' };
  expect(lossesWords([node, node], landscape)).toBe('two nodes of a');
  expect(lossesWords([node, { kind: 'cluster', cluster: 'b' }], landscape)).toBe('a node of a and b');
  expect(lossWords({ kind: 'zone', zone: 'a/x' }, landscape)).toBe('the zone a/x');
  expect(lossWords({ kind: 'zone', zone: 'a/y' }, landscape)).toBe('the zone y');
  expect(lossWords({ kind: 'hub' }, landscape)).toBe('the control plane of a');
  expect(lossWords({ kind: 'split', group: ['a', 'b', 'c'] }, landscape)).toBe(
    'the network between a, b and c and the others',
  );
  expect(joined([])).toBe('');
});

test('a zone that clusters of one region share says whose it is', () => {
  const shared = landscapeOf([
    cluster('a', { region: 'eu', zones: ['x'] }),
    cluster('b', { region: 'eu', zones: ['x', 'y'] }),
  ]);
  expect(lossWords({ kind: 'zone', zone: 'eu/x' }, shared)).toBe('the zone x that a and b share');
  expect(lossWords({ kind: 'zone', zone: 'eu/y' }, shared)).toBe('the zone y');
});

test('outcomes in words', () => {
  const words = (members: string, ...losses: Loss[]): string =>
    outcomeWords(judge(databaseOf(members), landscape, { losses, manner: 'crash' }));
  const lose = (name: string): Loss => ({ kind: 'cluster', cluster: name });
  expect(words('a a b', lose('a'))).toBe('1 of 3 votes left, 2 needed');
  expect(words('a b', lose('a'))).toBe('1 of 2 votes left: half is no majority');
  expect(words('a b c', lose('a'))).toBe('2 of 3 votes left, 2 needed');
  expect(words('a b')).toBe('no replica is hit');
  expect(words('a', lose('a'))).toBe('no replica is left');
  expect(words('a b c', { kind: 'link', between: ['a', 'b'] })).toBe(
    'all replicas go on, though not all reach each other directly',
  );
});

test('members by cluster', () => {
  expect(membersWords(databaseOf('a b a').members)).toBe('db-0 and db-2 on a, db-1 on b');
});

const two: Landscape = {
  hub: 'a',
  clusters: ['a', 'b'].map((name) => ({ name, region: undefined, zones: [], nodes: undefined })),
};

function database(protocol: SurvivalDatabase['protocol']): SurvivalDatabase {
  return {
    name: 'orders',
    namespace: 'shop',
    engine: protocol.kind === 'raft' ? 'postgres' : 'mariadb',
    protocol,
    members: ['a', 'b', 'a'].map((cluster, ordinal) => ({
      name: `orders-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight: 1,
      data: true,
    })),
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: true,
  };
}

const galera = database({ kind: 'galera', dirtyReads: false });
const postgres = database({ kind: 'raft', synchronous: 0, hotStandby: true });

test.each([
  [galera, 'a', 'blocked, 1 of 3 votes left, 2 needed', 'stop too: replicas without a majority', 'RPO 0: '],
  [galera, 'b', 'writes go on, 2 of 3 votes left, 2 needed', 'go on', 'RPO 0: '],
  [
    postgres,
    'a',
    'data at risk, writes stop: 1 of 3 votes left',
    'go on from standbys',
    'RPO above 0 if another',
  ],
  [
    postgres,
    'b',
    'data at risk, writes go on: 2 of 3 votes left',
    'go on',
    'RPO above 0: replication is asynch',
  ],
])('an outcome in words: %#', (subject, cluster, answer, reads, data) => {
  const losses: Loss[] = [{ kind: 'cluster', cluster }];
  const outcome = judge(subject, two, { losses, manner: 'crash' });
  expect(answerWords(outcome)).toContain(answer);
  expect(readsWords(subject, outcome)).toContain(reads);
  expect(dataWords(subject, outcome)).toContain(data);
  expect(hubWords(outcome, two)?.startsWith('lost with a: ') ?? false).toBe(cluster === 'a');
});

test('who waits for a standby is not called asynchronous', () => {
  const subject = databaseOf('a a a b b', { protocol: { kind: 'raft', synchronous: 1, hotStandby: true } });
  const outcome = judge(subject, landscape, { losses: [{ kind: 'cluster', cluster: 'b' }], manner: 'crash' });
  expect(outcome.data).toBe('unsent-commits');
  expect(dataWords(subject, outcome)).toBe(
    'RPO above 0: a commit waits for one standby, and may have been on that and the primary alone, which are both out',
  );
});

test('semi-synchronous replication promises no more than it keeps', () => {
  const subject = databaseOf('a a a', { protocol: { kind: 'operator', semiSynchronous: true } });
  const outcome = judge(subject, landscape, { losses: [{ kind: 'node', cluster: 'a' }], manner: 'crash' });
  expect(dataWords(subject, outcome)).toMatch(/^RPO 0 as long as a replica confirmed in time/);
});
