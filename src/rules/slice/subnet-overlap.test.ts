import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, relatedOf } from '../testing.js';

function networks(fra: string, ams = ''): string {
  return change(
    change(goodTopology, 'kubesliceDNS: 10.43.0.100\n', `kubesliceDNS: 10.43.0.100\n${fra}`),
    'kubesliceDNS: 10.43.0.101\n',
    `kubesliceDNS: 10.43.0.101\n${ams}`,
  );
}

describe('slice/subnet-overlap', () => {
  test('reports a pod network inside the subnet', () => {
    const text = networks('', '    podCIDRs: [10.42.0.0/16, 10.7.128.0/17]\n');
    expect(findingsOf(text)).toEqual([
      'error slice/subnet-overlap 19:11 the slice subnet 10.7.0.0/16 overlaps the pod network of ams',
    ]);
    expect(relatedOf(text)).toEqual([['16:30 the pod network of ams']]);
    expect(fixesOf(text)).toEqual([
      'choose one of 10.1.0.0/16, 10.3.0.0/16, 10.4.0.0/16, free on all members as far as the file says',
    ]);
  });

  test('reports a service network around the subnet, and all networks at once', () => {
    const text = networks(
      '    podCIDRs: [10.0.0.0/13]\n    serviceCIDRs: [10.43.0.0/16]\n',
      '    podCIDRs: [10.42.0.0/16]\n    serviceCIDRs: [10.0.0.0/8]\n',
    );
    expect(findingsOf(text)).toEqual([
      'error slice/subnet-overlap 22:11 the slice subnet 10.7.0.0/16 overlaps the pod network of fra and 1 more',
    ]);
    expect(relatedOf(text)).toEqual([['12:16 the pod network of fra', '19:20 the service network of ams']]);
    expect(fixesOf(text)).toEqual([
      'choose one of 172.16.0.0/16, 172.17.0.0/16, 172.18.0.0/16, free on all members as far as the file says',
    ]);
  });

  test('proposes no network that holds a known address', () => {
    const text = networks('    podCIDRs: [10.7.0.0/16]\n    nodeIPs: [10.1.0.9, "fd00::9"]\n');
    expect(fixesOf(change(text, '10.2.0.56', '10.3.0.56'))).toEqual([
      'choose one of 10.2.0.0/16, 10.4.0.0/16, 10.5.0.0/16, free on all members as far as the file says',
    ]);
  });

  test('says so when nothing is free', () => {
    const text = networks('    podCIDRs: [0.0.0.0/0]\n');
    expect(fixesOf(text)).toEqual(['no private /16 is free: a member needs smaller networks first']);
  });

  test('is content with neighbours, with IPv6 and with clusters off the slice', () => {
    const text = networks(
      '    podCIDRs: [10.6.0.0/16, 10.8.0.0/13]\n    serviceCIDRs: ["fd00::/8", 10.43.0.0/16]\n',
      '  - name: oslo\n    distribution: k3s\n    podCIDRs: [10.7.0.0/16]\n',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});
