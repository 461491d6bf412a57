import { describe, expect, test } from 'vitest';
import { foundInManifests, manifest, sliceManifest } from '../change-cases.testing.js';
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

describe('of objects that nobody’s topology writes', () => {
  const id = 'slice/frozen-field';

  test('the mode goes away from no-network alone, and then nothing else is compared', () => {
    const without = sliceManifest({ overlayNetworkDeploymentMode: 'no-network', maxClusters: '8' });
    expect(foundInManifests(id, without, sliceManifest())).toEqual([]);
    expect(foundInManifests(id, sliceManifest(), without)).toEqual([
      'error spec.overlayNetworkDeploymentMode of SliceConfig shop was single-network and would be no-network, and cannot change',
    ]);
  });

  test('what is left out stands for its default', () => {
    expect(
      foundInManifests(
        id,
        sliceManifest({ maxClusters: undefined }),
        sliceManifest({ maxClusters: '16', sliceType: 'Application', vpnConfig: '{ cipher: AES-256-CBC }' }),
      ),
    ).toEqual([]);
    expect(foundInManifests(id, sliceManifest(), sliceManifest({ maxClusters: undefined }))).toEqual([
      'error spec.maxClusters of SliceConfig shop was 4 and would be 16, and cannot change',
    ]);
  });

  test('renewBefore is moved, and not taken out', () => {
    const set = sliceManifest({ renewBefore: '2025-01-01T00:00:00Z' });
    const moved = sliceManifest({ renewBefore: '2025-02-01T00:00:00Z' });
    expect(foundInManifests(id, set, sliceManifest())).toEqual([
      'error spec.renewBefore of SliceConfig shop was 2025-01-01T00:00:00Z and would be taken out, at which the webhook crashes',
    ]);
    expect(foundInManifests(id, set, moved)).toEqual([]);
    expect(foundInManifests(id, sliceManifest(), set)).toEqual([]);
  });

  test('the slots that the controller gave', () => {
    const worker = (octet: number) =>
      manifest(
        'worker.kubeslice.io/v1alpha1',
        'WorkerSliceConfig',
        '{ name: shop-fra, namespace: kubeslice-shop }',
        `{ octet: ${octet} }`,
      );
    expect(foundInManifests(id, worker(0), worker(1))).toEqual([
      'error spec.octet of WorkerSliceConfig shop-fra was 0 and would be 1, and cannot change',
    ]);
  });
});
