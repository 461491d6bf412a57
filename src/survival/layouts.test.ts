import { describe, expect, test } from 'vitest';
import {
  explainSuggestion,
  type Goal,
  type Landscape,
  type LayoutRequest,
  type LayoutSuggestion,
  meets,
  proofWords,
  type SurvivalDatabase,
  shortageWords,
  suggestLayouts,
  trapWords,
} from './index.js';
import { kubedb, land, operator, placedOn, statefulset } from './layouts.testing.js';

const guide = ['controller', 'worker', 'controller'];
const apart: SurvivalDatabase['spread'] = { node: 'apart', zone: 'even', arbitrator: 'apart' };

function requestOf(clusters: Iterable<string>, changes: Partial<LayoutRequest> = {}): LayoutRequest {
  return {
    database: placedOn(clusters),
    landscape: land(),
    goal: 'cluster',
    provider: kubedb,
    candidates: [],
    running: 'unknown',
    ...changes,
  };
}

function suggested(clusters: Iterable<string>, changes: Partial<LayoutRequest> = {}): string[] {
  return suggestLayouts(requestOf(clusters, changes)).suggestions.map(told);
}

function told(suggestion: LayoutSuggestion): string {
  return `${suggestion.certain ? 'certain ' : ''}${suggestion.kind}: ${explainSuggestion(suggestion)}`;
}

const committed = (clusters: Iterable<string>): ReadonlyMap<number, string> =>
  new Map([...clusters].map((cluster, ordinal) => [ordinal, cluster]));

describe('the layout of the guides', () => {
  test('grows on the worker and on a third cluster, and does not stop between', () => {
    const { suggestions, impossible } = suggestLayouts(requestOf(guide, { running: committed(guide) }));
    expect(suggestions.map(told)).toEqual([
      'grown: add 3 on worker and 4 on a third cluster and run 5 replicas; do not stop at 4',
    ]);
    const [grown] = suggestions;
    expect(grown?.placement).toEqual([
      { cluster: 'controller', ordinals: [0, 2] },
      { cluster: 'worker', ordinals: [1, 3] },
      { cluster: 'a third cluster', ordinals: [4] },
    ]);
    expect(grown?.added).toEqual([
      { ordinal: 3, cluster: 'worker' },
      { ordinal: 4, cluster: 'a third cluster' },
    ]);
    expect(grown?.newClusters).toEqual([{ name: 'a third cluster', declared: false }]);
    expect(grown?.movesNothing).toBe(true);
    expect(grown?.traps.map((trap) => trapWords(trap, land()))).toEqual([
      '4 replicas in between are 2 + 2: losing worker would stop writes, which it does not today',
    ]);
    expect(impossible && proofWords(impossible)).toBe(
      'to go on without controller, worker needs more than half of all votes (2 of 3); to go on without worker, controller does; ' +
        'both cannot hold more than half (2 + 2 > 3): that is so for any number of replicas and any weights',
    );
    expect(impossible?.instead).toBe('node');
  });

  test('of Postgres has no weights to speak of', () => {
    const protocol = { kind: 'raft', synchronous: 0, hotStandby: true } as const;
    const { impossible } = suggestLayouts(requestOf('', { database: placedOn(guide, { protocol }) }));
    expect(impossible?.proof[1]).toBe(
      'both cannot hold more than half (2 + 2 > 3): that is so for any number of replicas',
    );
  });

  test('is dealt afresh where nothing runs, and that is certain with one declared cluster more', () => {
    const changes = { candidates: ['par'], running: 'nothing' } as const;
    expect(suggested(guide, changes)).toEqual(['certain new: controller [0], worker [1], par [2]']);
    expect(suggested(guide, { ...changes, candidates: ['par', 'ber'] })).toEqual([
      'new: controller [0], worker [1], par [2]',
    ]);
    expect(suggested(guide, { running: 'nothing' })).toEqual([
      'new: controller [0], worker [1], a third cluster [2]',
    ]);
  });

  test('is told both ways when nobody looked', () => {
    const { suggestions } = suggestLayouts(requestOf(guide, { candidates: ['par'] }));
    expect(suggestions.map(told)).toEqual([
      'grown: add 3 on worker and 4 on par and run 5 replicas; do not stop at 4',
      'new: controller [0], worker [1], par [2]',
    ]);
    expect(suggestions.map(({ movesNothing }) => movesNothing)).toEqual([true, false]);
  });
});

