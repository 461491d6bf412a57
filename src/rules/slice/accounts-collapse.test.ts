import { expect, test } from 'vitest';
import { relatedOf } from '../testing.js';
import { foundBy, foundIn, hubObject, topologyWith } from './testing.js';

const id = 'slice/accounts-collapse';
const found = (accounts: string) =>
  foundBy(id, hubObject('Project', `{ serviceAccount: ${accounts} }`, 'shop', 'kubeslice-controller'));

test('two accounts that differ in case are one', () => {
  const text = topologyWith({ slice: '  serviceAccounts: { readWrite: [Admin, ci, admin] }\n' });
  expect(foundIn(id, text)).toEqual([
    'warning 19:45 the accounts Admin and admin are the same ServiceAccount',
  ]);
  expect(relatedOf(text)).toEqual([['19:34 first here']]);
  expect(found('{ readOnly: [Looker, looker] }')).toEqual([
    'warning 4:46 the accounts Looker and looker are the same ServiceAccount',
  ]);
});

test('one that stands twice says so', () => {
  expect(found('{ readWrite: [admin, admin] }')).toEqual(['warning 4:46 the account admin stands twice']);
});

test('one name in both lists makes two accounts', () => {
  expect(found('{ readWrite: [admin], readOnly: [Admin] }')).toEqual([]);
  expect(
    foundIn(id, topologyWith({ slice: '  serviceAccounts: { readWrite: [admin], readOnly: [admin] }\n' })),
  ).toEqual([]);
});
