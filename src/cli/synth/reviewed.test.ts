import { expect, test } from 'vitest';
import { digestOfOutput, digestsOf } from '../../output/digests.js';
import { outputDigest } from '../../output/ownership.js';
import { nothingYet, type OldOutput } from '../old-output/read.js';
import { parseReviewed, type ReviewedPlan, unreviewed } from './reviewed.js';

const one = '1'.repeat(64);
const commit = { number: 1, output: one, files: [{ path: 'a', change: 'added', sha256: one }] };
const plan = { planVersion: 1, before: { output: one }, commits: [commit] };

const read = (value: unknown) => parseReviewed(JSON.stringify(value));

test('a plan is read from its JSON', () => {
  expect(read(plan)).toEqual({
    before: one,
    commits: [{ number: 1, output: one, files: new Map([['a', one]]) }],
  });
});

test.each([
  ['', 'it is not JSON'],
  ['[]', 'it is not an object'],
  ['{"planVersion": 2}', 'it has no planVersion that this dbspan knows'],
  [JSON.stringify({ ...plan, before: { output: 'x' } }), 'it does not say what it starts from'],
  [JSON.stringify({ ...plan, before: null }), 'it does not say what it starts from'],
  [JSON.stringify({ ...plan, commits: [] }), 'it has no commits'],
  [JSON.stringify({ ...plan, commits: {} }), 'it has no commits'],
  ...[
    null,
    { ...commit, number: '1' },
    { ...commit, number: 1.5 },
    { ...commit, output: 'x' },
    { ...commit, files: {} },
    { ...commit, files: [{ path: '../../etc/passwd', sha256: one }] },
    { ...commit, files: [{ path: '__proto__', sha256: one }] },
    { ...commit, files: [{ path: 7 }] },
    { ...commit, files: [{ path: 'a', sha256: 7 }] },
  ].map((each) => [JSON.stringify({ ...plan, commits: [commit, each] }), 'its commit 2 is not whole']),
])('%s is none', (text, reason) => {
  expect(parseReviewed(text)).toBe(reason);
});

const file = (path: string, content: string) => ({ path, content, source: '' });
const states = [[file('a', '1')], [file('a', '2'), file('b', '1')], [file('a', '2'), file('b', '2')]];
const [start = [], middle = [], end = []] = states;

function olds(files: readonly { path: string; content: string }[]): OldOutput {
  return { ...nothingYet, digests: digestsOf(files) };
}

const reviewed: ReviewedPlan = {
  named: 'plan.json',
  before: digestOfOutput(start),
  commits: [middle, end].map((files, index) => ({
    number: index + 1,
    output: digestOfOutput(files),
    files: new Map([...digestsOf(files)].map(([path, { sha256 }]) => [path, sha256])),
  })),
};

const said = (...given: Parameters<typeof unreviewed> extends [unknown, ...infer Rest] ? Rest : never) =>
  unreviewed(reviewed, ...given).map(({ message }) => message);

test('what was reviewed may be written', () => {
  expect(said(undefined, end, olds(start))).toEqual([]);
  expect(said(undefined, end, olds(middle))).toEqual([]);
  expect(said(undefined, end, olds(end))).toEqual([]);
  expect(said({ number: 1, of: 2 }, middle, olds(start))).toEqual([]);
  expect(said({ number: 2, of: 2 }, end, olds(middle))).toEqual([]);
  expect(said(undefined, end, 'any')).toEqual([]);
});

test('another output may not, and the files that differ are named', () => {
  const other = [...end.slice(0, 1), file('b', '3'), file('c', '1')];
  expect(said(undefined, other, olds(start))).toEqual([
    'the output is not the one that plan.json says: b, c',
  ]);
  const many = Array.from({ length: 9 }, (_, index) => file(`f${index}`, 'x'));
  expect(said(undefined, [...end, ...many], olds(start))).toEqual([
    'the output is not the one that plan.json says: f0, f1, f2, f3, f4 and 4 more',
  ]);
  expect(said(undefined, [...end, file('c', '1')], 'any')).toEqual([
    'the output is not the one that plan.json says',
  ]);
});

test('it may not be written over another old output', () => {
  const elsewhere = ['what is to be changed is not what plan.json starts from'];
  expect(said(undefined, end, olds([file('a', '7')]))).toEqual(elsewhere);
  expect(said(undefined, end, undefined)).toEqual(elsewhere);
  expect(said({ number: 2, of: 2 }, end, olds(start))).toEqual(elsewhere);
  expect(said({ number: 3, of: 3 }, end, olds(start))).toEqual(['plan.json has no commit 3']);
});

test('a plan from nothing begins with nothing', () => {
  const fresh = { ...reviewed, before: outputDigest(new Map()) };
  expect(unreviewed(fresh, undefined, end, undefined)).toEqual([]);
});