describe('more than one cluster', () => {
  test.each([
    ['abaab', ['c'], ['new: a [0, 3], b [1, 4], c [2]']],
    ['aabbc', [], ['certain new: a [0, 3], b [1, 4], c [2]']],
    ['abcaa', [], ['new: a [0, 3], b [1, 4], c [2]']],
    ['aa', ['b', 'c'], ['new: a [0], b [1], c [2]']],
    ['aaa', ['b', 'c'], ['certain new: a [0], b [1], c [2]']],
    ['aaa', ['b', 'c', 'd'], ['new: a [0], b [1], c [2]']],
    ['aaa', ['b'], ['new: a [0], b [1], a third cluster [2]']],
    ['aaa', [], ['new: a [0], a second cluster [1], a third cluster [2]']],
    ['abc', [], []],
  ])('%s with %j more, where nothing runs', (clusters, candidates, expected) => {
    const certain = clusters === 'abaab' ? expected.map((each) => `certain ${each}`) : expected;
    expect(suggested(clusters, { candidates, running: 'nothing' })).toEqual(certain);
  });

  test.each([
    ['ababa', ['c'], ['grown: add 5 on c and 6 on c and run 7 replicas']],
    ['abca', [], ['grown: remove 3 and run 3 replicas', 'grown: add 4 on b and run 5 replicas']],
    [
      'abcaa',
      [],
      ['grown: add 5 on b and 6 on c and run 7 replicas', 'grown: remove 3 and 4 and run 3 replicas'],
    ],
    ['ab', ['c'], ['grown: add 2 on c and run 3 replicas']],
    ['a', ['b', 'c'], ['grown: add 1 on b and 2 on c and run 3 replicas; do not stop at 2']],
    [
      'aaaaa',
      ['b', 'c'],
      [
        'rebuilt: scale down to 3, delete the volumes of 3 and 4, then add 3 on b, 4 on c, 5 on b and 6 on c and run 7 replicas',
      ],
    ],
    ['aabbc', [], []],
  ])('%s with %j more, where it runs', (clusters, candidates, expected) => {
    expect(suggested(clusters, { candidates, running: committed(clusters) })).toEqual(expected);
  });

  test('replicas that are written and not committed are free to go elsewhere', () => {
    expect(suggested('abaaa', { candidates: ['c'], running: committed('aba') })).toEqual([
      'grown: add 3 on b and 4 on c and run 5 replicas; do not stop at 4',
    ]);
    expect(suggested('aba', { candidates: ['c'], running: new Map() })).toEqual([
      'certain new: a [0], b [1], c [2]',
    ]);
  });

  test('replicas that the file took away and that are committed can stay', () => {
    expect(suggested('aba', { running: committed('ababc') })).toEqual(['grown: run 5 replicas']);
    expect(suggested('abc', { running: committed('abcab') })).toEqual([]);
  });

  test('a cluster without nodes takes nothing', () => {
    const changes = { candidates: ['c', 'd', 'e', 'f'], running: 'nothing' } as const;
    expect(suggested('aba', { ...changes, landscape: land('c:0', 'd:0', 'e:0') })).toEqual([
      'certain new: a [0], b [1], f [2]',
    ]);
  });

  test('clusters stand in the order that is said', () => {
    expect(suggested('aba', { candidates: ['c'], running: 'nothing', order: ['b', 'a'] })).toEqual([
      'certain new: b [0], a [1], c [2]',
    ]);
  });

  test('clusters that share a zone go together, at every number of replicas', () => {
    const zone = { id: 'eu/1', name: '1', nodes: undefined };
    const landscape: Landscape = {
      hub: undefined,
      clusters: ['a', 'b'].map((name) => ({ name, region: 'eu', zones: [zone], nodes: undefined })),
    };
    const changes = { landscape, candidates: ['c', 'd'], running: 'nothing' } as const;
    for (const goal of ['zone', 'cluster'] as const) {
      expect(suggested('aba', { ...changes, goal })).toEqual(['new: a [0], b [3], c [1, 4], d [2]']);
    }
  });
});

describe('a cluster and one node more', () => {
  const nodes = land('a:3', 'b:3', 'c:3', 'd:3', 'e:3');
  const goal = 'cluster+1';
  const placements = (clusters: string, changes: Partial<LayoutRequest>): (readonly number[])[] =>
    suggestLayouts(
      requestOf(clusters, { goal, landscape: nodes, running: 'nothing', ...changes }),
    ).suggestions.map(({ placement, spread }) => [
      ...placement.map(({ ordinals }) => ordinals.length),
      spread === undefined ? 0 : -1,
    ]);

  test('takes 9 replicas on three clusters, 7 on four and 5 on five', () => {
    expect(placements('abc', { candidates: ['d', 'e'] })).toEqual([
      [1, 1, 1, 1, 1, 0],
      [2, 2, 2, 1, -1],
      [3, 3, 3, -1],
    ]);
    expect(placements('abcd', { provider: { ...kubedb, mostReplicas: 7 } })).toEqual([
      [1, 1, 1, 1, 1, 0],
      [2, 2, 2, 1, -1],
    ]);
    expect(placements('abcde', {})).toEqual([]);
  });
});

