import { describe, expect, test } from 'vitest';
import { edited, five } from '../database-edits.testing.js';
import { changeFindingsOf, changePlanFrom, goodTopology } from '../testing.js';

/** Findings of the good topology against a database that somebody else wrote. */
function found(spec: string, apiVersion = 'kubedb.com/v1'): string[] {
  const object = `apiVersion: ${apiVersion}
kind: MariaDB
metadata: { name: orders, namespace: shop }
spec: { version: 11.8.5, replicas: 3, distributed: true, ${spec} }
`;
  return changePlanFrom({ 'fra/70-database/orders.yaml': object }, goodTopology)
    .diagnostics.filter(({ id }) => id === 'kubedb/frozen-field')
    .map(({ severity, message }) => `${severity} ${message}`);
}

describe('what the webhook compares', () => {
  test('the type of the storage', () => {
    expect(found('storageType: Ephemeral')).toEqual([
      'error spec.storageType of orders was Ephemeral and would be Durable, and cannot change',
    ]);
    expect(found('storageType: Durable')).toEqual([]);
    expect(found('halted: false')).toEqual([]);
  });

  test('how it was filled, once it is', () => {
    const init = ['error spec.init of orders says how it was filled, and cannot change once it is'];
    expect(found('init: { script: { scriptPath: a.sql } }')).toEqual(init);
    expect(found('init: { initialized: true }')).toEqual(init);
    expect(found('init: { initialized: false, waitForInitialRestore: true }')).toEqual([]);
  });

  test('the version of its API', () => {
    expect(found('storageType: Durable', 'kubedb.com/v1alpha2')).toEqual([
      'error apiVersion of orders was kubedb.com/v1alpha2 and would be kubedb.com/v1, and cannot change',
    ]);
  });
});

test('of what dbspan writes nothing is frozen', () => {
  expect(changeFindingsOf(goodTopology, edited(five)).filter((each) => each.includes('frozen'))).toEqual([]);
});
