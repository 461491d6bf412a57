import { expect, test } from 'vitest';
import { isServiceAddress } from './service-networks.js';

test.each([
  ['10.43.9.12', ['10.43.0.0/16'], true],
  ['10.43.9.12', ['fd00::/108', '10.43.0.0/16'], true],
  ['10.44.9.12', ['10.43.0.0/16', '10.45.0.0/16'], false],
  ['10.43.9.12', ['fd00::/108'], false],
  ['fd00::5', ['10.43.0.0/16'], false],
  ['fd00::5', ['10.43.0.0/16', 'fd00::/108'], true],
  ['fd00::10:0:5', ['fd00::/108'], false],
  ['1:2', ['fd00::/108'], undefined],
])('%s in %j: %s', (kubesliceDNS, serviceCIDRs, expected) => {
  expect(isServiceAddress({ name: 'fra', distribution: 'k3s', kubesliceDNS, serviceCIDRs })).toBe(expected);
});

test('nothing is said where the address or the networks are not declared', () => {
  expect(
    isServiceAddress({ name: 'fra', distribution: 'k3s', serviceCIDRs: ['10.43.0.0/16'] }),
  ).toBeUndefined();
  expect(isServiceAddress({ name: 'fra', distribution: 'k3s', kubesliceDNS: '10.43.9.12' })).toBeUndefined();
});
