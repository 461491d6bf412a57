import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge, judgeInOrder, stopsWrites } from './judge.js';
import { parseLoss } from './losses.js';
import {
  type Landscape,
  type Loss,
  type Manner,
  type Outcome,
  type Protocol,
  type SurvivalDatabase,
  verdicts,
} from './model.js';
import { cluster, databaseOf, galera, landscapeOf } from './testing.js';

const abc = landscapeOf(['a', 'b', 'c']);

function lossesOf(text: string, landscape: Landscape = abc): Loss[] {
  return text.split(' ').map((each) => {
    const loss = parseLoss(each, landscape);
    if ('problem' in loss) throw new Error(`${each}: ${loss.problem}`);
    return loss;
  });
}

function without(
  database: SurvivalDatabase,
  losses: string,
  { manner = 'crash', landscape = abc }: { manner?: Manner; landscape?: Landscape } = {},
): Outcome {
  return judge(database, landscape, { losses: lossesOf(losses, landscape), manner });
}

function votesOf({ votes, writes }: Outcome): string {
  return `${votes.left}/${votes.total} ${writes}`;
}

describe('the table of the quorum facts', () => {
  test.each([
    ['2+1', 'a a b', 'a', '1/3 stop'],
    ['2+1', 'a a b', 'b', '2/3 continue'],
    ['3+2', 'a a a b b', 'a', '2/5 stop'],
    ['2+2', 'a a b b', 'a', '2/4 stop'],
    ['2+2', 'a a b b', 'b', '2/4 stop'],
    ['1+1', 'a b', 'a', '1/2 stop'],
    ['1+1', 'a b', 'b', '1/2 stop'],
    ['1+1+1', 'a b c', 'a', '2/3 continue'],
    ['1+1+1', 'a b c', 'b', '2/3 continue'],
    ['1+1+1', 'a b c', 'c', '2/3 continue'],
    ['1+1+arbitrator', 'a b ~c', 'a', '2/3 continue'],
    ['1+1+arbitrator', 'a b ~c', 'b', '2/3 continue'],
    ['1+1+arbitrator', 'a b ~c', 'c', '2/3 continue'],
    ['2+1+arbitrator', 'a a b ~c', 'a', '2/4 stop'],
    ['2+1(weight 2)+arbitrator', 'a a b*2 ~c', 'a', '3/5 continue'],
    ['2+1(weight 2)+arbitrator', 'a a b*2 ~c', 'b', '3/5 continue'],
    ['2+1(weight 2)+arbitrator', 'a a b*2 ~c', 'c', '4/5 continue'],
    ['2+2+1', 'a a b b c', 'a', '3/5 continue'],
    ['2+2+1', 'a a b b c', 'b', '3/5 continue'],
    ['2+2+1', 'a a b b c', 'c', '4/5 continue'],
    ['2+2+arbitrator', 'a a b b ~c', 'a', '3/5 continue'],
    ['2+2+arbitrator', 'a a b b ~c', 'b', '3/5 continue'],
    ['2+2+arbitrator', 'a a b b ~c', 'c', '4/5 continue'],
    ['2+2+1, a 2 and the 1', 'a a b b c', 'a c', '2/5 stop'],
    ['2+2+1, a 2 and the 1', 'a a b b c', 'b c', '2/5 stop'],
    ['2+1, weights 1, 1, 3', 'a a b*3', 'a', '3/5 continue'],
    ['2+1, weights 1, 1, 3', 'a a b*3', 'b', '2/5 stop'],
  ])('%s: %s without %s has %s', (_, members, losses, expected) => {
    expect(votesOf(without(databaseOf(members), losses))).toBe(expected);
  });

  test('the tie of 2+1+arbitrator is told as one, and so is that of 1+1', () => {
    expect(without(databaseOf('a a b ~c'), 'a').reason).toBe('tie');
    expect(without(databaseOf('a b'), 'a')).toMatchObject({
      reason: 'tie',
      verdict: 'blocked',
      reads: 'stop',
    });
    expect(without(databaseOf('a a b'), 'a').reason).toBe('minority');
  });

  test('1+1: one that leaves in order is taken off the total', () => {
    expect(votesOf(without(databaseOf('a b'), 'b', { manner: 'leave' }))).toBe('1/1 continue');
  });

  test('weights 1, 1, 3: once the third has crashed, the other two stop; once it has left, they go on', () => {
    const database = databaseOf('a a b*3');
    const [crash] = judgeInOrder(database, abc, [{ losses: lossesOf('b'), manner: 'crash' }]);
    expect(crash && votesOf(crash)).toBe('2/5 stop');
    // One of the two goes first: what counts then is 4, and the third alone has 3 of them.
    const [first, second] = judgeInOrder(database, abc, [
      { losses: lossesOf('node:a'), manner: 'crash' },
      { losses: lossesOf('b'), manner: 'crash' },
    ]);
    expect(first && votesOf(first)).toBe('4/5 continue');
    expect(second && votesOf(second)).toBe('1/4 stop');
    const [left] = judgeInOrder(database, abc, [{ losses: lossesOf('b'), manner: 'leave' }]);
    expect(left && votesOf(left)).toBe('2/2 continue');
  });

  test('two sites never survive the loss of either, whatever the weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(weights, weights, fc.boolean(), (one, other, arbitrator) => {
        const members = [
          ...one.map((weight) => `a*${weight}`),
          ...other.map((weight) => `b*${weight}`),
          ...(arbitrator ? ['~a'] : []),
        ];
        const database = databaseOf(members.join(' '));
        return stopsWrites(database, abc, lossesOf('a')) || stopsWrites(database, abc, lossesOf('b'));
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  test('Galera without a majority refuses reads, unless dirty reads are allowed', () => {
    const dirty = databaseOf('a a b', { protocol: { kind: 'galera', dirtyReads: true } });
    expect(without(dirty, 'a')).toMatchObject({ verdict: 'reads-only', reads: 'stale' });
    expect(without(databaseOf('a a b'), 'a')).toMatchObject({ verdict: 'blocked', reads: 'stop' });
  });

  test('all at once: what was answered is as safe as the volumes', () => {
    expect(without(databaseOf('a a b'), 'a b')).toMatchObject({
      verdict: 'data-at-risk',
      reason: 'none-left',
      data: 'copies-lost',
    });
    expect(without(databaseOf('a a b'), 'a b', { manner: 'leave' })).toMatchObject({
      verdict: 'blocked',
      data: 'safe',
    });
  });

  test('an arbitrator with a majority stores nothing', () => {
    expect(without(databaseOf('a b ~c*3'), 'split:c')).toMatchObject({
      writes: 'stop',
      reason: 'no-data-left',
      votes: { left: 3, needed: 3, total: 5 },
    });
  });
});

describe('one after the other', () => {
  const steps = (database: SurvivalDatabase, ...texts: string[]): string[] =>
    judgeInOrder(
      database,
      abc,
      texts.map((text) => ({ losses: lossesOf(text), manner: 'crash' })),
    ).map(votesOf);

  test('five survive two losses of two where the same at once stops them', () => {
    expect(steps(databaseOf('a a b b c'), 'c', 'node:a')).toEqual(['4/5 continue', '3/4 continue']);
    expect(steps(databaseOf('a a b b c'), 'a', 'c')).toEqual(['3/5 continue', '2/3 continue']);
    expect(steps(databaseOf('a a b b c'), 'a c')).toEqual(['2/5 stop']);
  });

  test('without a primary component the last one still counts', () => {
    expect(steps(databaseOf('a a b b c'), 'a b', 'c')).toEqual(['1/5 stop', '0/5 stop']);
  });

  test('the same loss twice takes a second node', () => {
    expect(steps(databaseOf('a a a b b'), 'node:a', 'node:a', 'node:a')).toEqual([
      '4/5 continue',
      '3/4 continue',
      '2/3 continue',
    ]);
  });

  test('what a parted minority has is old once the majority is gone', () => {
    const [split, crash] = judgeInOrder(databaseOf('a a b'), abc, [
      { losses: lossesOf('link:a-b'), manner: 'crash' },
      { losses: lossesOf('a'), manner: 'crash' },
    ]);
    expect(split).toMatchObject({ verdict: 'writes-go-on', data: 'safe' });
    expect(crash).toMatchObject({ verdict: 'data-at-risk', data: 'unsent-commits', writes: 'stop' });
  });

  test('what an earlier step cost stays lost', () => {
    const database = databaseOf('a b c', { protocol: { kind: 'raft', synchronous: 0, hotStandby: true } });
    const outcomes = judgeInOrder(database, abc, [
      { losses: lossesOf('a'), manner: 'crash' },
      { losses: lossesOf('b'), manner: 'leave' },
    ]);
    expect(outcomes.map(({ data }) => data)).toEqual(['unsent-commits', 'unsent-commits']);
  });

  test('one step is what is judged at once', () => {
    const database = databaseOf('a a b ~c');
    for (const text of ['a', 'node:a', 'link:a-b', 'split:c', 'a c'])
      for (const manner of ['crash', 'leave'] as const)
        expect(judgeInOrder(database, abc, [{ losses: lossesOf(text), manner }])).toEqual([
          without(database, text, { manner }),
        ]);
  });
});

describe('the network', () => {
  test('a link alone leaves a way through a third cluster, and not through one that is gone', () => {
    expect(without(databaseOf('a b c'), 'link:a-b')).toMatchObject({
      writes: 'continue',
      reason: 'untouched',
      relayed: true,
    });
    expect(without(databaseOf('a a b c'), 'link:a-b c')).toMatchObject({ writes: 'stop', reason: 'tie' });
  });

  test('a hub without a member passes nothing on', () => {
    const landscape = landscapeOf(['a', 'b', 'h'], 'h');
    const database = databaseOf('a a b', { onHub: true });
    expect(without(database, 'link:a-b', { landscape })).toMatchObject({
      writes: 'continue',
      relayed: false,
      unmanaged: [],
      idle: [{ name: 'db-2' }],
    });
  });
});

describe('Postgres by Raft', () => {
  const raft = (members: string, synchronous = 0, hotStandby = true): SurvivalDatabase =>
    databaseOf(members, { protocol: { kind: 'raft', synchronous, hotStandby } });

  test('the number of members is fixed: one that leaves in order still counts', () => {
    expect(votesOf(without(raft('a b'), 'b', { manner: 'leave' }))).toBe('1/2 stop');
    expect(votesOf(without(raft('a b c'), 'b', { manner: 'leave' }))).toBe('2/3 continue');
  });

  test('there are no weights', () => {
    expect(votesOf(without(raft('a a b*9'), 'a'))).toBe('1/3 stop');
  });

  test('an arbiter votes', () => {
    expect(votesOf(without(raft('a b ~c'), 'a'))).toBe('2/3 continue');
    expect(votesOf(without(raft('a ~b ~c'), 'a'))).toBe('2/3 stop');
    expect(without(raft('a ~b ~c'), 'a').reason).toBe('no-data-left');
  });

  test('the leader must hear a majority itself', () => {
    expect(without(raft('a b c'), 'link:a-b')).toMatchObject({ writes: 'continue', relayed: true });
    // Who does not hear the primary calls an election.
    expect(without(raft('a b c'), 'link:a-b')).toMatchObject({ failover: true, data: 'unsent-commits' });
    expect(without(raft('a b c', 1), 'link:a-b')).toMatchObject({ failover: true, data: 'safe' });
    // A ring of seven: all are connected, and each hears only its two neighbours.
    const ring = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const cut = ring.flatMap((one, index) =>
      ring.slice(index + 2).flatMap((other) => (one === 'a' && other === 'g' ? [] : `link:${one}-${other}`)),
    );
    const parted = { landscape: landscapeOf(ring) };
    expect(without(raft('a b c d e f g'), cut.join(' '), parted)).toMatchObject({
      writes: 'stop',
      reason: 'no-common-view',
      votes: { left: 7, needed: 4, total: 7 },
    });
    // Galera's members pass messages on once, which is not far enough.
    expect(without(databaseOf('a b c d e f g'), cut.join(' '), parted)).toMatchObject({
      writes: 'stop',
      reason: 'no-common-view',
    });
    expect(without(raft('a b b b c d e'), cut.join(' '), parted)).toMatchObject({
      writes: 'continue',
      votes: { left: 5, needed: 4, total: 7 },
    });
  });

  test('a failover of asynchronous replicas can lose commits, one with a synchronous standby cannot until both are gone', () => {
    expect(without(raft('a b c'), 'a')).toMatchObject({
      verdict: 'data-at-risk',
      data: 'unsent-commits',
      failover: true,
    });
    expect(without(raft('a b c', 1), 'a')).toMatchObject({ verdict: 'writes-go-on', data: 'safe' });
    expect(without(raft('a a b b c', 1), 'a')).toMatchObject({ writes: 'continue', data: 'unsent-commits' });
    expect(without(raft('a a b b c', 2), 'a')).toMatchObject({ writes: 'continue', data: 'safe' });
    expect(without(raft('a b ~c'), 'c')).toMatchObject({ data: 'safe', failover: false });
  });

  test('too few standbys stop writes though there is a leader', () => {
    expect(without(raft('a b ~c', 1), 'a')).toMatchObject({ writes: 'stop', reason: 'standbys-missing' });
    expect(without(raft('a b c', 2), 'a')).toMatchObject({ writes: 'stop', reason: 'standbys-missing' });
  });

  test('hot standbys answer without a leader, warm ones do not', () => {
    expect(without(raft('a a b', 2), 'a')).toMatchObject({ reads: 'stale' });
    expect(without(raft('a a b', 2, false), 'a')).toMatchObject({ reads: 'stop', verdict: 'blocked' });
  });
});

describe('without a vote', () => {
  test('an operator promotes whoever is left', () => {
    const operator = (semiSynchronous: boolean): SurvivalDatabase =>
      databaseOf('a a a', { protocol: { kind: 'operator', semiSynchronous } });
    expect(without(operator(false), 'node:a')).toMatchObject({
      writes: 'continue',
      reason: 'promoted',
      data: 'unsent-commits',
      failover: true,
      votes: { left: 0, needed: 0, total: 0 },
    });
    expect(without(operator(true), 'node:a')).toMatchObject({ verdict: 'writes-go-on', data: 'safe' });
    expect(without(operator(true), 'node:a node:a')).toMatchObject({
      writes: 'continue',
      data: 'unsent-commits',
    });
    expect(without(operator(true), 'a')).toMatchObject({ verdict: 'data-at-risk', reason: 'none-left' });
  });

  test('one server goes with its node', () => {
    const alone = databaseOf('a', { protocol: { kind: 'alone' } });
    expect(without(alone, 'node:a')).toMatchObject({ reason: 'none-left', data: 'copies-lost' });
    expect(without(alone, 'b')).toMatchObject({ verdict: 'writes-go-on', reason: 'untouched' });
  });

  test('only a person moves the primary cluster', () => {
    const followed = databaseOf('a a a b b b', {
      protocol: { kind: 'clusters', primary: 'a', within: galera },
    });
    expect(without(followed, 'a')).toMatchObject({
      writes: 'stop',
      reason: 'manual-failover',
      reads: 'stale',
      data: 'unsent-commits',
    });
    expect(without(followed, 'b')).toMatchObject({ verdict: 'writes-go-on', votes: { left: 3, total: 3 } });
    expect(without(followed, 'link:a-b')).toMatchObject({ writes: 'continue', relayed: false });
    expect(without(followed, 'link:a-b').idle).toHaveLength(3);
    expect(without(followed, 'node:a node:a')).toMatchObject({ reason: 'manual-failover', data: 'safe' });
  });

  test('losing a follower costs no commit of an asynchronous primary', () => {
    const followed = databaseOf('a a b b', {
      protocol: { kind: 'clusters', primary: 'a', within: { kind: 'operator', semiSynchronous: false } },
    });
    expect(without(followed, 'b')).toMatchObject({ verdict: 'writes-go-on', data: 'safe', failover: false });
    expect(without(followed, 'node:a')).toMatchObject({ data: 'unsent-commits', failover: true });
  });
});

describe('the hub', () => {
  const landscape = landscapeOf(
    [cluster('a', { region: 'eu', zones: ['x:1', 'y:1'], nodes: 2 }), 'b', 'c'],
    'a',
  );
  const managed = databaseOf('a b c', { onHub: true });
  const told = (losses: string): unknown => {
    const { controlPlane, unmanaged, verdict } = without(managed, losses, { landscape });
    return [controlPlane, unmanaged.join(), verdict];
  };

  test('its loss leaves writes and takes the control plane', () => {
    expect(told('hub')).toEqual(['lost', 'a,b,c', 'control-plane-lost']);
    expect(told('a')).toEqual(['lost', 'b,c', 'control-plane-lost']);
    expect(told('region:eu')).toEqual(['lost', 'b,c', 'control-plane-lost']);
    expect(told('b')).toEqual(['kept', '', 'writes-go-on']);
  });

  test('it goes with its last node or zone, however they are told', () => {
    expect(told('node:a')).toEqual(['kept', '', 'writes-go-on']);
    expect(told('node:a node:a')).toEqual(['lost', 'b,c', 'control-plane-lost']);
    expect(told('zone:eu/x')).toEqual(['kept', '', 'writes-go-on']);
    expect(told('zone:eu/x zone:eu/x')).toEqual(['kept', '', 'writes-go-on']);
    expect(told('zone:eu/x zone:eu/y')).toEqual(['lost', 'b,c', 'control-plane-lost']);
    expect(told('zone:eu/x node:a')).toEqual(['lost', 'b,c', 'control-plane-lost']);
  });

  test('clusters that it does not reach are unmanaged', () => {
    expect(told('link:a-b')).toEqual(['kept', 'b', 'writes-go-on']);
    expect(told('split:a')).toEqual(['kept', 'b,c', 'writes-go-on']);
  });

  test('a database without a hub has no control plane to lose', () => {
    expect(without(databaseOf('a b c'), 'a', { landscape }).controlPlane).toBe('none');
  });
});

describe('whatever is lost', () => {
  const names = ['a', 'b', 'c', 'd'];
  const zoned = landscapeOf(
    [
      cluster('a', { region: 'eu', zones: ['x:2', 'y:1'], nodes: 3 }),
      cluster('b', { region: 'eu', zones: ['x', 'y'], nodes: 4 }),
      cluster('c', { zones: ['z'] }),
      'd',
    ],
    'a',
  );
  const member = fc
    .tuple(fc.constantFrom('', '', '', '~'), fc.constantFrom(...names), fc.integer({ min: 0, max: 3 }))
    .map(([tilde, name, weight]) => `${tilde}${name}*${weight}`);
  const protocol = fc.constantFrom<Protocol>(
    galera,
    { kind: 'raft', synchronous: 1, hotStandby: true },
    { kind: 'operator', semiSynchronous: true },
    { kind: 'clusters', primary: 'b', within: galera },
  );
  const databases = fc
    .tuple(
      fc.array(member, { minLength: 1, maxLength: 7 }),
      protocol,
      fc.constantFrom('apart' as const, 'anywhere' as const),
      fc.constantFrom('even' as const, 'one-each' as const, 'anywhere' as const),
      fc.constantFrom('apart' as const, 'anywhere' as const),
    )
    .map(([members, kind, node, zone, arbitrator]) =>
      databaseOf(members.join(' '), { protocol: kind, spread: { node, zone, arbitrator }, onHub: true }),
    );
  const crash = fc.constantFrom<Loss>(
    ...names.flatMap((name): Loss[] => [
      { kind: 'cluster', cluster: name },
      { kind: 'node', cluster: name },
    ]),
    { kind: 'zone', zone: 'eu/x' },
    { kind: 'zone', zone: 'eu/y' },
    { kind: 'region', region: 'eu' },
  );
  const loss = fc.oneof(
    crash,
    fc.constantFrom<Loss>(
      { kind: 'hub' },
      { kind: 'link', between: ['a', 'b'] },
      { kind: 'link', between: ['c', 'b'] },
      { kind: 'split', group: ['a'] },
      { kind: 'split', group: ['b', 'c'] },
    ),
  );
  const losses = fc.array(loss, { maxLength: 4 });
  const runs = { seed: 6, numRuns: 500 };

  test('more that crashes never lets stopped writes go on', () => {
    fc.assert(
      fc.property(
        databases,
        losses,
        crash,
        (database, before, more) =>
          !stopsWrites(database, zoned, before) || stopsWrites(database, zoned, [...before, more]),
      ),
      runs,
    );
  });

  test('judge and stopsWrites agree, on every kind of database', () => {
    fc.assert(
      fc.property(databases, losses, (database, all) => {
        const { writes } = judge(database, zoned, { losses: all, manner: 'crash' });
        expect(stopsWrites(database, zoned, all)).toBe(writes === 'stop');
      }),
      runs,
    );
  });

  test('the same question has the same answer, which is plain JSON, and nothing that is asked is changed', () => {
    fc.assert(
      fc.property(databases, losses, fc.constantFrom<Manner>('crash', 'leave'), (database, all, manner) => {
        const before = JSON.stringify([database, zoned, all]);
        const first = judge(database, zoned, { losses: all, manner });
        expect(judge(structuredClone(database), structuredClone(zoned), { losses: all, manner })).toEqual(
          first,
        );
        expect(JSON.parse(JSON.stringify(first))).toEqual(JSON.parse(JSON.stringify(structuredClone(first))));
        expect(JSON.stringify([database, zoned, all])).toBe(before);
        expect(verdicts).toContain(first.verdict);
        const everyone = [...first.serving, ...first.idle, ...first.lost];
        expect(new Set(everyone)).toEqual(new Set(database.members));
        expect(everyone).toHaveLength(database.members.length);
      }),
      { ...runs, numRuns: 300 },
    );
  });

  test('names do not matter', () => {
    const renamed = (text: string): string =>
      text.replaceAll(
        /"(a|b|c|d)([/"])/g,
        (_, name: string, end: string) => `"${'dcab'['abcd'.indexOf(name)]}${end}`,
      );
    const swap = <T>(value: T): T => JSON.parse(renamed(JSON.stringify(value))) as T;
    const plain = landscapeOf(names);
    fc.assert(
      fc.property(databases, losses, (database, all) => {
        const one = judge(database, plain, { losses: all, manner: 'crash' });
        const other = judge(swap(database), swap(plain), { losses: swap(all), manner: 'crash' });
        expect([other.verdict, other.reason, other.votes]).toEqual([one.verdict, one.reason, one.votes]);
      }),
      runs,
    );
  });
});
