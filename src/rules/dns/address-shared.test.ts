import { describe, expect, test } from 'vitest';
import { besideTopology } from '../programs.testing.js';
import { change, findingsOf, goodTopology, programFindingsOf, relatedOf } from '../testing.js';

function members(fra: string, ams: string): string {
  const text = change(
    goodTopology,
    '    kubesliceDNS: 10.43.0.100\n',
    `    kubesliceDNS: 10.43.0.100\n${fra}`,
  );
  return change(text, '    kubesliceDNS: 10.43.0.101\n', `    kubesliceDNS: 10.43.0.100\n${ams}`);
}

describe('dns/address-shared', () => {
  test('reports two members with one address', () => {
    const text = members('', '');
    expect(findingsOf(text)).toEqual([
      'warning dns/address-shared 15:19 fra and ams have the same kubesliceDNS, 10.43.0.100',
    ]);
    expect(relatedOf(text)).toEqual([['11:19 the same address']]);
  });

  test('reports them when only one tells its networks, or when they differ', () => {
    expect(findingsOf(members('', '    serviceCIDRs: [10.43.0.0/16]\n'))).toEqual([
      'warning dns/address-shared 15:19 fra and ams have the same kubesliceDNS, 10.43.0.100',
    ]);
    expect(
      findingsOf(members('    serviceCIDRs: [10.43.0.0/16]\n', '    serviceCIDRs: [10.43.0.0/17]\n')),
    ).toEqual(['warning dns/address-shared 16:19 fra and ams have the same kubesliceDNS, 10.43.0.100']);
  });

  test('reports once what two files say', () => {
    const copied = besideTopology.replace('10.43.0.101', '10.43.0.100');
    expect(programFindingsOf({ 'a.yaml': members('', ''), 'b.yaml': copied })).toEqual([
      'warning dns/address-shared a.yaml:15:19 fra and ams have the same kubesliceDNS, 10.43.0.100',
    ]);
  });

  test('leaves a copy in one file of two to program/cluster-differs', () => {
    const copied = besideTopology.replace('10.43.0.101', '10.43.0.100');
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': copied })).toEqual([
      'error program/cluster-differs b.yaml:15:19 the cluster ams has another kubesliceDNS here than in a.yaml',
    ]);
  });

  test('leaves an address outside the networks to its own rule', () => {
    expect(findingsOf(members('', '    serviceCIDRs: [10.96.0.0/12]\n'))).toEqual([
      'error dns/address-outside 15:19 10.43.0.100 is no service address of ams',
    ]);
  });

  test('is content when both have the same networks', () => {
    const text = members(
      '    serviceCIDRs: [10.43.0.0/16, "fd00::/108"]\n',
      '    serviceCIDRs: ["fd00::/108", 10.43.0.0/16]\n',
    );
    expect(findingsOf(text)).toEqual([]);
  });
});
