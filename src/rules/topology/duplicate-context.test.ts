import { describe, expect, test } from 'vitest';
import { operatorTopology } from '../sites.testing.js';
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

  test('knows the contexts of a fleet, each called like its cluster', () => {
    const fleet = change(operatorTopology, '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
    const beside = (entry: string): string => change(fleet, 'databases:\n', `  - { ${entry} }\ndatabases:\n`);
    expect(findingsOf(beside('name: east, distribution: rke2, context: west-2'))).toEqual([
      'error topology/duplicate-context 12:48 west and east have the same context, west-2',
    ]);
    expect(findingsOf(beside('name: east, distribution: rke2, context: west'))).toEqual([]);
    const files = { 'a.yaml': fleet, 'b.yaml': change(fleet, '  name: wiki\n', '  name: docs\n') };
    expect(programFindingsOf(files).filter((each) => each.includes('duplicate-context'))).toEqual([]);
  });
});
