import { expect, test } from 'vitest';
import { relatedOf } from '../testing.js';
import { foundIn, topologyWith } from './testing.js';

const id = 'slice/isolation-unenforced';
const none = '    capabilities: { networkPolicy: false }\n';

test('isolation where nothing isolates', () => {
  const text = topologyWith({ ams: none, slice: '  isolation: true\n' });
  expect(foundIn(id, text)).toEqual([
    'warning 20:14 the slice is isolated, and ams enforces no network policies',
  ]);
  expect(relatedOf(text)).toEqual([['16:36 ams']]);
  expect(foundIn(id, topologyWith({ fra: none, ams: none, slice: '  isolation: true\n' }))).toEqual([
    'warning 21:14 the slice is isolated, and fra and ams enforce no network policies',
  ]);
});

test('where it does, where nothing is said, or without isolation', () => {
  expect(
    foundIn(
      id,
      topologyWith({ ams: '    capabilities: { networkPolicy: true }\n', slice: '  isolation: true\n' }),
    ),
  ).toEqual([]);
  expect(foundIn(id, topologyWith({ slice: '  isolation: true\n' }))).toEqual([]);
  expect(foundIn(id, topologyWith({ ams: none }))).toEqual([]);
});
