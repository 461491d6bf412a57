import { describe, expect, test } from 'vitest';
import * as survival from '../../src/survival/index.js';
import { cases, membersOf, needsNetwork, type Step } from './quorum-cases.mjs';
import { predict } from './quorum-model.mjs';
import { inWords, longestPause, replicasInWords } from './quorum-words.mjs';

const crash = (...sites: string[]): Step => ({ event: 'crash', sites });
const leave = (...sites: string[]): Step => ({ event: 'leave', sites });
const lose = (...links: [string, string][]): Step => ({ event: 'lose', links });
const split = (...sites: string[]): Step => ({ event: 'split', sites });
const heal: Step = { event: 'heal' };

describe('a layout', () => {
  test('has its sites in order, each with members of a weight', () => {
    expect(membersOf('2+1(3)+arbitrator')).toEqual([
      { name: 'a1', site: 'a', kind: 'replica', weight: 1 },
      { name: 'a2', site: 'a', kind: 'replica', weight: 1 },
      { name: 'b1', site: 'b', kind: 'replica', weight: 3 },
      { name: 'c1', site: 'c', kind: 'arbitrator', weight: 1 },
    ]);
  });

  test.each(['2+', '2+x', '0+1', '2 + 1', '1(-1)'])('%j is none', (layout) => {
    expect(() => membersOf(layout)).toThrow('what is');
  });

  test.each(cases.map((each) => [each.layout, each]))(
    'of a case, %s, has the sites that it names',
    (_, each) => {
      const sites = new Set(membersOf(each.layout).map(({ site }) => site));
      const named = each.steps.flatMap((step) =>
        step.event === 'heal' ? [] : step.event === 'lose' ? step.links.flat() : step.sites,
      );
      expect(named.filter((site) => !sites.has(site))).toEqual([]);
    },
  );
});

test('only lost links need a network', () => {
  expect(needsNetwork({ steps: [crash('a'), leave('b')] })).toBe(false);
  expect(needsNetwork({ steps: [crash('a'), lose(['b', 'c'])] })).toBe(true);
  expect(needsNetwork({ steps: [split('a'), heal] })).toBe(true);
});

test('steps in words', () => {
  expect(inWords([crash('a', 'c'), leave('b')])).toBe('a and c crash, then b leaves');
  expect(inWords([{ event: 'leave in turn', sites: ['a'] }])).toBe('a leaves, one member after the other');
  expect(inWords([lose(['a', 'b']), heal])).toBe('the link a-b fails, then all links are back');
  expect(inWords([lose(['a', 'b'], ['a', 'c']), split('a')])).toBe(
    'the links a-b, a-c fail, then a is cut off',
  );
});

describe('replicas in words', () => {
  const primary = { status: 'Primary', size: 3, weight: 4, writes: true };

  test('those that show the same are told together', () => {
    const alone = { name: 'c1', status: 'non-Primary', size: 1, weight: 0, writes: false };
    expect(replicasInWords([{ name: 'a1', ...primary }, alone, { name: 'b1', ...primary }])).toBe(
      'a1 b1 Primary, 3 of weight 4, write; c1 non-Primary, refuses',
    );
  });

  test('a status and what becomes of writes are two things', () => {
    const replicas = [
      { name: 'a1', ...primary },
      { name: 'a2', ...primary, writes: false },
    ];
    expect(replicasInWords(replicas)).toBe(
      'a1 Primary, 3 of weight 4, writes; a2 Primary, 3 of weight 4, refuses',
    );
    expect(replicasInWords([])).toBe('no replica is left');
  });
});

describe('the longest pause', () => {
  const at = (ended: number, error?: string) => ({ ended, error });

  test('lies between accepted writes, and refused ones do not end it', () => {
    expect(longestPause([at(90), at(110), at(150, 'ERROR 1047'), at(400), at(420)], 100, 450)).toBe(290);
  });

  test('begins with the last write before, and goes on to the end', () => {
    expect(longestPause([at(90), at(300)], 100, 310)).toBe(210);
    expect(longestPause([at(90), at(110)], 100, 900)).toBe(790);
    expect(longestPause([], 100, 900)).toBe(800);
  });
});

describe('a prediction', () => {
  const told = (layout: string, ...steps: Step[]) =>
    predict(survival, membersOf(layout), steps).map(({ possible, steady, relayed }) => ({
      possible: possible.map(replicasInWords),
      steady,
      relayed,
    }));
  const steady = (...possible: string[]) => ({ possible, steady: true, relayed: false });

  test('names the replicas that go on and those that stop, arbitrators counted in', () => {
    expect(told('2+1(2)+arbitrator', crash('a'))).toEqual([steady('b1 Primary, 2 of weight 3, writes')]);
    expect(told('1+1+1', split('a'))).toEqual([
      steady('a1 non-Primary, refuses; b1 c1 Primary, 2 of weight 2, write'),
    ]);
  });

  test('counts what the last step left', () => {
    expect(told('2+2+1', crash('a'), crash('c'))).toEqual([
      steady('b1 b2 c1 Primary, 3 of weight 3, write'),
      steady('b1 b2 Primary, 2 of weight 2, write'),
    ]);
  });

  test('is a race where members leave together and the others are no majority', () => {
    expect(told('2+1', leave('a'))).toEqual([
      steady('b1 Primary, 1 of weight 1, writes', 'b1 non-Primary, refuses'),
    ]);
    expect(told('2+1', { event: 'leave in turn', sites: ['a'] })).toEqual([
      steady('b1 Primary, 1 of weight 1, writes'),
    ]);
    expect(told('2+2+1', leave('a'))).toEqual([steady('b1 b2 c1 Primary, 3 of weight 3, write')]);
  });

  test('after links are back is one without lost links', () => {
    expect(told('1+1', lose(['a', 'b']), heal)).toEqual([
      steady('a1 b1 non-Primary, refuse'),
      steady('a1 b1 Primary, 2 of weight 2, write'),
    ]);
    expect(told('1+1+1', crash('c'), lose(['a', 'b']), heal).at(-1)).toEqual(
      steady('a1 b1 Primary, 2 of weight 2, write'),
    );
  });

  test('says who passes messages on, and where that is not enough', () => {
    expect(told('1+1+1', lose(['a', 'b']))).toEqual([
      { possible: ['a1 b1 c1 Primary, 3 of weight 3, write'], steady: true, relayed: true },
    ]);
    expect(told('1+1+1+1', lose(['a', 'c'], ['a', 'd'], ['b', 'd']))[0]?.steady).toBe(false);
  });
});
