import { describe, expect, test } from 'vitest';
import { besideTopology, changes } from '../programs.testing.js';
import { goodTopology, programFindingsOf } from '../testing.js';
import { foundBy, sliceConfig } from './testing.js';

const id = 'slice/namespace-acquired';
const slice = (name: string, clusters: string) =>
  sliceConfig(
    { namespaceIsolationProfile: `{ applicationNamespaces: [{ namespace: shop, clusters: ${clusters} }] }` },
    name,
  );

test('one namespace on one cluster is on one slice', () => {
  expect(foundBy(id, slice('a', '[fra]'), slice('b', '[ams, fra]'))).toEqual([
    'error 25:69 the slices a and b both take the namespace shop on fra',
  ]);
  expect(foundBy(id, slice('a', '["*"]'), slice('b', '["*"]'))).toEqual([
    'error 25:69 the slices a and b both take the namespace shop on fra and 1 more',
  ]);
});

test('on different clusters it may be on different slices', () => {
  expect(foundBy(id, slice('a', '[fra]'), slice('b', '[ams]'))).toEqual([]);
  expect(foundBy(id, slice('a', '[fra]'), slice('shop-default-slice', '[fra]'))).toEqual([]);
});

describe('slice/namespace-acquired in several files', () => {
  test('reports namespaces of two slices together', () => {
    const second = changes(
      besideTopology,
      ['slice:\n  name: shop\n', 'slice:\n  name: mall\n'],
      ['10.7.0.0', '10.8.0.0'],
    );
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error slice/namespace-acquired b.yaml:22:16 the slice mall takes shop on fra and 3 more, which the slice shop of a.yaml has',
    ]);
  });

  test('reports the operator’s namespace alone', () => {
    const second = changes(
      besideTopology,
      [
        'slice:\n  name: shop\n',
        'slice:\n  name: mall\n  namespaces: [mall, { namespace: kubedb, clusters: [fra] }]\n',
      ],
      ['10.7.0.0', '10.8.0.0'],
      ['    namespace: shop', '    namespace: mall'],
    );
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error slice/namespace-acquired b.yaml:18:35 the slice mall takes kubedb on fra, which the slice shop of a.yaml has',
    ]);
  });
});
