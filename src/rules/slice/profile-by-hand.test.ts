import { expect, test } from 'vitest';
import { foundIn, topologyWith } from './testing.js';

const found = (slice: string) => foundIn('slice/profile-by-hand', topologyWith({ slice }));

test('a profile of one’s own has to be there', () => {
  expect(found('  bandwidth: { profile: gold }\n')).toEqual([
    'info 19:25 the SliceQoSConfig gold must be in kubeslice-shop before the slice',
  ]);
});

test('the default profile always is', () => {
  expect(found('  bandwidth: { profile: default }\n')).toEqual([]);
  expect(found('  bandwidth: { ceiling: 1Gbps }\n')).toEqual([]);
  expect(found('')).toEqual([]);
});
