import { expect, test } from 'vitest';
import { change, changePlanOf, goodTopology } from '../rules/testing.js';
import { neighboursAreAccepted, stagesOf } from './testing.js';

test('a change in one commit has two stages', () => {
  const after = change(goodTopology, 'size: 20Gi', 'size: 30Gi');
  expect(stagesOf(changePlanOf(goodTopology, after)).map(({ name }) => name)).toEqual(['before', 'after']);
});

test('what a rule refuses between two stages is told, and where', () => {
  const after = change(goodTopology, 'subnet: 10.7.0.0/16', 'subnet: 10.8.0.0/16');
  expect(neighboursAreAccepted(goodTopology, after)).toEqual([
    'before to after: slice/frozen-field spec.sliceSubnet of SliceConfig shop was 10.7.0.0/16 and would be 10.8.0.0/16, and cannot change',
  ]);
  expect(neighboursAreAccepted(goodTopology, after, { allowed: ['slice/frozen-field'] })).toEqual([]);
});
