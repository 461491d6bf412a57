import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { databasesOf } from '../plan/index.js';
import { goodTopology } from '../rules/testing.js';
import { synthesize } from '../synthesize.js';
import { committedOrdinals } from './ordinals.js';

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
