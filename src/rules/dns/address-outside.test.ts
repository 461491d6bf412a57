import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

function member(address: string, networks: string): string {
  return change(
    goodTopology,
    '    kubesliceDNS: 10.43.0.101\n',
    `    kubesliceDNS: "${address}"\n    serviceCIDRs: [${networks}]\n`,
  );
}

describe('dns/address-outside', () => {
  test('reports an address that is no service’s', () => {
    const text = member('10.42.0.101', '10.43.0.0/16, "fd00::/108"');
    expect(findingsOf(text)).toEqual([
      'error dns/address-outside 15:19 10.42.0.101 is no service address of ams',
    ]);
    expect(relatedOf(text)).toEqual([['16:19 the service networks']]);
    expect(fixesOf(text)).toEqual([
      "write what this prints: kubectl --context ams -n kubeslice-system get service kubeslice-dns -o jsonpath='{.spec.clusterIP}'",
    ]);
  });

  test('reports it whatever the distribution', () => {
    const text = change(
      member('10.42.0.101', '10.43.0.0/16'),
      '  - name: ams\n    distribution: k3s\n',
      '  - name: ams\n    distribution: kubeadm\n    corefile: ams.Corefile\n',
    );
    expect(findingsOf(text)).toEqual([
      'error dns/address-outside 16:19 10.42.0.101 is no service address of ams',
    ]);
  });

  test.each([
    ['fd00::5', '10.43.0.0/16'],
    ['10.44.0.1', '"fd00::/108"'],
    ['fd01::5', '"fd00::/108"'],
  ])('reports %s where the services are in %s', (address, networks) => {
    expect(findingsOf(member(address, networks))).toEqual([
      `error dns/address-outside 15:19 ${address} is no service address of ams`,
    ]);
  });

  test.each([
    ['10.43.255.255', '10.43.0.0/16'],
    ['10.44.0.9', '10.43.0.0/16, 10.44.0.0/24'],
    ['fd00::5', '"fd00::/108"'],
    ['fd00::5', '10.43.0.0/16, "fd00::/108"'],
  ])('is content with %s in %s', (address, networks) => {
    expect(findingsOf(member(address, networks))).toEqual([]);
  });
});
