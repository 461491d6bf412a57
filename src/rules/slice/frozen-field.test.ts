import { describe, expect, test } from 'vitest';
import { change, changeFindingsOf, goodTopology } from '../testing.js';

const subnet = '  subnet: 10.7.0.0/16\n';

function found(after: string, before = goodTopology): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('slice/frozen-field'));
}

describe('what the webhook compares', () => {
  test.each([
    [
      'subnet: 10.7.0.0/16',
      'subnet: 10.8.0.0/16',
      '18:11 spec.sliceSubnet of SliceConfig shop was 10.7.0.0/16 and would be 10.8.0.0/16',
    ],
    [
      subnet,
      `${subnet}  maxClusters: 8\n`,
      '19:16 spec.maxClusters of SliceConfig shop was 16 and would be 8',
    ],
    [
      subnet,
      `${subnet}  cipher: AES-128-CBC\n`,
      '19:11 spec.vpnConfig.cipher of SliceConfig shop was AES-256-CBC and would be AES-128-CBC',
    ],
    [
      subnet,
      `${subnet}  gateway: { type: openvpn }\n`,
      '19:20 spec.sliceGatewayProvider.sliceGatewayType of SliceConfig shop was Wireguard and would be OpenVPN',
    ],
  ])('%s', (from, to, expected) => {
    expect(found(change(goodTopology, from, to))).toEqual([
      `error slice/frozen-field ${expected}, and cannot change`,
    ]);
  });

  test('is told at the head of the slice when the file no longer says it', () => {
    expect(found(goodTopology, change(goodTopology, subnet, `${subnet}  maxClusters: 8\n`))).toEqual([
      'error slice/frozen-field 16:1 spec.maxClusters of SliceConfig shop was 8 and would be 16, and cannot change',
    ]);
  });
});

test('what it does not compare may change, and another slice is another object', () => {
  expect(found(change(goodTopology, subnet, `${subnet}  rotationInterval: 45\n`))).toEqual([]);
  expect(
    found(change(goodTopology, '  name: shop\n  subnet: 10.7', '  name: other\n  subnet: 10.8')),
  ).toEqual([]);
});
