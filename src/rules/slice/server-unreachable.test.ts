import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/server-unreachable '));

function nodes(fra: string, ams: string, gateway = ''): string {
  return change(
    change(
      change(goodTopology, 'kubesliceDNS: 10.43.0.100\n', `kubesliceDNS: 10.43.0.100\n${fra}`),
      'kubesliceDNS: 10.43.0.101\n',
      `kubesliceDNS: 10.43.0.101\n${ams}`,
    ),
    '  subnet: 10.7.0.0/16\n',
    `  subnet: 10.7.0.0/16\n${gateway}`,
  );
}

const inside = '    nodeIPs: [10.2.0.5, 192.168.1.5]\n';
const outside = '    nodeIPs: [203.0.113.5]\n';

describe('slice/server-unreachable', () => {
  test('reports a private server of a public client', () => {
    const text = nodes(inside, outside);
    expect(findingsOf(text)).toEqual([
      'warning slice/server-unreachable 12:14 fra would be the server of the tunnel to ams, at private addresses only',
    ]);
    expect(relatedOf(text)).toEqual([['17:14 public']]);
    expect(fixesOf(text)[0]).toContain('put ams before fra');
  });

  test('is content with the public one first', () => {
    expect(findingsOf(nodes(outside, inside))).toEqual([]);
  });

  test('is content where both are alike, or one does not say', () => {
    expect(findingsOf(nodes(inside, inside.replaceAll('5]', '6]').replace('10.2.0.5', '10.2.0.6')))).toEqual(
      [],
    );
    expect(findingsOf(nodes(inside, ''))).toEqual([]);
    expect(findingsOf(nodes('', outside))).toEqual([]);
    expect(findingsOf(nodes('    nodeIPs: [10.2.0.5, 203.0.113.9]\n', outside))).toEqual([]);
  });

  test('is content with a load balancer', () => {
    const gateway = '  gateway: { services: [{ cluster: fra, type: LoadBalancer }] }\n';
    expect(own(findingsOf(nodes(inside, outside, gateway)))).toEqual([]);
  });

  test('looks at SliceConfigs and Clusters', () => {
    const cluster = (name: string, address: string): string =>
      `apiVersion: controller.kubeslice.io/v1alpha1\nkind: Cluster\nmetadata: { name: ${name}, namespace: kubeslice-shop }\nspec: { networkInterface: eth0, nodeIPs: [${address}] }\n---\n`;
    const slice = (clusters: string): string =>
      `apiVersion: controller.kubeslice.io/v1alpha1\nkind: SliceConfig\nmetadata: { name: shop, namespace: kubeslice-shop }\nspec: { clusters: [${clusters}] }\n`;
    const both = cluster('fra', '10.2.0.5') + cluster('ams', '203.0.113.5');
    expect(own(manifestFindingsOf(both + slice('fra, ams')))).toEqual([
      'warning slice/server-unreachable 4:42 fra would be the server of the tunnel to ams, at private addresses only',
    ]);
    expect(own(manifestFindingsOf(both + slice('ams, fra')))).toEqual([]);
    const third = cluster('par', '10.9.0.5');
    expect(own(manifestFindingsOf(both + third + slice('fra, par, ams')))).toEqual([
      'warning slice/server-unreachable 4:42 fra and 1 more would be the servers of the tunnel to ams, at private addresses only',
    ]);
    expect(
      own(manifestFindingsOf(cluster('fra', '10.2.0.5') + cluster('ams', '127.0.0.1') + slice('fra, ams'))),
    ).toEqual([]);
    expect(own(manifestFindingsOf(cluster('fra', '10.2.0.5') + slice('fra, ams')))).toEqual([]);
  });
});
