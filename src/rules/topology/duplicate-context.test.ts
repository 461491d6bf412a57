import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

const second = '  - name: ams\n';

describe('topology/duplicate-context', () => {
  test('reports a context that another cluster has by its name', () => {
    expect(findingsOf(change(goodTopology, second, `${second}    context: fra\n`))).toEqual([
      'error topology/duplicate-context 13:14 fra and ams have the same context, fra',
    ]);
  });

  test('is content with contexts of their own', () => {
    expect(findingsOf(change(goodTopology, second, `${second}    context: admin@ams\n`))).toEqual([]);
  });
});
