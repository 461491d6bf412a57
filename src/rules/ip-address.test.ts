import { expect, test } from 'vitest';
import { addressOf, isIn, networkOf, specialAddress } from './ip-address.js';

test.each([
  ['10.0.0.1', 4, 0x0a000001n],
  ['::', 6, 0n],
  ['::1', 6, 1n],
  ['fd00::1:2', 6, (0xfd00n << 112n) + 0x10002n],
  ['::ffff:10.0.0.1', 6, 0xffff0a000001n],
  ['1:2:3:4:5:6:7:8', 6, 0x00010002000300040005000600070008n],
])('reads %s', (text, family, value) => {
  expect(addressOf(text)).toEqual({ family, value });
});

test.each([
  '10.0.0',
  '10.0.0.256',
  '10.0.0.01',
  '1:2',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  '12345::',
  '',
  '010.0.0.1',
  'fd00::g',
  'node-1',
  '1:2:3:4:5:6:7:8::',
  '10.0.0.1::',
  '::10.0.0.01',
])('knows that %s is no address', (text) => {
  expect(addressOf(text)).toBeUndefined();
});

test.each([
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.0.0.0', '10.0.0.0/8', false],
  ['10.1.2.3', '10.1.2.9/31', false],
  ['fd00::5', 'fd00::/108', true],
  ['fd01::5', 'fd00::/108', false],
  ['10.1.2.3', '::/0', false],
])('%s in %s: %s', (text, cidr, expected) => {
  const address = addressOf(text);
  const network = networkOf(cidr);
  expect(address && network && isIn(address, network)).toBe(expected);
});

test.each(['10.0.0.0/33', 'fd00::/129', '10.0.0.0', 'x/8'])('knows that %s is no network', (cidr) => {
  expect(networkOf(cidr)).toBeUndefined();
});

test.each([
  ['127.0.0.53', 'a loopback address'],
  ['::1', 'a loopback address'],
  ['0.0.0.0', 'the unspecified address'],
  ['169.254.20.10', 'a link-local address'],
  ['fe80::1', 'a link-local address'],
  ['224.0.0.251', 'a multicast address'],
  ['255.255.255.255', 'a reserved address'],
  ['10.43.0.1', undefined],
  ['fd00::1', undefined],
])('%s is %s', (text, expected) => {
  const address = addressOf(text);
  expect(address && specialAddress(address)).toBe(expected);
});
