import { expect, test } from 'vitest';
import { besideTopology, otherTopology } from './programs.testing.js';
import { Meetings } from './sliced-plans.js';
import { goodTopology, programFindingsOf } from './testing.js';

test('a slice that two files describe alike is no mistake', () => {
  expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': besideTopology }, true)).toEqual([]);
});

test('files that share nothing are none either', () => {
  expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': otherTopology }, true)).toEqual([]);
});

test('meetings are kept by whom they are with', () => {
  const meetings = new Meetings<string>();
  meetings.add('a', 'one');
  meetings.add('b', 'two');
  meetings.add('a', 'three');
  expect([...meetings.entries()]).toEqual([
    ['a', ['one', 'three']],
    ['b', ['two']],
  ]);
});
