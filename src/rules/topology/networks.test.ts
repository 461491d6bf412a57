import { expect, test } from 'vitest';
import { change, findingsOf, goodTopology, relatedOf } from '../testing.js';

/** The good topology with more about its second cluster, from line 16. */
const ams = (lines: string): string =>
  change(goodTopology, '    kubesliceDNS: 10.43.0.101\n', `    kubesliceDNS: 10.43.0.101\n${lines}`);

test('one network for pods and services', () => {
  const text = ams('    podCIDRs: [10.43.0.0/16]\n    serviceCIDRs: [10.43.0.0/16]\n');
  expect(findingsOf(text)).toEqual([
    'warning topology/networks 16:16 ams has 10.43.0.0/16 as the network of its pods and of its services',
  ]);
  expect(relatedOf(text)).toEqual([['17:20 the services']]);
});

test('pods within the services, of both families', () => {
  const text = ams(
    '    podCIDRs: [10.43.128.0/17, "fd00:1::/64"]\n    serviceCIDRs: [10.43.0.0/16, "fd00:1::/48"]\n',
  );
  expect(findingsOf(text)).toEqual([
    'warning topology/networks 16:16 the pod network 10.43.128.0/17 of ams lies in its service network 10.43.0.0/16',
    'warning topology/networks 16:32 the pod network fd00:1::/64 of ams lies in its service network fd00:1::/48',
  ]);
});

test('a node within the services', () => {
  expect(findingsOf(ams('    nodeIPs: [10.2.0.9, 10.43.0.9]\n    serviceCIDRs: [10.43.0.0/16]\n'))).toEqual([
    'warning topology/networks 16:25 the node address 10.43.0.9 of ams lies in its service network 10.43.0.0/16',
  ]);
});

test('what is apart, services within the pods, nodes among the pods, and networks of other clusters', () => {
  const right = [
    '    podCIDRs: [10.42.0.0/16]\n    serviceCIDRs: [10.43.0.0/16]\n',
    '    podCIDRs: [10.32.0.0/12]\n    serviceCIDRs: [10.43.0.0/16]\n    nodeIPs: [10.32.0.9]\n',
    '    podCIDRs: [10.43.0.0/16]\n',
  ];
  for (const lines of right) expect(findingsOf(ams(lines))).toEqual([]);
});

test('a service network around the subnet of the slice is slice/subnet-overlap', () => {
  const text = ams('    podCIDRs: [10.42.0.0/16]\n    serviceCIDRs: [10.0.0.0/8]\n');
  expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['slice/subnet-overlap']);
});

test('a copy that loses the address of kubeslice-dns is dns/address-outside', () => {
  const text = ams('    podCIDRs: [10.42.0.0/16]\n    serviceCIDRs: [10.42.0.0/16]\n');
  expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['dns/address-outside']);
});