describe('the spread', () => {
  test('is all that a node takes, where there are nodes', () => {
    const { suggestions } = suggestLayouts(
      requestOf('aba', { goal: 'node', landscape: land('a:2', 'b:1'), running: committed('aba') }),
    );
    expect(suggestions[0]).toMatchObject({
      spread: 'node',
      added: [],
      replicas: 3,
      needs: [],
      movesNothing: true,
    });
    expect(suggestions.map((each) => explainSuggestion(each))[0]).toBe('set spread.node to DoNotSchedule');
  });

  test('names the nodes that it takes where the file does not', () => {
    expect(suggested('aba', { goal: 'node' })[0]).toBe(
      'grown: set spread.node to DoNotSchedule, which takes 2 nodes on a',
    );
  });

  test('is not suggested without the nodes; how many are missing is said', () => {
    const { suggestions, shortages } = suggestLayouts(
      requestOf('aba', { goal: 'node', landscape: land('a:1', 'b:1'), running: committed('aba') }),
    );
    expect(suggestions.every(({ spread }) => spread === undefined)).toBe(true);
    expect(shortages.map(shortageWords)).toEqual(['a needs 2 nodes and has 1']);
  });

  test('over zones, where there are enough', () => {
    const landscape = land('a:3:x,y', 'b:3:x');
    expect(suggested('aba', { goal: 'zone', landscape })[0]).toBe('grown: set spread.zone to DoNotSchedule');
    const one = { goal: 'zone', provider: operator, landscape: land('a:6:x,y,z') } as const;
    expect(suggested('aaa', one)).toEqual(['grown: set spread.zone to DoNotSchedule']);
  });

  test('zones that are not listed are asked for', () => {
    const { shortages } = suggestLayouts(requestOf('aba', { goal: 'zone' }));
    expect(shortages.map(shortageWords)).toEqual([
      'list the zones of a: it needs 2, and the file names none',
    ]);
    const one = { goal: 'zone', provider: operator } as const;
    expect(suggestLayouts(requestOf('aaa', one)).shortages.map(shortageWords)).toEqual([
      'list the zones of a: it needs 3, and the file names none',
    ]);
  });

  test('over nodes cannot change where it is final and something runs', () => {
    const provider = { ...operator, nodeSpreadIsFinal: true };
    const changes = { goal: 'node', provider, landscape: land('a:3') } as const;
    expect(suggested('aaa', { ...changes, running: committed('aaa') })).toEqual([]);
    expect(suggested('aaa', changes)).toEqual([
      'new: run 3 replicas on a, and set spread.node to DoNotSchedule',
    ]);
  });
});

