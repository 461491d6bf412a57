import { describe, expect, test } from 'vitest';
import { contains, freeSliceSubnets, type Ipv4Network, ipv4Address, ipv4Network, overlap } from './cidr.js';

function network(cidr: string): Ipv4Network {
  const parsed = ipv4Network(cidr);
  if (!parsed) throw new Error(`not IPv4: ${cidr}`);
  return parsed;
}

describe('ipv4Address', () => {
  test('reads the ends of the range', () => {
    expect([ipv4Address('0.0.0.0'), ipv4Address('10.1.2.3'), ipv4Address('255.255.255.255')]).toEqual([
      0,
      10 * 2 ** 24 + 2 ** 16 + 2 * 256 + 3,
      2 ** 32 - 1,
    ]);
  });

  test.each(['fd00::1', '::ffff:1.2.3.4', '1.2.3', '1.2.3.256', ''])('reads no address from %j', (text) => {
    expect(ipv4Address(text)).toBeUndefined();
  });
});

describe('ipv4Network', () => {
  test('drops host bits', () => {
    expect(network('10.7.128.5/17')).toEqual(network('10.7.128.0/17'));
  });

  test('knows the largest and the smallest', () => {
    expect([network('1.2.3.4/0'), network('255.255.255.255/32')]).toEqual([
      { base: 0, size: 2 ** 32 },
      { base: 2 ** 32 - 1, size: 1 },
    ]);
  });

  test.each(['fd00::/108', '10.0.0.0', '10.0.0.0/33'])('reads no network from %j', (cidr) => {
    expect(ipv4Network(cidr)).toBeUndefined();
  });
});

test('contains holds for both ends of a network and not beyond', () => {
  const services = network('10.96.0.0/12');
  const answers = ['10.95.255.255', '10.96.0.0', '10.111.255.255', '10.112.0.0'].map((text) =>
    contains(services, ipv4Address(text) ?? -1),
  );
  expect(answers).toEqual([false, true, true, false]);
});

test.each([
  ['10.7.0.0/16', '10.7.128.0/17', true],
  ['10.7.128.0/17', '10.7.0.0/16', true],
  ['10.7.0.0/16', '10.7.0.0/16', true],
  ['10.7.0.0/16', '0.0.0.0/0', true],
  ['10.7.0.0/16', '10.8.0.0/16', false],
  ['172.16.0.0/16', '172.0.0.0/12', false],
])('overlap of %s and %s is %s', (a, b, expected) => {
  expect(overlap(network(a), network(b))).toBe(expected);
});

describe('freeSliceSubnets', () => {
  test('starts at 10.1 and steps over what is taken', () => {
    expect(freeSliceSubnets([network('10.2.0.0/15')], 3)).toEqual([
      '10.1.0.0/16',
      '10.4.0.0/16',
      '10.5.0.0/16',
    ]);
  });

  test('goes on to the other private networks', () => {
    expect(freeSliceSubnets([network('10.0.0.0/8'), network('172.16.0.0/13')], 9).at(0)).toBe(
      '172.24.0.0/16',
    );
    expect(freeSliceSubnets([network('10.0.0.0/8'), network('172.16.0.0/12')], 3)).toEqual([
      '192.168.0.0/16',
    ]);
  });

  test('finds none when all is taken', () => {
    expect(freeSliceSubnets([network('0.0.0.0/0')], 3)).toEqual([]);
    expect(freeSliceSubnets([], 1000)).toHaveLength(273);
  });
});
