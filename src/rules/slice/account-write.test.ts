import { expect, test } from 'vitest';
import { foundInChange, topologyWith } from '../change-cases.testing.js';
import { goodTopology } from '../testing.js';

const id = 'slice/account-write';

test('one more', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin, deployer] }\n' }),
    ),
  ).toEqual(['warning 19:33 deployer may change the slices of Project shop from now on']);
});

test('one who could look before', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin], readOnly: [deployer] }\n' }),
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin, deployer] }\n' }),
    ),
  ).toEqual(['warning 19:33 deployer may change the slices of Project shop from now on']);
});

test('in another spelling', () => {
  expect(
    foundInChange(id, goodTopology, topologyWith({ slice: '  serviceAccounts: { readWrite: [Admin] }\n' })),
  ).toEqual([]);
});

test('one who may look', () => {
  expect(
    foundInChange(
      id,
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin] }\n' }),
      topologyWith({ slice: '  serviceAccounts: { readWrite: [admin], readOnly: [looker] }\n' }),
    ),
  ).toEqual([]);
});
