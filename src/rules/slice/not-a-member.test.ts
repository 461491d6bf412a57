import { describe, expect, test } from 'vitest';
import {
  change,
  database,
  findingsOf,
  fixesOf,
  goodTopology,
  manifestFindingsOf,
  relatedOf,
} from '../testing.js';
import { foundBy, objectOf, sliceConfig } from './testing.js';

const withOslo = change(
  goodTopology,
  'slice:\n',
  '  - name: oslo\n    distribution: k3s\n    networkInterface: eth0\n    kubesliceDNS: 10.43.0.102\nslice:\n',
);

function slice(text: string, lines: string): string {
  return change(text, '  subnet: 10.7.0.0/16\n', `  subnet: 10.7.0.0/16\n${lines}`);
}

describe('slice/not-a-member', () => {
  test('reports a placement that the list leaves out, once for all databases', () => {
    const text = slice(goodTopology, '  clusters: [fra]\n') + database({ name: 'ledger' });
    expect(findingsOf(text)).toEqual([
      'error slice/not-a-member 29:18 ams holds replicas of orders but does not join the slice',
    ]);
    expect(relatedOf(text)).toEqual([['19:13 the members']]);
    expect(fixesOf(text)).toEqual(['append ams to slice.clusters']);
  });

  test('reports a hub that the list leaves out', () => {
    const text = slice(
      change(change(withOslo, '    hub: true\n', ''), '  - name: oslo\n', '  - name: oslo\n    hub: true\n'),
      '  clusters: [fra, ams]\n',
    );
    expect(findingsOf(text)).toEqual([
      'error slice/not-a-member 23:13 the hub, oslo, does not join the slice',
    ]);
    expect(relatedOf(text)).toEqual([['16:10 the KubeDB operator runs here']]);
    expect(fixesOf(text)).toEqual(['append oslo to slice.clusters']);
  });

  test('reports a hub with replicas once', () => {
    expect(findingsOf(slice(goodTopology, '  clusters: [ams]\n'))).toEqual([
      'error slice/not-a-member 27:18 fra holds replicas of orders but does not join the slice',
    ]);
  });

  test('reports a gateway service of a cluster that does not join', () => {
    const text = slice(withOslo, '  gateway:\n    services: [{ cluster: oslo }]\n');
    expect(findingsOf(text)).toEqual([
      'error slice/not-a-member 24:27 a gateway service names oslo, which does not join the slice',
    ]);
    expect(fixesOf(text)).toEqual(['remove it, or name the members, oslo too, as slice.clusters']);
  });

  test('reports namespaces on a cluster that does not join', () => {
    const applications = slice(
      withOslo,
      '  namespaces: [shop, kubedb, { namespace: tools, clusters: [fra, oslo] }]\n',
    );
    expect(findingsOf(applications)).toEqual([
      'error slice/not-a-member 23:66 the namespace tools names oslo, which does not join the slice',
    ]);
    const allowed = slice(
      withOslo,
      '  clusters: [fra, ams]\n  isolation: true\n  allowedNamespaces: [{ namespace: tools, clusters: [oslo] }]\n',
    );
    expect(findingsOf(allowed)).toEqual([
      'error slice/not-a-member 25:54 the namespace tools names oslo, which does not join the slice',
    ]);
    expect(fixesOf(allowed)).toEqual(['remove it, or append oslo to slice.clusters']);
  });

  test('leaves clusters that are not declared to their own rule', () => {
    const text = slice(goodTopology, '  gateway:\n    services: [{ cluster: oslo }]\n');
    expect(findingsOf(text).map((finding) => finding.split(' ')[1])).toEqual(['topology/unknown-cluster']);
  });

  test('is content with members that hold nothing and placements of other providers', () => {
    const till = change(
      database({ name: 'till', placement: '[{ cluster: ams, replicas: 1 }]' }),
      'kubedb',
      'mariadb-operator',
    );
    const text = slice(
      change(withOslo, '      - cluster: ams\n', '      - cluster: oslo\n'),
      '  clusters: [oslo, fra]\n  gateway:\n    services: [{ cluster: oslo }]\n',
    );
    expect(findingsOf(text + till).filter((finding) => finding.startsWith('error'))).toEqual([]);
  });
});

describe('slice/not-a-member in manifests', () => {
  const found = (changes: Record<string, string | undefined>) =>
    foundBy('slice/not-a-member', sliceConfig(changes));
  const provider = (cluster: string) =>
    `{ sliceGatewayType: OpenVPN, sliceGatewayServiceType: [{ cluster: ${cluster} }] }`;

  test('services, namespaces and gateways name members', () => {
    expect(found({ sliceGatewayProvider: provider('par') })).toEqual([
      'error 9:91 a gateway service names par, which does not join the slice',
    ]);
    expect(
      found({
        namespaceIsolationProfile:
          '{ applicationNamespaces: [{ namespace: shop, clusters: [fra, par] }], allowedNamespaces: [{ namespace: tools, clusters: [rom] }] }',
      }),
    ).toEqual([
      'error 12:91 the namespace shop names par, which does not join the slice',
      'error 12:151 the namespace tools names rom, which does not join the slice',
    ]);
    expect(found({ externalGatewayConfig: '[{ clusters: [ams, par] }]' })).toEqual([
      'error 12:45 an external gateway names par, which does not join the slice',
    ]);
  });

  test('a slice without members is one finding, whatever names them', () => {
    const namespaceIsolationProfile =
      '{ applicationNamespaces: [{ namespace: shop, clusters: [fra, ams] }, { namespace: kubedb, clusters: [fra] }] }';
    expect(found({ clusters: undefined, namespaceIsolationProfile })).toEqual([
      'error 6:1 the slice shop has no clusters, and fra and 1 more are named as if on it',
    ]);
    expect(found({ clusters: '[]', sliceGatewayProvider: provider('par') })).toEqual([
      'error 10:3 the slice shop has no clusters, and par is named as if on it',
    ]);
    expect(found({ clusters: '[]' })).toEqual([]);
  });

  test('a slice without members that a policy places replicas on', () => {
    const policy = objectOf(
      'apps.k8s.appscode.com/v1',
      'PlacementPolicy',
      '{ name: orders }',
      '{ clusterSpreadConstraint: { slice: { projectNamespace: kubeslice-shop, sliceName: shop }, distributionRules: [{ clusterName: ams, replicaIndices: [0] }] } }',
    );
    const findings = manifestFindingsOf([sliceConfig({ clusters: undefined }), policy].join('---\n'));
    expect(findings.filter((finding) => finding.startsWith('error'))).toEqual([
      'error slice/not-a-member 6:1 the slice shop has no clusters, and ams is named as if on it',
    ]);
  });

  test('each cluster is reported once', () => {
    expect(
      found({ sliceGatewayProvider: provider('par'), externalGatewayConfig: '[{ clusters: [par] }]' }),
    ).toEqual(['error 9:91 a gateway service names par, which does not join the slice']);
  });

  test('members and *, and no gateways without a network', () => {
    expect(
      found({ sliceGatewayProvider: provider('"*"'), externalGatewayConfig: '[{ clusters: ["*"] }]' }),
    ).toEqual([]);
    expect(
      found({
        namespaceIsolationProfile:
          '{ applicationNamespaces: [{ namespace: shop, clusters: ["*"] }, { namespace: a, clusters: [ams] }] }',
      }),
    ).toEqual([]);
    expect(
      found({ sliceGatewayProvider: provider('par'), overlayNetworkDeploymentMode: 'no-network' }),
    ).toEqual([]);
  });
});
