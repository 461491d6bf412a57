import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { locationOf } from '../../diagnostics/index.js';
import { change, goodTopology } from '../testing.js';

function findings(...texts: readonly string[]): string[] {
  const inputs = texts.map((content, index) => ({ name: `${index}.yaml`, content }));
  return compile(inputs).diagnostics.map(
    (each) => `${each.severity} ${each.id} ${locationOf(each)} ${each.message}`,
  );
}

describe('program/duplicate-topology', () => {
  test('reports the second of two topologies of one name', () => {
    expect(findings(goodTopology, goodTopology)).toEqual([
      'error program/duplicate-topology 1.yaml:4:9 two topologies of this program are called shop',
    ]);
  });

  test('is content when the names differ', () => {
    const other = change(goodTopology, 'metadata:\n  name: shop', 'metadata:\n  name: mall');
    expect(findings(goodTopology, other.replaceAll(/\b(?:fra|ams)\b/g, 'm$&'))).toEqual([]);
  });
});
