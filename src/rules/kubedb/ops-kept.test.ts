import { expect, test } from 'vitest';
import { foundIn, localPostgres, request } from './requests.testing.js';

const id = 'kubedb/ops-kept';

test('a request beside its database', () => {
  expect(foundIn(id, localPostgres + request('Postgres', 'Restart'))).toEqual([
    `info ${id} 11:19 the request change-1 stands beside ledger, which it changes`,
  ]);
});

test('is content with a request alone', () => {
  expect(foundIn(id, request('Postgres', 'Restart'))).toEqual([]);
});