describe('one cluster', () => {
  test.each([operator, statefulset])('is never survived by what lives on it: %j', (provider) => {
    const { suggestions, impossible } = suggestLayouts(
      requestOf('aaa', { provider, candidates: ['b', 'c'], landscape: land('a:3:x,y,z') }),
    );
    expect(suggestions).toEqual([]);
    expect(impossible).toEqual({
      kind: 'one-cluster',
      proof: [
        'all 3 replicas of orders are on a: without it, none is left',
        'its provider keeps all replicas on one cluster, so no number of them changes that',
      ],
      instead: 'zone',
    });
  });

  test('two zones take a third: an arbitrator, where there can be one, and an odd number of votes', () => {
    const database = placedOn('aaa', { spread: apart });
    const changes = { database, goal: 'zone', landscape: land('a:6:x,y') } as const;
    const withArbitrator = suggestLayouts(requestOf('aaa', { ...changes, provider: statefulset }));
    expect(withArbitrator.suggestions.map(told)).toEqual([
      'grown: run 4 replicas on a, and add an arbitrator in a third zone',
      'grown: remove 2 and run 2 replicas, and add an arbitrator in a third zone',
    ]);
    const without = suggestLayouts(requestOf('aaa', { ...changes, provider: operator }));
    expect(without.suggestions).toEqual([]);
    for (const { impossible, shortages } of [withArbitrator, without]) {
      expect(impossible?.kind).toBe('two-zones');
      expect(impossible?.proof[0]).toBe(
        'to go on without x, y needs more than half of all votes (2 of 3); to go on without y, x does',
      );
      expect(shortages.map(shortageWords)).toEqual(['a needs 3 zones and has 2']);
    }
  });

  test('an arbitrator in one of two zones moves to a third', () => {
    const { members } = placedOn('aaaa');
    const arbitrator = {
      name: 'orders-arbitrator',
      ordinal: undefined,
      cluster: 'a',
      zone: 'a/x',
      weight: 1,
      data: false,
    };
    const database = placedOn('', { members: [...members, arbitrator], spread: apart });
    const changes = { database, goal: 'zone', landscape: land('a:6:x,y'), provider: statefulset } as const;
    expect(suggested('', changes)[0]).toBe('grown: move the arbitrator to a third zone');
    const third = { ...database, members: [...members.slice(0, 3), { ...arbitrator, zone: 'a/w' }] };
    const { suggestions, impossible } = suggestLayouts(requestOf('', { ...changes, database: third }));
    expect(suggestions.map(told)[0]).toBe('grown: run 4 replicas on a');
    expect(impossible).toBe(undefined);
  });

  test('one server becomes several', () => {
    const database = placedOn('a', { protocol: { kind: 'alone' } });
    const changes = { database, goal: 'node', provider: operator, landscape: land('a:3') } as const;
    expect(suggested('', { ...changes, running: 'nothing' })).toEqual([
      'new: run 3 replicas on a, and set spread.node to DoNotSchedule',
    ]);
    const several = { kind: 'operator', semiSynchronous: true } as const;
    expect(suggested('', { ...changes, several, running: 'nothing' })).toEqual([
      'new: run 2 replicas on a, and set spread.node to DoNotSchedule',
    ]);
  });

  test('of clusters that follow one another only the primary is laid out', () => {
    const members = [...placedOn('aa').members, ...placedOn('b').members].map((member, index) => ({
      ...member,
      name: `orders-${member.cluster}-${index % 2}`,
    }));
    const protocol = {
      kind: 'clusters',
      primary: 'a',
      within: { kind: 'galera', dirtyReads: false },
    } as const;
    const database = placedOn('', { members, protocol, spread: apart });
    const changes = { database, provider: operator, landscape: land('a:3', 'b:1') };
    expect(suggested('', { ...changes, goal: 'node' })).toEqual(['grown: run 3 replicas on a']);
    expect(suggestLayouts(requestOf('', changes)).impossible).toMatchObject({
      kind: 'person',
      proof: [
        'only the servers on a take writes of orders',
        'without a, a person must make another cluster the primary: no number of replicas changes that',
      ],
    });
  });
});

test('nothing is said of what meets its goal, or has none', () => {
  expect(suggestLayouts(requestOf('abc'))).toEqual({ suggestions: [], shortages: [] });
  expect(suggestLayouts(requestOf('a', { goal: 'none' }))).toEqual({ suggestions: [], shortages: [] });
  expect(suggestLayouts(requestOf(''))).toEqual({ suggestions: [], shortages: [] });
});

test('the search is bounded, also with 9 replicas on 7 clusters and 3 more', () => {
  const started = performance.now();
  for (const goal of ['node', 'zone', 'cluster', 'cluster+1'] as Goal[])
    suggestLayouts(requestOf('aaabcdefg', { goal, candidates: ['h', 'i', 'j'] }));
  expect(performance.now() - started).toBeLessThan(5000);
});

test('what is suggested meets the goal on the model', () => {
  for (const clusters of ['a', 'ab', 'aba', 'abab', 'aabab', 'abcaa', 'abcdaa']) {
    for (const goal of ['node', 'zone', 'cluster', 'cluster+1'] as const) {
      for (const running of ['nothing', 'unknown', committed(clusters)] as const) {
        const request = requestOf(clusters, { goal, running, candidates: ['x', 'y'] });
        for (const { placement, spread } of suggestLayouts(request).suggestions) {
          const order: string[] = [];
          for (const { cluster, ordinals } of placement) for (const each of ordinals) order[each] = cluster;
          expect(order).not.toContain(undefined);
          expect(order.length % 2).toBe(1);
          const node = spread === 'node' ? 'apart' : 'anywhere';
          const database = placedOn(order, { spread: { ...placedOn('').spread, node } });
          expect(meets(goal, database, land()), `${clusters} ${goal} ${order}`).toBe(true);
        }
      }
    }
  }
}, 30_000);
