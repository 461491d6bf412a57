import { describe, expect, test } from 'vitest';
import { change, findingsOf, goodTopology, manifestFindingsOf } from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/certificate-name '));

const o = (count: number): string => 'o'.repeat(count);

function openvpn(first: string, second: string): string {
  const text = goodTopology.replaceAll(/\bams\b/g, second).replaceAll(/\bfra\b/g, first);
  return change(text, '  subnet: 10.7.0.0/16\n', '  subnet: 10.7.0.0/16\n  gateway: { type: openvpn }\n');
}

describe('slice/certificate-name', () => {
  test('reports a server whose certificate would have a longer name', () => {
    expect(own(findingsOf(openvpn(o(36), 'ams')))).toEqual([
      `warning slice/certificate-name 6:11 the certificate ${o(36)}-shop-1.vpn.aveshasystems.com would have a name of 65 characters, at most 64 are possible`,
    ]);
    expect(own(findingsOf(openvpn(o(35), 'ams')))).toEqual([]);
  });

  test('is content with a long name of a member that is only a client', () => {
    expect(own(findingsOf(openvpn('fra', o(36))))).toEqual([]);
  });

  test('is content with Wireguard', () => {
    expect(own(findingsOf(change(openvpn(o(36), 'ams'), 'openvpn', 'wireguard')))).toEqual([]);
  });

  test('looks at SliceConfigs, which use OpenVPN unless they say otherwise', () => {
    const text = (type: string): string => `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata: { name: shop }
spec:
  clusters: [${o(36)}, ams]
  sliceGatewayProvider: { ${type} }
`;
    expect(own(manifestFindingsOf(text('sliceCaType: Local')))).toHaveLength(1);
    expect(own(manifestFindingsOf(text('sliceGatewayType: Wireguard')))).toEqual([]);
  });
});
