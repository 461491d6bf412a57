import { describe, expect, test } from 'vitest';
import { goodTopology, programFindingsOf } from '../testing.js';
import { besideTopology, changes } from './testing.js';

describe('program/namespace-taken', () => {
  test('reports namespaces of two slices together', () => {
    const second = changes(
      besideTopology,
      ['slice:\n  name: shop\n', 'slice:\n  name: mall\n'],
      ['10.7.0.0', '10.8.0.0'],
    );
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'error program/namespace-taken b.yaml:22:16 the slice mall takes shop on fra and 3 more, which the slice shop of a.yaml has',
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
      'error program/namespace-taken b.yaml:18:35 the slice mall takes kubedb on fra, which the slice shop of a.yaml has',
    ]);
  });
});
