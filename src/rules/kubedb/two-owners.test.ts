import { expect, test } from 'vitest';
import { foundIn } from './requests.testing.js';

const id = 'kubedb/two-owners';
const object = (group: string, namespace: string): string =>
  `apiVersion: ${group}\nkind: Postgres\nmetadata: { name: ledger, namespace: ${namespace} }\nspec: {}\n---\n`;

test('one name for both', () => {
  expect(foundIn(id, object('kubedb.com/v1', 'shop') + object('gitops.kubedb.com/v1alpha1', 'shop'))).toEqual(
    [`error ${id} 6:13 the Postgres ledger is here for both gitops.kubedb.com and kubedb.com`],
  );
});

test('is content with another namespace', () => {
  expect(foundIn(id, object('kubedb.com/v1', 'a') + object('gitops.kubedb.com/v1alpha1', 'b'))).toEqual([]);
});
