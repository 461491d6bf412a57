import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, goodTopology } from '../testing.js';

describe('topology/not-applied-yet', () => {
  test('is content with what is to be survived, and what is expected', () => {
    const more = '    sizing: { maxConnections: 20, workload: oltp, mode: guaranteed }\n';
    const databases = `${goodTopology}${more}${database({ name: 'ledger' })}${more}`;
    const text = `${databases.replaceAll('survive: none', 'survive: node')}releases: { kubernetes: "1.34", kubedb: v2026.7.10 }
links: [{ between: [fra, ams], rtt: 7ms }]
expect: [{ lose: ams, writes: continue }]
`;
    expect(findingsOf(text, true)).toEqual([]);
  });

  test('is content with planning data, with applied sizes and with empty lists', () => {
    const text = `${change(
      goodTopology,
      '    kubesliceDNS: 10.43.0.101\n',
      `    kubesliceDNS: 10.43.0.101
    nodes: 3
    zones: [a, b]
    capabilities: { loadBalancer: true }
    location: { region: eu }
`,
    )}    sizing: { maxConnections: 20 }
    spread: { zone: DoNotSchedule }
links: []
expect: []
waivers: []
`;
    expect(findingsOf(text, true)).toEqual([]);
  });

  test('is content with links that a database spans, and names the first that none does', () => {
    const third =
      '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';
    const text = change(goodTopology, 'slice:\n', third);
    const links = (...between: readonly string[]): string =>
      `links:\n${between.map((pair) => `  - { between: [${pair}], rtt: 7ms, bandwidth: 1Gbps }\n`).join('')}`;
    expect(findingsOf(text + links('fra, ams'), true)).toEqual([]);
    expect(findingsOf(text + links('ams, fra', 'par, ams', 'fra, par'), true)).toEqual([
      'info topology/not-applied-yet 35:7 no database spans par and ams, so what links says of them changes nothing',
    ]);
    const near = change(text, 'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]', 'replicas: 3');
    expect(findingsOf(near + links('fra, ams'), true)).toEqual([
      'info topology/not-applied-yet 32:7 no database spans fra and ams, so what links says of them changes nothing',
    ]);
  });

  test('counts links of a database of several clusters that replicates asynchronously', () => {
    const till = change(
      database({ name: 'till', placement: '[{ cluster: ams, replicas: 3 }, { cluster: par, replicas: 3 }]' }),
      'kubedb',
      'mariadb-operator',
    );
    const text = `${change(goodTopology, 'slice:\n', '  - { name: par, distribution: k3s }\nslice:\n')}${change(till, '    version: 11.8.5\n', '')}`;
    const links = 'links: [{ between: [par, ams], rtt: 7ms }]\n';
    const idle = (found: string): string[] =>
      findingsOf(found, true).filter((each) => each.includes(' topology/not-applied-yet '));
    const members = `    rootPasswordSecret: { name: till-root }
    mariadbOperator:
      multiCluster:
        primary: ams
        replicationPasswordSecret: { name: till-replication }
        members: [{ cluster: ams, host: ams.example.com }, { cluster: par, host: par.example.com }]
`;
    expect(idle(text + members + links)).toEqual([]);
    expect(idle(text + links)).toEqual([
      'info topology/not-applied-yet 40:11 no database spans par and ams, so what links says of them changes nothing',
    ]);
  });

  test('the release of Kubernetes is checked where there is a slice', () => {
    const single = change(
      change(
        goodTopology,
        'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n',
        'releases: { kubernetes: "1.34" }\n',
      ),
      'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
      'replicas: 3',
    );
    expect(findingsOf(single, true).filter((finding) => finding.includes('not-applied-yet'))).toEqual([
      'info topology/not-applied-yet 16:13 releases.kubernetes is read but not acted on yet',
    ]);
  });

  test('is content with a release of Kubernetes for which a StatefulSet is written', () => {
    const text = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
releases: { kubernetes: "1.26" }
clusters: [{ name: fra, distribution: kubeadm, nodes: 3 }]
databases:
  - name: orders
    namespace: shop
    provider: statefulset
    engine: mariadb
    image: mariadb:11.8.8
    placement: [{ cluster: fra, replicas: 3 }]
    rootPasswordSecret: { name: orders-root }
    storage: { size: 20Gi }
    resources: { memory: 1Gi }
`;
    expect(findingsOf(text, true).filter((each) => each.includes('topology/not-applied-yet'))).toEqual([]);
  });
});
