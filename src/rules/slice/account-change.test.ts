import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/account-change';

test('one who may look', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin] }\n' }),
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin], readOnly: [looker] }\n' }),
    ),
  ).toEqual(['info 19:52 looker may look at Project shop from now on']);
});

test('one who loses access', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin, deployer] }\n' }),
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin] }\n' }),
    ),
  ).toEqual(['info 19:33 deployer loses its readWrite access to Project shop']);
});

test('one who may write is told by another rule', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin, deployer] }\n' }),
    ),
  ).toEqual([]);
});
