import { describe, expect, test } from 'vitest';
import { compile } from '../../compile.js';
import { besideTopology, changes } from '../programs.testing.js';
import { operatorTopology } from '../sites.testing.js';
import { change, goodTopology, programFindingsOf } from '../testing.js';

const beside = (...pieces: readonly (readonly [string, string])[]): string[] =>
  programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': changes(besideTopology, ...pieces) });

const ams = '  - name: ams\n    distribution: k3s\n    networkInterface: eth0\n';

describe('program/cluster-differs', () => {
  test('reports everything that differs at one cluster together', () => {
    expect(beside([ams, '  - name: ams\n    distribution: rke2\n    networkInterface: ens5\n'])).toEqual([
      'error program/cluster-differs b.yaml:13:19 the cluster ams has another distribution and networkInterface here than in a.yaml',
    ]);
  });

  test.each([
    [
      'apiServer: https://10.2.0.56:6443',
      'apiServer: https://fra.example.com:6443',
      '9:16',
      'fra',
      'apiServer',
    ],
    ['kubesliceDNS: 10.43.0.101', 'kubesliceDNS: 10.43.0.102', '15:19', 'ams', 'kubesliceDNS'],
    [ams, `${ams}    context: admin@ams\n`, '15:14', 'ams', 'context'],
    [ams, `${ams}    nodeIPs: [203.0.113.5]\n`, '15:14', 'ams', 'nodeIPs'],
    [ams, `${ams}    location: { latitude: 52, longitude: 5 }\n`, '15:15', 'ams', 'location'],
    ['    apiServer: https://10.2.0.56:6443\n', '', '6:5', 'fra', 'apiServer'],
  ])('reports a difference: %s', (from, to, place, cluster, field) => {
    expect(beside([from, to]).filter((each) => each.includes('program/'))).toEqual([
      `error program/cluster-differs b.yaml:${place} the cluster ${cluster} has another ${field} here than in a.yaml`,
    ]);
  });

  test('is content where one file says more, and with the choices of each', () => {
    expect(
      beside([ams, `${ams}    podCIDRs: [10.42.0.0/16]\n    zones: [a]\n    storageClass: fast\n`]).filter(
        (each) => each.includes('program/'),
      ),
    ).toEqual([]);
    expect(
      beside(['    kubesliceDNS: 10.43.0.101\n', '']).filter((each) => each.includes('program/')),
    ).toEqual([]);
  });

  test('is content with lists in another order', () => {
    const first = changes(goodTopology, [ams, `${ams}    zones: [a, b]\n`]);
    const second = changes(besideTopology, [ams, `${ams}    zones: [b, a]\n`]);
    expect(programFindingsOf({ 'a.yaml': first, 'b.yaml': second })).toEqual([]);
  });

  test('compares Corefiles by what is in them', () => {
    const kubeadm = (text: string, path: string): string =>
      changes(text, [
        '    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.101',
        `    distribution: kubeadm\n    networkInterface: eth0\n    corefile: ${path}\n    kubesliceDNS: 10.43.0.101`,
      ]);
    const found = (other: string): string[] =>
      compile(
        [
          { name: 'a.yaml', content: kubeadm(goodTopology, 'one') },
          { name: 'b.yaml', content: kubeadm(besideTopology, 'two') },
        ],
        {
          readFile: (path) => (path === 'one' ? '.:53 {\n    errors\n}\n' : other),
        },
      ).diagnostics.map(({ id, message }) => `${id} ${message}`);
    expect(found('.:53 {\n    errors\n}\n')).toEqual([]);
    expect(found('.:53 {\n    log\n}\n')).toEqual([
      'program/cluster-differs the cluster ams has another corefile here than in a.yaml',
    ]);
  });

  const alone = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: alone
clusters:
  - name: fra
    distribution: k3s
databases:
  - name: wiki
    namespace: wiki
    provider: kubedb
    engine: mariadb
    version: "11.8.5"
    placement: [{ cluster: fra, replicas: 3 }]
    survive: none
    storage: { size: 20Gi }
`;

  test('reports a hub that one file does not know as such', () => {
    expect(programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': alone })).toEqual([
      'error program/cluster-differs b.yaml:6:11 the cluster fra is the hub in a.yaml but not here',
    ]);
    expect(programFindingsOf({ 'a.yaml': alone, 'b.yaml': goodTopology })).toEqual([
      'error program/cluster-differs b.yaml:7:10 the cluster fra is the hub here but not in a.yaml',
    ]);
    const known = changes(alone, ['  - name: fra\n', '  - name: fra\n    hub: true\n']);
    expect(
      programFindingsOf({ 'a.yaml': goodTopology, 'b.yaml': known }).filter((each) =>
        each.includes('cluster-differs'),
      ),
    ).toEqual([]);
  });

  test('says of a fleet once what differs', () => {
    const fleet = change(operatorTopology, '- name: west\n', '- name: west\n    fleet: west-{1..3}\n');
    const second = changes(
      fleet,
      ['  name: wiki\n', '  name: docs\n'],
      ['- name: wiki\n', '- name: docs\n'],
      ['aks', 'rke2'],
    );
    expect(programFindingsOf({ 'a.yaml': fleet, 'b.yaml': second })).toEqual([
      'error program/cluster-differs b.yaml:8:19 the cluster west-1 has another distribution here than in a.yaml',
    ]);
  });
});
