import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const o = (count: number): string => 'o'.repeat(count);
const own = (findings: string[]): string[] => findings.filter((each) => each.includes(' slice/name-length '));

function named(slice: string, second = 'ams'): string {
  return change(
    goodTopology.replaceAll(/\bams\b/g, second),
    'slice:\n  name: shop',
    `slice:\n  name: ${slice}`,
  );
}

const sliceConfig = (name: string, clusters: string, more = ''): string =>
  `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: ${name}
  namespace: kubeslice-shop
spec:
  sliceSubnet: 10.7.0.0/16
  clusters: ${clusters}
${more}`;

describe('slice/name-length', () => {
  test('reports a slice whose router has no possible name', () => {
    expect(findingsOf(named(o(47)))).toContain(
      `error slice/name-length 17:9 the slice name ${o(47)} has 47 characters, at most 46 are possible`,
    );
    expect(own(findingsOf(named(o(46))))).toEqual([]);
  });

  test('reports the longest pair of members, once', () => {
    expect(own(findingsOf(named('shop', o(47))))).toEqual([
      `error slice/name-length 12:11 the names of the slice shop and its members ${o(47)} and fra have 54 characters together, at most 53 are possible`,
    ]);
    expect(relatedOf(named('shop', o(47)))[0]).toEqual(['6:11 3 of them', '17:9 4 of them']);
    expect(fixesOf(named('shop', o(47)))[0]).toBe(
      'shorten them by 1 in all, best to 15 each; the name of a cluster must change in OCM as well',
    );
    expect(own(findingsOf(named('shop', o(46))))).toEqual([]);
  });

  test('reports a slice that starts with a digit', () => {
    expect(findingsOf(named('7shop'))).toEqual([
      'error slice/name-length 17:9 the slice name 7shop starts with a digit',
    ]);
    expect(fixesOf(named('7shop'))).toEqual(['put a letter before it, for example s7shop']);
    expect(findingsOf(named('shop7', '2ams'))).toEqual([]);
  });

  test('is content with a digit where there is no tunnel', () => {
    const text = change(
      change(
        change(
          named('7shop'),
          'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
          'replicas: 3',
        ),
        '  subnet: 10.7.0.0/16\n',
        '  subnet: 10.7.0.0/16\n  clusters: [fra]\n',
      ),
      '  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101\n',
      '',
    );
    expect(own(findingsOf(text))).toEqual([]);
  });

  test('looks at SliceConfigs', () => {
    expect(own(manifestFindingsOf(sliceConfig('shop', `[fra, ${o(47)}]`)))).toEqual([
      `error slice/name-length 8:19 the names of the slice shop and its members ${o(47)} and fra have 54 characters together, at most 53 are possible`,
    ]);
    expect(own(manifestFindingsOf(sliceConfig('my.shop', '[fra.one, ams]')))).toEqual([
      'error slice/name-length 4:9 the name my.shop contains a dot',
      'error slice/name-length 8:14 the name fra.one contains a dot',
    ]);
    expect(own(manifestFindingsOf(sliceConfig('shop', '[fra, ams]')))).toEqual([]);
  });

  test('asks less of a slice without a network', () => {
    const none = '  overlayNetworkDeploymentMode: no-network\n';
    expect(own(manifestFindingsOf(sliceConfig(o(60), '[fra, ams]', none)))).toEqual([]);
    expect(own(manifestFindingsOf(sliceConfig(o(64), '[fra, ams]', none)))).toEqual([
      `error slice/name-length 4:9 the name ${o(64)} has 64 characters, at most 63 are possible`,
    ]);
  });
});
