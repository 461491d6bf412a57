import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, programFindingsOf, relatedOf } from '../testing.js';

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

  test('points at both, and says what to write', () => {
    const text = change(goodTopology, second, `${second}    context: fra\n`);
    expect(relatedOf(text)).toEqual([['6:5 the other']]);
    expect(fixesOf(text)).toEqual(['give each the context that kubectl config get-contexts shows for it']);
  });

  const other = goodTopology
    .replaceAll(/\bfra\b/g, 'osl')
    .replaceAll(/\bams\b/g, 'got')
    .replace('metadata:\n  name: shop', 'metadata:\n  name: mall');

  test('reports a context that a cluster of another file has', () => {
    const text = change(other, '  - name: got\n', '  - name: got\n    context: ams\n');
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text })).toEqual([
      'error topology/duplicate-context b.yaml:13:14 ams and got have the same context, ams',
    ]);
  });

  test('is content with one cluster in two files', () => {
    const text = change(goodTopology, 'metadata:\n  name: shop', 'metadata:\n  name: mall');
    expect(
      programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': text }).filter((each) =>
        each.includes('context'),
      ),
    ).toEqual([]);
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': other })).toEqual([]);
  });
});
