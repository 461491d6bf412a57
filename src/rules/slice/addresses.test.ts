import { expect, test } from 'vitest';
import { isAddress, localAddress } from './addresses.js';

test.each(['10.0.0.1', '203.0.113.10', 'fd00::1', '::1', '::', '2001:db8:0:0:0:0:0:1', '::ffff:10.0.0.1'])(
  '%s is an address',
  (text) => expect(isAddress(text)).toBe(true),
);

test.each([
  '',
  '10.0.0',
  '10.0.0.256',
  '010.0.0.1',
  '1:2',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  ':::',
  'fd00::g',
  'node-1',
  '1:2:3:4:5:6:7:8::',
])('%j is none', (text) => expect(isAddress(text)).toBe(false));

test.each([
  ['127.0.0.1', 'a loopback address'],
  ['::1', 'a loopback address'],
  ['169.254.1.1', 'a link-local address'],
  ['fe80::1', 'a link-local address'],
  ['0.0.0.0', 'no address of a host'],
  ['224.0.0.1', 'no address of a host'],
  ['255.255.255.255', 'no address of a host'],
  ['ff02::1', 'no address of a host'],
  ['::', 'no address of a host'],
  ['10.0.0.1', undefined],
  ['192.168.1.1', undefined],
  ['fd00::1', undefined],
  ['node', undefined],
])('%s: %s', (text, expected) => expect(localAddress(text)).toBe(expected));
