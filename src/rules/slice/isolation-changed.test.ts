import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/isolation-changed';

test('on', () => {
  expect(foundInChange(id, goodTopology, topologyWith({ slice: '  isolation: true\n' }))).toEqual([
    'warning 19:14 SliceConfig shop is isolated from now on',
  ]);
});

test('off', () => {
  expect(foundInChange(id, topologyWith({ slice: '  isolation: true\n' }), goodTopology)).toEqual([
    'warning 16:1 SliceConfig shop is open to every pod of its clusters from now on',
  ]);
});

test('who is let in', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  isolation: true\n  allowedNamespaces: [web, jobs]\n' }),
      topologyWith({
        slice: '  isolation: true\n  allowedNamespaces: [web, { namespace: monitoring, clusters: [fra] }]\n',
      }),
    ),
  ).toEqual([
    'warning 20:3 jobs may no longer reach the pods of SliceConfig shop',
    'warning 20:3 monitoring may reach the pods of SliceConfig shop from now on',
  ]);
});

test('without isolation nobody is cut off', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  isolation: false\n  allowedNamespaces: [web]\n' }),
      goodTopology,
    ),
  ).toEqual([]);
});
