import { expect, test } from 'vitest';
import { foundInChange } from '../change-cases.testing.js';
import { change, goodTopology } from '../testing.js';

const id = 'dns/address-change';

test('another address', () => {
  expect(
    foundInChange(
      id,
      goodTopology,
      change(goodTopology, 'kubesliceDNS: 10.43.0.101', 'kubesliceDNS: 10.43.0.111'),
    ),
  ).toEqual(['info 15:19 slice.local on ams was forwarded to 10.43.0.101 and will be to 10.43.0.111']);
});

test('an address that was not known', () => {
  expect(
    foundInChange(id, change(goodTopology, '    kubesliceDNS: 10.43.0.101\n', ''), goodTopology),
  ).toEqual([]);
});
