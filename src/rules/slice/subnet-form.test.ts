import { describe, expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const sliceConfig = (spec: string): string => `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: shop
  namespace: kubeslice-shop
spec:
  maxClusters: 4
${spec}`;

const own = (findings: string[]): string[] => findings.filter((each) => each.includes(' slice/subnet-form '));

describe('the subnet of a SliceConfig', () => {
  test.each(['10.0.0.0/16', '10.255.0.0/16', '172.16.0.0/16', '172.31.0.0/16', '192.168.0.0/16'])(
    '%s is right',
    (subnet) => {
      expect(own(manifestFindingsOf(sliceConfig(`  sliceSubnet: ${subnet}\n`)))).toEqual([]);
    },
  );

  test.each([
    '10.7.0.0/24',
    '10.7.1.0/16',
    '10.256.0.0/16',
    '11.0.0.0/16',
    '172.32.0.0/16',
    '192.169.0.0/16',
    'fd00::/16',
    'ten',
  ])('%s is not', (subnet) => {
    expect(own(manifestFindingsOf(sliceConfig(`  sliceSubnet: ${subnet}\n`)))).toEqual([
      `error slice/subnet-form 8:16 ${subnet} is not a private IPv4 /16`,
    ]);
  });

  test('must be there, unless the slice has no network', () => {
    expect(own(manifestFindingsOf(sliceConfig('')))).toEqual([
      'error slice/subnet-form 6:1 the SliceConfig shop has no sliceSubnet',
    ]);
    const without = sliceConfig('  overlayNetworkDeploymentMode: no-network\n');
    expect(own(manifestFindingsOf(without))).toEqual([]);
  });
});
