import { describe, expect, test } from 'vitest';
import { gateways, manifest, sliceManifest } from '../change-cases.testing.js';
import { manifestChangesOf } from '../manifest-changes.testing.js';

/** What a webhook does at an update or a deletion, and what is said of it: `severity class rule`, or nothing. */
type Row = readonly [statement: string, before: string, after: string, said: readonly string[]];

const controller = 'controller.kubeslice.io/v1alpha1';
const project = (spec: string) =>
  manifest(controller, 'Project', '{ name: shop, namespace: kubeslice-controller }', spec);
const cluster = (spec: string, name = 'ams') =>
  manifest(controller, 'Cluster', `{ name: ${name}, namespace: kubeslice-shop }`, spec);
const profile = (ceiling: number) =>
  manifest(
    controller,
    'SliceQoSConfig',
    '{ name: gold, namespace: kubeslice-shop }',
    `{ queueType: HTB, priority: 0, tcType: BANDWIDTH_CONTROL, bandwidthCeilingKbps: ${ceiling}, bandwidthGuaranteedKbps: 1, dscpClass: AF11 }`,
  );
const exported = (spec: string) =>
  manifest(controller, 'ServiceExportConfig', '{ name: orders-shop-fra, namespace: kubeslice-shop }', spec);
const rotation = (days: number) =>
  manifest(
    controller,
    'VpnKeyRotation',
    '{ name: shop, namespace: kubeslice-shop }',
    `{ sliceName: shop, rotationInterval: ${days} }`,
  );
const other = manifest('v1', 'ConfigMap', '{ name: other, namespace: default }', '{}');
const named = (namespaces: string, more = '') => ({
  namespaceIsolationProfile: `{ applicationNamespaces: [${namespaces}]${more} }`,
});
const tools = "{ namespace: tools, clusters: ['*'] }";
const jobs = "{ namespace: jobs, clusters: ['*'] }";
const entry = (type: string, protocol: string, name = 'ams') =>
  gateways(`{ cluster: ${name}, type: ${type}, protocol: ${protocol} }`);
const slice = sliceManifest;

const frozen = ['error immutable slice/frozen-field'];
const gateway = ['error immutable slice/gateway-frozen'];
const held = ['error order slice/still-held'];

const refused: readonly Row[] = [
  ['the mode: single to multi', slice(), slice({ overlayNetworkDeploymentMode: 'multi-network' }), frozen],
  ['the mode: single to none', slice(), slice({ overlayNetworkDeploymentMode: 'no-network' }), frozen],
  ['the mode: multi to single', slice({ overlayNetworkDeploymentMode: 'multi-network' }), slice(), frozen],
  ['sliceSubnet', slice(), slice({ sliceSubnet: '10.8.0.0/16' }), frozen],
  ['sliceType', slice(), slice({ sliceType: 'Other' }), frozen],
  [
    'sliceGatewayType',
    slice(),
    slice({ sliceGatewayProvider: '{ sliceGatewayType: Wireguard, sliceCaType: Local }' }),
    frozen,
  ],
  [
    'sliceCaType',
    slice(),
    slice({ sliceGatewayProvider: '{ sliceGatewayType: OpenVPN, sliceCaType: Remote }' }),
    frozen,
  ],
  ['sliceIpamType', slice(), slice({ sliceIpamType: 'Dynamic' }), frozen],
  ['the cipher', slice(), slice({ vpnConfig: '{ cipher: AES-128-CBC }' }), frozen],
  ['maxClusters up', slice(), slice({ maxClusters: '8' }), frozen],
  ['maxClusters down', slice(), slice({ maxClusters: '2' }), frozen],
  ['renewBefore taken out', slice({ renewBefore: '2025-01-01T00:00:00Z' }), slice(), frozen],
  ['LoadBalancer to NodePort', slice(entry('LoadBalancer', 'UDP')), slice(entry('NodePort', 'UDP')), gateway],
  ['UDP to TCP', slice(entry('NodePort', 'UDP')), slice(entry('NodePort', 'TCP')), gateway],
  ['TCP to UDP', slice(entry('NodePort', 'TCP')), slice(entry('NodePort', 'UDP')), gateway],
  ['TCP for a member without an entry', slice(), slice(entry('NodePort', 'TCP')), gateway],
  [
    'a star of another protocol',
    slice({ clusters: '[ams]', ...entry('NodePort', 'UDP', "'*'") }),
    slice({ clusters: '[ams]', ...entry('NodePort', 'TCP', "'*'") }),
    gateway,
  ],
  [
    'a slice with namespaces deleted',
    slice(named(tools)),
    other,
    ['error order slice/removal', 'warning destructive slice/gone'],
  ],
  [
    'a slice with exports deleted',
    slice() + exported('{ sliceName: shop }'),
    other,
    ['error order slice/removal', 'warning destructive slice/gone'],
  ],
  ['a Cluster on a slice deleted', slice() + cluster('{}'), slice(), held],
  ['a Project with a slice deleted', slice() + project('{}'), slice(), held],
  [
    'a profile in use deleted',
    slice({ standardQosProfileName: 'gold' }) + profile(5),
    slice({ standardQosProfileName: 'gold' }),
    held,
  ],
  [
    'a profile deleted with the last use',
    slice({ standardQosProfileName: 'gold' }) + profile(5),
    slice(),
    [...held, 'info quorum slice/rate-change'],
  ],
  ['the keys of a slice deleted', slice() + rotation(30), slice(), held],
  [
    'the slot of a member',
    manifest(
      'worker.kubeslice.io/v1alpha1',
      'WorkerSliceConfig',
      '{ name: a, namespace: b }',
      '{ octet: 0 }',
    ),
    manifest(
      'worker.kubeslice.io/v1alpha1',
      'WorkerSliceConfig',
      '{ name: a, namespace: b }',
      '{ octet: 1 }',
    ),
    frozen,
  ],
  [
    'the number of a gateway',
    manifest(
      'worker.kubeslice.io/v1alpha1',
      'WorkerSliceGateway',
      '{ name: a, namespace: b }',
      '{ gatewayNumber: 1 }',
    ),
    manifest(
      'worker.kubeslice.io/v1alpha1',
      'WorkerSliceGateway',
      '{ name: a, namespace: b }',
      '{ gatewayNumber: 2 }',
    ),
    frozen,
  ],
  [
    'a namespace that another slice has',
    `${slice(named(tools))}---\n${slice({}, 'web')}`,
    `${slice()}---\n${slice(named(tools), 'web')}`,
    [
      'info restart slice/namespace-joins',
      'warning destructive slice/namespace-leaves',
      'warning order slice/namespace-moves',
    ],
  ],
];

