import { describe, expect, test } from 'vitest';
import { goodTopology, programFindingsOf } from '../testing.js';
import { besideTopology, changes, otherTopology } from './testing.js';

const own = (files: Readonly<Record<string, string>>): string[] =>
  programFindingsOf(files).filter((each) => each.includes(' program/subnet-shared '));

describe('program/subnet-shared', () => {
  const second = changes(besideTopology, ['slice:\n  name: shop\n', 'slice:\n  name: mall\n']);

  test('reports two slices with one subnet on the same clusters', () => {
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': second })).toEqual([
      'warning program/subnet-shared b.yaml:19:11 the slices shop and mall share the subnet 10.7.0.0/16, and fra and 1 more are on both',
    ]);
  });

  test('is content with subnets apart, and with clusters apart', () => {
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': changes(second, ['10.7.0.0', '10.8.0.0']) })).toEqual([]);
    expect(own({ 'a.yaml': goodTopology, 'b.yaml': otherTopology })).toEqual([]);
  });
});
