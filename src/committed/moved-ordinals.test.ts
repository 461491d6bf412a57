import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { locationOf } from '../diagnostics/index.js';
import { databasesOf } from '../plan/index.js';
import { change, goodTopology } from '../rules/testing.js';
import { synthesize } from '../synthesize.js';
import { committedOrdinals, movedOrdinals } from './moved-ordinals.js';

/** Findings of `after` against the committed output of `before`, or against other texts. */
function moved(before: string, after: string, replace?: (content: string) => string | undefined): string[] {
  const committed = new Map(
    synthesize(compile([{ name: 't', content: before }]).plans).files.map(({ path, content }) => [
      path,
      content,
    ]),
  );
  const { plans, diagnostics } = compile([{ name: 't', content: after }]);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const read = (path: string) => {
    const content = committed.get(path);
    return content !== undefined && replace ? replace(content) : content;
  };
  return movedOrdinals(plans, synthesize(plans).files, read).map(
    (each) => `${locationOf(each).slice(2)} ${each.message}; ${each.fix}`,
  );
}

const swapped = change(change(goodTopology, '[0, 2]', '[0, 1]'), 'replicas: [1]', 'replicas: [2]');

describe('placement/ordinal-moved', () => {
  test('reports an ordinal that is on another cluster in the committed output', () => {
    expect(moved(goodTopology, swapped)).toEqual([
      '27:23 ordinal 1 of orders moves from ams to fra; leave it where it is, in ordinals: fra [0, 2], ams [1]; or scale down below 1 first. If it was never applied, delete fra/60-placement/placementpolicy.shop-orders.yaml from the output',
    ]);
  });

  test('reports counts that are dealt out otherwise than before', () => {
    const counts = (fra: number, ams: number) =>
      change(change(goodTopology, '[0, 2]', String(fra)), 'replicas: [1]', `replicas: ${ams}`);
    expect(moved(counts(2, 1), counts(3, 2))).toEqual([]);
    expect(moved(counts(1, 2), counts(3, 2)).map((finding) => finding.split(';')[0])).toEqual([
      '27:19 ordinal 2 of orders moves from ams to fra',
    ]);
  });

  test('is content when ordinals are only added', () => {
    const more = change(change(goodTopology, '[0, 2]', '[0, 2, 4]'), 'replicas: [1]', 'replicas: [1, 3]');
    expect(moved(goodTopology, more)).toEqual([]);
    expect(moved(more, goodTopology)).toEqual([]);
  });

  test('is content without committed output, and with a file that is no policy', () => {
    expect(moved(goodTopology, swapped, () => undefined)).toEqual([]);
    for (const content of [
      '',
      ': [',
      'null',
      '[]',
      'spec: 1',
      'spec: {clusterSpreadConstraint: {distributionRules: [1, {}]}}',
    ]) {
      expect(moved(goodTopology, swapped, () => content)).toEqual([]);
    }
  });
});

test('the committed ordinals of a database are those of its policy', () => {
  const { plans } = compile([{ name: 't', content: goodTopology }]);
  const files = new Map(synthesize(plans).files.map(({ path, content }) => [path, content]));
  const [database] = plans.flatMap((plan) => databasesOf(plan, 'kubedb'));
  if (!database) throw new Error('no database');
  expect([...(committedOrdinals((path) => files.get(path))(database) ?? [])].sort()).toEqual([
    [0, 'fra'],
    [1, 'ams'],
    [2, 'fra'],
  ]);
  expect(committedOrdinals(() => undefined)(database)).toBeUndefined();
  expect(committedOrdinals(() => ': [')(database)?.size).toBe(0);
});