const accepted: readonly Row[] = [
  ['a network for a slice without one', slice({ overlayNetworkDeploymentMode: 'no-network' }), slice(), []],
  [
    'that with other figures, which are not compared then',
    slice({ overlayNetworkDeploymentMode: 'no-network' }),
    slice({ sliceSubnet: '10.9.0.0/16', maxClusters: '8' }),
    [],
  ],
  [
    'a default that is said',
    slice(),
    slice({
      sliceType: 'Application',
      sliceIpamType: 'Local',
      vpnConfig: '{ cipher: AES-256-CBC }',
      overlayNetworkDeploymentMode: 'single-network',
    }),
    [],
  ],
  ['renewBefore set', slice(), slice({ renewBefore: '2025-01-01T00:00:00Z' }), []],
  [
    'renewBefore moved',
    slice({ renewBefore: '2025-01-01T00:00:00Z' }),
    slice({ renewBefore: '2025-02-01T00:00:00Z' }),
    [],
  ],
  ['rotationInterval', slice(), slice({ rotationInterval: '60' }), ['info restart slice/rotation']],
  [
    'NodePort to LoadBalancer',
    slice(entry('NodePort', 'UDP')),
    slice(entry('LoadBalancer', 'UDP')),
    ['info one-way slice/gateway-load-balancer'],
  ],
  [
    'a LoadBalancer for a member without an entry',
    slice(),
    slice(entry('LoadBalancer', 'UDP')),
    ['info one-way slice/gateway-load-balancer'],
  ],
  ['an entry that says the defaults', slice(), slice(entry('NodePort', 'UDP')), []],
  [
    'an entry of TCP that goes',
    slice(entry('NodePort', 'TCP')),
    slice(),
    ['warning quorum slice/gateway-fallback'],
  ],
  [
    'an entry of a LoadBalancer that goes',
    slice(entry('LoadBalancer', 'UDP')),
    slice(),
    ['warning quorum slice/gateway-fallback'],
  ],
  [
    'a star of TCP',
    slice({ clusters: '[ams]' }),
    slice({ clusters: '[ams]', ...entry('NodePort', 'TCP', "'*'") }),
    ['warning quorum slice/gateway-fallback'],
  ],
  [
    'TCP for a member that joins',
    slice({ clusters: '[fra]' }),
    slice({ clusters: '[fra, ams]', ...entry('NodePort', 'TCP') }),
    ['info order slice/member-joins'],
  ],
  ['a member that joins', slice(), slice({ clusters: '[fra, ams, par]' }), ['info order slice/member-joins']],
  [
    'a member that leaves',
    slice(),
    slice({ clusters: '[fra]' }),
    ['warning destructive slice/member-leaves'],
  ],
  [
    'one that leaves and one that joins',
    slice(),
    slice({ clusters: '[fra, par]' }),
    ['warning destructive slice/member-leaves', 'warning order slice/member-swap'],
  ],
  [
    'members in another order',
    slice(),
    slice({ clusters: '[ams, fra]' }),
    ['info cosmetic slice/member-order'],
  ],
  ['all members off', slice(), slice({ clusters: '[]' }), ['warning destructive slice/member-leaves']],
  [
    'a namespace more',
    slice(named(tools)),
    slice(named(`${tools}, ${jobs}`)),
    ['info restart slice/namespace-joins'],
  ],
  [
    'a namespace less',
    slice(named(`${tools}, ${jobs}`)),
    slice(named(tools)),
    ['warning destructive slice/namespace-leaves'],
  ],
  ['namespaces in another order', slice(named(`${tools}, ${jobs}`)), slice(named(`${jobs}, ${tools}`)), []],
  [
    'isolation',
    slice(),
    slice(named('', ', isolationEnabled: true')),
    ['warning security slice/isolation-changed'],
  ],
  ['another profile', slice(), slice({ standardQosProfileName: 'gold' }), ['info quorum slice/rate-change']],
  [
    'figures in place of a profile',
    slice(),
    slice({ standardQosProfileName: undefined, qosProfileDetails: '{ bandwidthCeilingKbps: 5 }' }),
    ['info quorum slice/rate-change'],
  ],
  [
    'an external gateway',
    slice(),
    slice({ externalGatewayConfig: '[{ gatewayType: none, clusters: [fra] }]' }),
    [],
  ],
  ['an empty slice deleted', slice(), other, ['warning destructive slice/gone']],
  [
    'the accounts of a Project',
    project('{ serviceAccount: { readWrite: [admin] } }'),
    project('{ serviceAccount: { readWrite: [admin, deploy] } }'),
    ['warning security slice/account-write'],
  ],
  ['a Project without slices deleted', project('{}') + other, other, []],
  [
    'a Project with its default slice alone',
    slice({}, 'shop-default-slice') + project('{}'),
    slice({}, 'shop-default-slice'),
    [],
  ],
  ['defaultSliceCreation', project('{}'), project('{ defaultSliceCreation: true }'), []],
  [
    'the interface of a Cluster',
    cluster('{ networkInterface: eth0 }'),
    cluster('{ networkInterface: ens5 }'),
    ['warning quorum slice/registration-changed'],
  ],
  [
    'the addresses of a Cluster',
    cluster('{ nodeIPs: [203.0.113.5] }'),
    cluster('{ nodeIPs: [203.0.113.6] }'),
    ['warning quorum slice/registration-changed'],
  ],
  [
    'the location of a Cluster',
    cluster('{}'),
    cluster("{ clusterProperty: { geoLocation: { latitude: '1', longitude: '2' } } }"),
    [],
  ],
  ['a Cluster of no slice deleted', slice() + cluster('{}', 'par'), slice(), []],
  ['a profile with other figures', profile(5), profile(6), []],
  ['a profile of nobody deleted', slice() + profile(5), slice(), []],
  [
    'an export changed',
    exported('{ sliceName: shop, serviceName: a }'),
    exported('{ sliceName: shop, serviceName: b }'),
    [],
  ],
  ['an export deleted', slice() + exported('{ sliceName: shop }'), slice(), []],
  ['keys with another interval', rotation(30), rotation(60), []],
  ['the keys of a slice that is gone', rotation(30) + other, other, []],
];

function saidOf(before: string, after: string): string[] {
  return manifestChangesOf(before, after)
    .map(({ severity, id, change }) => `${severity} ${change?.class} ${id}`)
    .sort();
}

describe('what a webhook refuses is said to be refused', () => {
  test.each(refused)('%s', (_, before, after, said) => {
    expect(saidOf(before, after)).toEqual(said);
  });
});

describe('what a webhook accepts is not', () => {
  test.each(accepted)('%s', (_, before, after, said) => {
    expect(saidOf(before, after)).toEqual(said);
    expect(said.filter((each) => each.startsWith('error'))).toEqual([]);
  });
});
