import { describe, expect, test } from 'vitest';
import { type Document, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { compile } from '../src/compile.js';
import { change, goodTopology } from '../src/rules/testing.js';
import { richFiles, richTopology } from './rich-topology.js';

// One mistake gives one finding, and what is no mistake gives none.

describe('what is right gives no finding', () => {
  test('the smallest', () => {
    expect(compile([{ name: 't', content: goodTopology }]).diagnostics).toEqual([]);
  });

  test('one that says nearly everything', () => {
    const { diagnostics } = compile([{ name: 't', content: richTopology }], {
      readFile: (path) => richFiles[path],
    });
    expect(diagnostics.map(({ id, message }) => `${id}: ${message}`)).toEqual([
      'topology/not-applied-yet: no database spans par and lon, so what links says of them changes nothing',
      'sizing/secret-unseen: what the secret items-config sets is not in the budgets of items',
      'sizing/secret-unseen: what the secret accounts-config sets is not in the budgets of accounts',
    ]);
  });

  test('two files that share clusters', () => {
    const inputs = twoFiles().map((content, index) => ({ name: `${index}`, content }));
    expect(compile(inputs).diagnostics).toEqual([]);
  });
});

/** Two topologies with a database each, on one slice over the same clusters. */
function twoFiles(): readonly string[] {
  const slice = 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n';
  const first = change(
    goodTopology,
    slice,
    `${slice}  project: retail\n  namespaces: [shop, wiki, kubedb]\n`,
  );
  const second = change(
    change(first, 'metadata:\n  name: shop', 'metadata:\n  name: wiki'),
    'name: orders\n    namespace: shop',
    'name: pages\n    namespace: wiki',
  );
  return [first, second];
}

type Path = readonly (string | number)[];

function idsOf(content: string): string[] {
  const { diagnostics } = compile([{ name: 't', content }], { readFile: (path) => richFiles[path] });
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ id }) => id);
}

/** A path as it is written here: `clusters.0.name`. */
function pathOf(text: string): Path {
  return text.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** {@link richTopology} with one value set. */
function having(path: string, value: unknown): string {
  const document = parseDocument(richTopology);
  document.setIn(pathOf(path), document.createNode(value));
  return String(document);
}

/** {@link richTopology} with one key called otherwise. */
function renamingKey(path: string, key: string): string {
  const document = parseDocument(richTopology);
  const steps = pathOf(path);
  const value = document.getIn(steps, true);
  document.deleteIn(steps);
  document.setIn([...steps.slice(0, -1), key], value);
  return String(document);
}

type Mistake = readonly [path: string, value: unknown, ...ids: string[]];

const values: readonly Mistake[] = [
  ['metadata.name', 'Retail', 'schema/malformed-value'],
  ['metadata.name', 'retail_shop', 'schema/malformed-value'],
  ['metadata.name', 'a-name-that-is-longer-than-thirty-characters'],
  ['releases.kubernetes', '1.12', 'slice/kubernetes-release'],
  ['releases.kubernetes', '33', 'slice/kubernetes-release'],
  ['releases.kubedb', 'v2020.1.1', 'kubedb/release'],
  ['releases.kubedb', '2026.7.10'],
  ['releases.kubeslice', 'v1.0.0'],
  ['releases.kubeslice', 'v2026.1', 'topology/release-form'],
  ['releases.ocm', 'v1.3', 'topology/release-form'],
  ['releases.kubeslice', 'latest', 'schema/malformed-value'],
  ['releases.ocm', 'v0.1.0', 'ocm/release'],
  ['releases.ocm', 'latest', 'schema/malformed-value'],
  ['clusters.1.name', 'fra', 'topology/duplicate-name'],
  ['clusters.1.name', 'Ams', 'schema/malformed-value'],
  ['clusters.1.name', 'ams.eu', 'schema/malformed-value'],
  ['clusters.1.name', 'amsterdam-data-center-one', 'topology/unknown-cluster'],
  ['clusters.1.hub', true, 'topology/hub'],
  ['clusters.0.hub', 'yes', 'schema/wrong-type'],
  ['clusters.0.distribution', 'kubeadm', 'dns/corefile'],
  ['clusters.0.distribution', 'eks', 'dns/corefile'],
  ['clusters.0.distribution', 'gke'],
  ['clusters.1.distribution', 'kubeadm', 'dns/corefile'],
  ['clusters.2.distribution', 'aks'],
  ['clusters.3.distribution', 'k3s', 'dns/corefile-unused'],
  ['clusters.3.distribution', 'openshift', 'dns/corefile-unused'],
  ['clusters.1.context', 'admin@fra', 'topology/duplicate-context'],
  ['clusters.1.context', '-o', 'schema/malformed-value'],
  ['clusters.0.apiServer', 'http://k8s.fra.example.com:6443', 'schema/malformed-value'],
  ['clusters.0.apiServer', 'k8s.fra.example.com:6443', 'schema/malformed-value'],
  ['clusters.0.apiServer', 'https://127.0.0.1:6443', 'slice/api-server'],
  ['clusters.0.apiServer', 'https://localhost:6443', 'slice/api-server'],
  ['clusters.0.apiServer', 'https://kubernetes.default.svc', 'slice/api-server'],
  ['clusters.0.apiServer', 'https://10.43.0.1:443', 'slice/api-server'],
  ['clusters.0.apiServer', 'https://k8s.fra.example.com:6443/'],
  ['clusters.0.apiServer', 'https://k8s.fra.example.com:99999', 'slice/api-server'],
  ['clusters.1.apiServer', 'https://k8s.fra.example.com:6443'],
  ['clusters.1.networkInterface', 'lo', 'slice/network-interface'],
  ['clusters.1.networkInterface', 'eth0 ', 'schema/malformed-value'],
  ['clusters.1.networkInterface', 'an-interface-name-too-long', 'schema/malformed-value'],
  ['clusters.1.networkInterface', 'cni0'],
  ['clusters.0.nodeIPs', ['10.0.0.1']],
  ['clusters.0.nodeIPs', ['127.0.0.1'], 'slice/node-ips'],
  ['clusters.0.nodeIPs', ['0.0.0.0'], 'slice/node-ips'],
  ['clusters.0.nodeIPs', ['10.42.0.5']],
  ['clusters.0.nodeIPs', ['2001:db8::1']],
  ['clusters.1.nodeIPs', ['203.0.113.10'], 'slice/node-ips-shared'],
  ['clusters.1.nodeIPs', ['198.51.100.300'], 'schema/malformed-value'],
  ['clusters.0.podCIDRs', ['10.7.0.0/16'], 'slice/subnet-overlap'],
  ['clusters.0.podCIDRs', ['10.43.0.0/16'], 'topology/networks'],
  ['clusters.0.podCIDRs', ['10.42.0.1/16']],
  ['clusters.0.podCIDRs', ['10.42.0.0/33'], 'schema/malformed-value'],
  ['clusters.0.podCIDRs', ['10.0.0.0/8'], 'slice/subnet-overlap'],
  ['clusters.1.podCIDRs', ['10.42.0.0/16']],
  ['clusters.1.serviceCIDRs', ['10.44.0.0/16'], 'dns/address-outside'],
  ['clusters.1.serviceCIDRs', ['10.43.0.0/16'], 'dns/address-outside'],
  ['clusters.1.serviceCIDRs', ['10.7.128.0/20'], 'slice/subnet-overlap'],
  ['clusters.1.storageClass', 'Fast', 'schema/malformed-value'],
  ['clusters.1.storageClass', 'slow'],
  ['clusters.1.zones', [], 'schema/out-of-range'],
  ['clusters.1.zones', ['ams-a'], 'topology/zones'],
  ['clusters.1.nodes', 1, 'placement/spread-impossible'],
  ['clusters.1.nodes', 0, 'schema/out-of-range'],
  ['clusters.1.nodes', { 'ams-a': 2, 'ams-c': 2 }, 'topology/zones'],
  ['clusters.1.nodes', { 'ams-a': 0, 'ams-b': 0 }, 'topology/zones'],
  ['clusters.1.nodes', {}],
  ['clusters.1.gatewayNodes', ['ams_gw'], 'schema/malformed-value'],
  ['clusters.1.gatewayNodes', ['fra-gw-1']],
  ['clusters.1.gatewayNodes', [], 'schema/out-of-range'],
  ['clusters.1.kubesliceDNS', '10.43.40.10', 'dns/address-outside'],
  ['clusters.1.kubesliceDNS', '10.45.0.10', 'dns/address-impossible'],
  ['clusters.1.kubesliceDNS', '10.44.3.4', 'dns/address-impossible'],
  ['clusters.1.kubesliceDNS', '127.0.0.1', 'dns/address-impossible'],
  ['clusters.1.kubesliceDNS', '10.45.40.256', 'schema/malformed-value'],
  ['clusters.1.kubesliceDNS', '10.45.0.0', 'dns/address-impossible'],
  ['clusters.1.kubesliceDNS', '10.45.255.255'],
  ['clusters.1.kubesliceDNS', 'None', 'schema/malformed-value'],
  ['clusters.1.kubesliceDNS', 'fd00::10', 'dns/address-outside'],
  ['clusters.1.corefile', 'corefiles/lon.Corefile', 'dns/corefile-unused'],
  ['clusters.3.corefile', '../lon.Corefile', 'schema/malformed-value'],
  ['clusters.3.corefile', '/etc/Corefile', 'schema/malformed-value'],
  ['clusters.3.corefile', 'corefiles/other.Corefile'],
  ['clusters.0.location', { region: 'eu-west', latitude: 50.11, longitude: 8.68 }],
  ['clusters.0.location.latitude', 91, 'schema/out-of-range'],
  ['clusters.0.location.longitude', 181, 'schema/out-of-range'],
  ['slice.name', 'Retail', 'schema/malformed-value'],
  ['slice.name', 'the-slice-of-the-retail-shops', 'slice/owner-label'],
  ['slice.name', 'retail-', 'schema/malformed-value'],
  ['slice.project', 'retail.eu', 'schema/malformed-value'],
  ['slice.project', 'a-project-name-longer-than-thirty-chars', 'schema/malformed-value'],
  ['slice.project', 'kubeslice'],
  ['slice.serviceAccounts.readWrite', ['d'], 'schema/malformed-value'],
  ['slice.serviceAccounts.readWrite', ['deployer', 'auditor']],
  ['slice.serviceAccounts.readWrite', ['deploy er'], 'schema/malformed-value'],
  ['slice.subnet', '10.7.0.0/24', 'schema/malformed-value'],
  ['slice.subnet', '10.7.0.0', 'schema/malformed-value'],
  ['slice.subnet', '10.7.1.0/16', 'schema/malformed-value'],
  ['slice.subnet', '11.7.0.0/16', 'schema/malformed-value'],
  ['slice.subnet', '10.42.0.0/16', 'slice/subnet-overlap'],
  ['slice.subnet', '10.96.0.0/16', 'slice/subnet-overlap'],
  ['slice.subnet', '192.168.0.0/16'],
  ['slice.subnet', '172.32.0.0/16', 'schema/malformed-value'],
  ['slice.subnet', 'fd00::/48', 'schema/malformed-value'],
  ['slice.maxClusters', 3, 'slice/max-clusters'],
  ['slice.maxClusters', 4, 'slice/transit-slot'],
  ['slice.maxClusters', 1, 'schema/out-of-range'],
  ['slice.maxClusters', 33, 'schema/out-of-range'],
  ['slice.maxClusters', '8', 'schema/wrong-type'],
  ['slice.clusters', ['fra', 'ams', 'par'], 'slice/not-a-member'],
  ['slice.clusters', ['ams', 'par', 'lon'], 'slice/not-a-member'],
  ['slice.clusters', ['fra', 'ams', 'par', 'lom'], 'topology/unknown-cluster'],
  ['slice.clusters', ['ams', 'fra', 'par', 'lon']],
  ['slice.clusters', ['fra', 'fra', 'par', 'lon'], 'schema/duplicate-item'],
  ['slice.gateway.type', 'wireguard'],
  ['slice.gateway.type', 'OpenVPN', 'schema/not-allowed'],
  ['slice.gateway.services.0.cluster', 'frankfurt', 'topology/unknown-cluster'],
  ['slice.gateway.services.0.cluster', 'ams', 'slice/gateway-services'],
  ['slice.gateway.services.0.type', 'ClusterIP', 'schema/not-allowed'],
  ['slice.gateway.services.1.type', 'LoadBalancer'],
  ['slice.gateway.services.0.protocol', 'TCP'],
  ['slice.gateway.services.1.protocol', 'TCP'],
  ['slice.gateway.services.1.cluster', 'par'],
  ['slice.cipher', 'AES-128-CBC'],
  ['slice.cipher', 'AES-256-GCM', 'schema/not-allowed'],
  ['slice.rotationInterval', 29, 'schema/out-of-range'],
  ['slice.rotationInterval', 91, 'schema/out-of-range'],
  ['slice.bandwidth.ceiling', '800', 'schema/malformed-value'],
  ['slice.bandwidth.ceiling', '800Mb', 'schema/malformed-value'],
  ['slice.bandwidth.ceiling', '100Mbps', 'slice/bandwidth'],
  ['slice.bandwidth.ceiling', '1Mbps', 'slice/bandwidth'],
  ['slice.bandwidth.ceiling', '100Gbps'],
  ['slice.bandwidth.ceiling', '2Gbps'],
  ['slice.bandwidth.guaranteed', '900Mbps', 'slice/bandwidth'],
  ['slice.bandwidth.guaranteed', '0kbps', 'schema/malformed-value'],
  ['slice.bandwidth.priority', 4, 'schema/out-of-range'],
  ['slice.bandwidth.dscp', 'AF44', 'schema/not-allowed'],
  ['slice.bandwidth.profile', 'gold', 'slice/bandwidth'],
  ['slice.bandwidth', { profile: 'gold' }],
  ['slice.bandwidth', { priority: 2 }, 'slice/bandwidth'],
  ['slice.isolation', false],
  ['slice.namespaces', ['catalog', 'ledger'], 'slice/namespaces'],
  ['slice.namespaces', ['catalog', 'ledger', 'kubedb', 'kubeslice-system'], 'slice/namespaces'],
  ['slice.namespaces', ['catalog', 'ledger', 'kubedb', 'kube-system'], 'slice/namespaces'],
  ['slice.namespaces', ['catalog', 'ledger', 'kubedb', '*'], 'schema/malformed-value'],
  ['slice.namespaces', ['Catalog', 'ledger', 'kubedb'], 'schema/malformed-value'],
  ['slice.namespaces.0', { namespace: 'catalog', clusters: ['fra', 'ams'] }, 'slice/namespaces'],
  ['slice.namespaces.2', { namespace: 'kubedb', clusters: ['ams'] }, 'slice/namespaces'],
  ['slice.namespaces.2', { namespace: 'kubedb', clusters: ['fra'] }],
  ['slice.namespaces.3.clusters', ['fra', 'rome'], 'topology/unknown-cluster'],
  ['slice.namespaces.3.clusters', [], 'schema/out-of-range'],
  ['slice.namespaces.3.namespace', 'ledger', 'slice/namespaces'],
  ['slice.namespaces.0', 'ledger', 'slice/namespaces'],
  ['slice.namespaces.1', 'kubedb', 'slice/namespaces'],
  ['slice.namespaces.2', 'catalog', 'slice/namespaces'],
  ['slice.allowedNamespaces.0', 'catalog'],
  ['slice.allowedNamespaces.1.namespace', 'kubedb'],
  ['slice.allowedNamespaces.1.clusters', ['fra', 'oslo'], 'topology/unknown-cluster'],
  ['links.0.between', ['fra', 'fra'], 'schema/duplicate-item'],
  ['links.0.between', ['fra', 'par'], 'topology/duplicate-link'],
  ['links.0.between', ['fra', 'oslo'], 'topology/unknown-cluster'],
  ['links.0.rtt', '7', 'schema/malformed-value'],
  ['links.0.rtt', 7, 'schema/wrong-type'],
  ['links.0.rtt', '7s', 'survival/commit-latency', 'kubedb/leader-election-round-trip'],
  ['links.0.rtt', '0ms'],
  ['links.0.rtt', '900ms', 'survival/commit-latency', 'kubedb/leader-election-round-trip'],
  ['links.0.bandwidth', '1GB', 'schema/malformed-value'],
  ['links.0.bandwidth', '500Mbps'],
  ['links.0.bandwidth', '100Mbps', 'sizing/link-writes'],
  ['links.0.bandwidth', '1Mbps', 'sizing/link-writes'],
  ['databases.0.name', 'Items', 'schema/malformed-value'],
  ['databases.0.name', '1items', 'schema/malformed-value'],
  ['databases.0.name', 'accounts', 'kubedb/names'],
  ['databases.0.name', 'items-of-the-whole-retail-catalog-with-a-very-long-name', 'kubedb/names'],
  ['databases.0.name', 'items-of-the-whole-retail'],
  ['databases.0.name', 'items.catalog', 'schema/malformed-value'],
  ['databases.0.namespace', 'ledger'],
  ['databases.0.namespace', 'default', 'slice/namespaces'],
  ['databases.0.namespace', 'kube-system', 'kubedb/namespace'],
  ['databases.0.namespace', 'kubedb'],
  ['databases.0.namespace', 'monitoring', 'slice/namespaces'],
  ['databases.0.namespace', 'reports', 'slice/namespaces'],
  ['databases.0.provider', 'mariadb-operator', 'provider/field'],
  ['databases.0.provider', 'statefulset', 'provider/field'],
  ['databases.1.provider', 'mariadb-operator', 'provider/field'],
  ['databases.0.engine', 'postgres', 'provider/field'],
  ['databases.0.engine', 'mysql', 'schema/not-allowed'],
  ['databases.1.engine', 'mariadb', 'provider/field'],
  ['databases.0.version', 11.8, 'schema/numeric-version'],
  ['databases.0.image', 'mariadb:11.8', 'provider/field'],
  ['databases.0.replication', 'primary-replica', 'provider/field'],
  ['databases.0.replication', 'none', 'provider/field'],
  ['databases.1.replication', 'galera', 'provider/field'],
  ['databases.0.placement.0.cluster', 'frankfurt', 'topology/unknown-cluster'],
  ['databases.0.placement.0.cluster', 'ams', 'placement/indices'],
  ['databases.0.placement.0.cluster', 'lon'],
  ['databases.0.placement.0.replicas', [0, 1], 'placement/indices'],
  ['databases.0.placement.0.replicas', [0], 'placement/indices'],
  ['databases.0.placement.0.replicas', [0, 5], 'placement/indices'],
  ['databases.0.placement.0.replicas', [0, 3, 5, 6], 'survival/goal'],
  ['databases.0.placement.0.replicas', 2],
  ['databases.0.placement.0.replicas', [], 'schema/out-of-range'],
  ['databases.0.placement.0.replicas', '2', 'schema/wrong-type'],
  ['databases.0.placement.1.replicas', [1, 4, 5, 6, 7, 8], 'placement/spread-impossible'],
  ['databases.0.placement', [{ cluster: 'fra', replicas: 5 }], 'survival/goal'],
  ['databases.0.placement', [{ cluster: 'fra', replicas: 1 }], 'provider/field'],
  [
    'databases.0.placement',
    [
      { cluster: 'fra', replicas: 3 },
      { cluster: 'ams', replicas: 1 },
      { cluster: 'par', replicas: 1 },
    ],
    'survival/goal',
  ],
  [
    'databases.0.placement',
    [
      { cluster: 'fra', replicas: [0, 1, 2] },
      { cluster: 'ams', replicas: [0, 1] },
    ],
    'placement/indices',
  ],
  [
    'databases.0.placement',
    [
      { cluster: 'fra', replicas: 5 },
      { cluster: 'ams', replicas: 5 },
      { cluster: 'par', replicas: 3 },
    ],
    'kubedb/replicas',
  ],
  [
    'databases.1.placement',
    [
      { cluster: 'fra', replicas: 2 },
      { cluster: 'ams', replicas: 1 },
    ],
    'survival/goal',
  ],
  [
    'databases.1.placement',
    [
      { cluster: 'fra', replicas: 1 },
      { cluster: 'ams', replicas: 1 },
    ],
    'kubedb/replicas',
  ],
  ['databases.1.placement', [{ cluster: 'fra', replicas: 1 }], 'provider/field'],
  ['databases.0.spread.node', 'Never', 'schema/not-allowed'],
  ['databases.0.spread.zone', 'DoNotSchedule'],
  ['databases.1.spread.zone', 'DoNotSchedule'],
  ['databases.0.survive', 'cluster+1', 'survival/goal'],
  ['databases.0.survive', 'none'],
  ['databases.0.survive', 'region', 'schema/not-allowed'],
  ['databases.0.storage.size', '100', 'schema/malformed-value'],
  ['databases.0.storage.size', '100GB', 'schema/malformed-value'],
  ['databases.0.storage.size', '100 Gi', 'schema/malformed-value'],
  ['databases.0.storage.size', '0Gi', 'schema/malformed-value'],
  ['databases.0.storage.size', '100Mi', 'sizing/volume-exceeded'],
  ['databases.0.storage.size', '100m', 'schema/malformed-value'],
  ['databases.0.storage.storageClass', 'local_path', 'schema/malformed-value'],
  ['databases.0.storage.storageClass', 'standard'],
  ['databases.1.storage.size', '1Gi', 'sizing/volume-exceeded'],
  ['databases.0.resources.memory', '16', 'schema/malformed-value'],
  ['databases.0.resources.memory', '16GB', 'schema/malformed-value'],
  ['databases.0.resources.memory', '16Mi', 'sizing/memory-exceeded'],
  ['databases.0.resources.memory', '256Mi', 'sizing/memory-exceeded'],
  ['databases.0.resources.memory', '4Gi', 'sizing/memory-exceeded'],
  ['databases.0.resources.cpu', '4 cores', 'schema/malformed-value'],
  ['databases.0.resources.cpu', '0', 'schema/malformed-value'],
  ['databases.0.resources.cpu', '4.0001', 'schema/malformed-value'],
  ['databases.0.resources.cpu', '1m'],
  ['databases.0.sizing.bufferPool', '120%', 'schema/malformed-value'],
  ['databases.0.sizing.bufferPool', '32Gi', 'sizing/memory-exceeded'],
  ['databases.0.sizing.bufferPool', '8GB', 'schema/malformed-value'],
  ['databases.0.sizing.maxConnections', 5, 'schema/out-of-range'],
  ['databases.0.sizing.sharedBuffers', '2Gi', 'provider/field'],
  ['databases.1.sizing.bufferPool', '2Gi', 'provider/field'],
  ['databases.1.sizing.sharedBuffers', '16Gi', 'sizing/memory-exceeded'],
  ['databases.1.sizing.workMem', '4M b', 'schema/malformed-value'],
  ['databases.0.sizing.gcache', '1Gi'],
  ['databases.0.sizing.gcache', '200Gi', 'sizing/volume-exceeded'],
  ['databases.0.sizing.gcache.rideOut', '30', 'schema/malformed-value'],
  ['databases.0.sizing.gcache.rideOut', '30d', 'sizing/volume-exceeded'],
  ['databases.0.config.max-allowed-packet', '8M', 'config/option-repeated'],
  ['databases.1.config.log_min_duration_statement', null, 'schema/wrong-type'],
  ['databases.0.service', { exposure: 'cluster' }, 'provider/field'],
  ['databases.0.probes', { startup: { periodSeconds: 10 } }, 'provider/field'],
  ['databases.0.tls.issuer.kind', 'Vault', 'schema/not-allowed'],
  ['databases.0.tls.issuer.name', 'retail_ca', 'schema/malformed-value'],
  ['databases.0.tls.issuer.kind', 'Issuer'],
  ['databases.0.tls.required', 'yes', 'schema/wrong-type'],
  ['databases.1.tls.required', true],
  ['databases.0.deletionPolicy', 'WipeOut', 'kubedb/wipe-out'],
  ['databases.0.deletionPolicy', 'Delete'],
  ['databases.0.deletionPolicy', 'Retain', 'schema/not-allowed'],
  ['databases.0.deletionPolicy', 'Halt'],
  ['databases.0.rootPasswordSecret.name', 'items_admin', 'schema/malformed-value'],
  ['databases.0.rootPasswordSecret.name', 'items-auth'],
  ['databases.0.rootPasswordSecret.key', 'root', 'provider/field'],
  ['databases.0.rootPasswordSecret.key', 'password'],
  ['databases.1.rootPasswordSecret.name', 'items-admin'],
  ['databases.0.kubedb.placementPolicy', 'default', 'placement/default-name'],
  ['databases.0.kubedb.placementPolicy', 'accounts-placement', 'kubedb/names'],
  ['databases.0.kubedb.placementPolicy', 'Items', 'schema/malformed-value'],
  ['databases.0.kubedb.configurationSecret', 'items_config', 'schema/malformed-value'],
  ['databases.0.kubedb.configurationSecret', 'items-admin'],
  ['databases.1.kubedb.configurationSecret', 'accounts-admin'],
  ['databases.0.kubedb.wsrepSSTMethod', 'xtrabackup', 'schema/not-allowed'],
  ['databases.0.kubedb.streamingMode', 'Synchronous', 'provider/field'],
  ['databases.0.kubedb.walKeepSize', '1Gi', 'provider/field'],
  ['databases.1.kubedb.wsrepSSTMethod', 'rsync', 'provider/field'],
  ['databases.1.kubedb.standbyMode', 'Cold', 'schema/not-allowed'],
  ['databases.1.kubedb.streamingMode', 'Asynchronous'],
  ['databases.1.kubedb.leaderElection.period', '5', 'schema/malformed-value'],
  ['databases.1.kubedb.leaderElection.period', '5ms', 'kubedb/leader-election-round-trip'],
  ['databases.1.kubedb.leaderElection.period', '60s'],
  ['databases.1.kubedb.leaderElection.electionTick', 1, 'schema/out-of-range'],
  ['databases.1.kubedb.leaderElection.electionTick', 2],
  ['databases.1.kubedb.leaderElection.heartbeatTick', 20, 'kubedb/leader-election'],
  ['databases.1.kubedb.leaderElection.maximumLagBeforeFailover', '0Mi', 'schema/malformed-value'],
  ['databases.1.kubedb.walKeepSize', '500Gi', 'sizing/volume-exceeded'],
  ['databases.1.kubedb.walKeepSize', '16Mi'],
  ['expect.0.lose', 'frankfurt', 'topology/expectation'],
  ['expect.0.lose', 'node:fra-1', 'topology/expectation'],
  ['expect.2.lose', 'zone:fra-x', 'topology/expectation'],
  ['expect.3.lose', 'link:fra-oslo', 'topology/expectation'],
  ['expect.3.lose', 'link:fra', 'topology/expectation'],
  ['expect.0.writes', 'yes', 'schema/not-allowed'],
  ['expect.1.lose', ['fra'], 'topology/expectation'],
  ['clusters.1.nodes', { 'ams-a': 1, 'ams-b': 1 }],
  ['clusters.1.nodes', { 'ams-a': 1 }],
  ['clusters.1.name', 'par', 'topology/duplicate-name'],
  [
    'waivers',
    [{ rule: 'kubedb/nonsense', reason: 'agreed with the team', until: '2099-01-01' }],
    'waiver/unknown-rule',
  ],
  [
    'waivers',
    [{ rule: 'kubedb/wipe-out', reason: 'agreed with the team', until: '2099-01-01' }],
    'waiver/unused',
  ],
  [
    'waivers',
    [{ rule: 'kubedb/wipe-out', reason: 'agreed with the team', until: 'soon' }],
    'schema/malformed-value',
  ],
  ['waivers', [{ rule: 'kubedb/wipe-out', reason: 'agreed', until: '2099-01-01' }], 'schema/malformed-value'],
  [
    'waivers',
    [{ rule: 'topology/hub', reason: 'agreed with the team', until: '2099-01-01' }],
    'waiver/not-a-warning',
  ],
  ['databases.0.placement.1.replicas', [1], 'kubedb/replicas'],
  ['databases.0.placement.2.replicas', [2, 5, 6, 7], 'kubedb/replicas'],
  ['databases.1.placement.1.replicas', 10, 'kubedb/replicas'],
  ['databases.1.placement.1.replicas', 3, 'survival/goal'],
  ['databases.1.placement.0.replicas', [1]],
  ['databases.1.spread.node', 'DoNotSchedule'],
  ['databases.1.survive', 'node'],
];

const keys: readonly (readonly [path: string, key: string, ...ids: string[]])[] = [
  ['metadata', 'meta', 'schema/unknown-key'],
  ['metadata.name', 'nam', 'schema/unknown-key'],
  ['releases.kubedb', 'kubeDB', 'schema/unknown-key'],
  ['releases.kubeslice', 'kube-slice', 'schema/unknown-key'],
  ['clusters.0.hub', 'isHub', 'schema/unknown-key'],
  ['clusters.0.apiServer', 'apiserver', 'schema/unknown-key'],
  ['clusters.1.networkInterface', 'networkinterface', 'schema/unknown-key'],
  ['clusters.1.distribution', 'distro', 'schema/unknown-key'],
  ['clusters.0.nodeIPs', 'nodeIps', 'schema/unknown-key'],
  ['clusters.0.podCIDRs', 'podCidrs', 'schema/unknown-key'],
  ['clusters.0.storageClass', 'storageclass', 'schema/unknown-key'],
  ['clusters.0.zones', 'zone', 'schema/unknown-key'],
  ['clusters.0.gatewayNodes', 'gateways', 'schema/unknown-key'],
  ['clusters.0.kubesliceDNS', 'kubesliceDns', 'schema/unknown-key'],
  ['clusters.3.corefile', 'coreFile', 'schema/unknown-key'],
  ['clusters.0.location.latitude', 'lat', 'schema/unknown-key'],
  ['slice', 'slices', 'schema/unknown-key'],
  ['slice.subnet', 'sliceSubnet', 'schema/unknown-key'],
  ['slice.maxClusters', 'maxcluster', 'schema/unknown-key'],
  ['slice.gateway.services', 'service', 'schema/unknown-key'],
  ['slice.bandwidth.ceiling', 'bandwidthCeiling', 'schema/unknown-key'],
  ['slice.namespaces', 'applicationNamespaces', 'schema/unknown-key'],
  ['slice.isolation', 'isolated', 'schema/unknown-key'],
  ['databases', 'database', 'schema/unknown-key'],
  ['databases.0.engine', 'type', 'schema/unknown-key'],
  ['databases.0.version', 'ver', 'schema/unknown-key'],
  ['databases.0.placement', 'placements', 'schema/unknown-key'],
  ['databases.0.placement.0.replicas', 'replica', 'schema/unknown-key'],
  ['databases.0.storage', 'storages', 'schema/unknown-key'],
  ['databases.0.storage.size', 'capacity', 'schema/unknown-key'],
  ['databases.0.resources.memory', 'mem', 'schema/unknown-key'],
  ['databases.0.sizing.bufferPool', 'innodbBufferPool', 'schema/unknown-key'],
  ['databases.0.tls.issuer', 'issuerRef', 'schema/unknown-key'],
  ['databases.0.deletionPolicy', 'terminationPolicy', 'schema/unknown-key'],
  ['databases.0.kubedb', 'kubeDB', 'schema/unknown-key'],
  ['databases.1.kubedb.leaderElection', 'leaderelection', 'schema/unknown-key'],
  ['expect.0.lose', 'loose', 'schema/unknown-key'],
];

const texts: readonly (readonly [from: string, to: string, ...ids: string[]])[] = [
  ['metadata:\n  name: retail\n', 'metadata:\n   name: retail\n  labels: {}\n', 'syntax/malformed'],
  ['  - name: ams\n    distribution: rke2', '  - name: ams\n   distribution: rke2', 'syntax/malformed'],
  ['  - name: ams\n    distribution: rke2', '  - name: ams\n\tdistribution: rke2', 'syntax/tab'],
  ['    networkInterface: ens5', '    networkInterface ens5', 'syntax/malformed'],
  ['    networkInterface: ens5', '    networkInterface:ens5', 'syntax/malformed'],
  [
    '    networkInterface: ens5',
    '    networkInterface: ens5\n    networkInterface: ens6',
    'syntax/duplicate-key',
  ],
  [
    '    nodeIPs: [203.0.113.10, 203.0.113.11]',
    '    nodeIPs: [203.0.113.10, 203.0.113.11',
    'syntax/malformed',
  ],
  ['    nodeIPs: [203.0.113.10, 203.0.113.11]', '    nodeIPs: 203.0.113.10', 'schema/wrong-type'],
  [
    '    nodeIPs: [203.0.113.10, 203.0.113.11]',
    '    nodeIPs: 203.0.113.10, 203.0.113.11',
    'schema/wrong-type',
  ],
  ['    version: "11.8.5"', '    version: 11.8.5'],
  ['    version: "11.8.5"', '    version: 11.8', 'schema/numeric-version'],
  ['    version: "11.8.5"', '    version: "11.8.5', 'syntax/malformed'],
  ['  kubernetes: "1.33"', '  kubernetes: 1.33', 'schema/numeric-version'],
  ['    version: 17.9-bookworm', '    version: 17.9', 'schema/numeric-version'],
  ['    hub: true\n', '    hub: yes\n', 'schema/wrong-type'],
  ['    hub: true\n', '    hub: True\n'],
  ['    hub: true\n', '    hub:\n', 'schema/wrong-type'],
  ['slice:\n  name: retail', 'slice:\n  - name: retail', 'syntax/malformed'],
  ['  - { lose: fra, writes: continue }', '  { lose: fra, writes: continue }', 'syntax/malformed'],
  ['    zones: [ams-a, ams-b]', '    zones: [ams-a, ams-b,]'],
  ['    zones: [ams-a, ams-b]', '    zones: ams-a', 'schema/wrong-type'],
  ['    nodes: { ams-a: 2, ams-b: 2 }', '    nodes: { ams-a: two, ams-b: 2 }', 'schema/wrong-type'],
  ['    nodes: { ams-a: 2, ams-b: 2 }', '    nodes: { ams-a: 2.5, ams-b: 2 }', 'schema/wrong-type'],
  ['    - kubedb\n', '    - Kubedb\n', 'schema/malformed-value'],
  ['    - kubedb\n', '    - kubedb \n    - kubedb\n', 'slice/namespaces'],
  [
    '    resources: { memory: 8Gi, cpu: 2500m }',
    '    resources: { memory: 8Gi cpu: 2500m }',
    'syntax/malformed',
  ],
  [
    '    resources: { memory: 8Gi, cpu: 2500m }',
    '    resources: { memory: 8 Gi, cpu: 2500m }',
    'schema/malformed-value',
  ],
  [
    '    resources: { memory: 8Gi, cpu: 2500m }',
    '    resources: { memory: 8gb, cpu: 2500m }',
    'schema/malformed-value',
  ],
  [
    '    resources: { memory: 8Gi, cpu: 2500m }',
    '    resources: { memory: 8Gi, cpu: 2500 m }',
    'schema/malformed-value',
  ],
  ['    storage: { size: 200Gi }', '    storage: 200Gi', 'schema/wrong-type'],
  ['    storage: { size: 200Gi }', '    storage: { size: 200 }', 'schema/wrong-type'],
  ['    storage: { size: 200Gi }', '    storage: { size: 200gi }', 'schema/malformed-value'],
  ['      slow_query_log: true', '      slow_query_log: ON'],
  ['      slow_query_log: true', '      slow_query_log: [true]', 'schema/wrong-type'],
  [
    '      slow_query_log: true',
    '      slow_query_log: true\n      slow_query_log: false',
    'syntax/duplicate-key',
  ],
  ['      slow_query_log: true', '      max_allowed_packets: 0777', 'provider/option'],
  ['apiVersion: dbspan/v1alpha1', 'apiVersion: dbspan/v1', 'schema/wrong-language'],
  ['apiVersion: dbspan/v1alpha1', 'apiVersion: apps/v1', 'schema/wrong-language'],
  ['kind: Topology', 'kind: topology', 'schema/wrong-language'],
  ['        replicas: [0, 3]', '        replicas: 0, 3', 'schema/wrong-type'],
  ['        replicas: [0, 3]', '        replicas: [0 3]', 'schema/wrong-type'],
  ['        replicas: [0, 3]', "        replicas: [0, '3']", 'schema/wrong-type'],
  ['        replicas: [0, 3]', '        replicas: [1, 4]', 'placement/indices'],
  [
    '        replicas: [0, 3]',
    '        replicas: [0, 3]\n      - cluster: lon\n        replicas: [3]',
    'placement/indices',
  ],
  [
    '        replicas: [2]\n',
    '        replicas: [2]\n      - cluster: lon\n        replicas: [5]\n',
    'kubedb/replicas',
  ],
  [
    '      - cluster: ams\n        replicas: [1, 4]\n',
    '      - cluster: par\n        replicas: [1, 4]\n',
    'placement/indices',
  ],
  ['      - { cluster: lon, replicas: 1 }\n', '      - { cluster: ams, replicas: 1 }\n', 'placement/indices'],
  [
    '  - name: lon\n    distribution: kubeadm\n    context: admin@lon\n',
    '  - name: par\n    distribution: kubeadm\n    context: admin@lon\n',
    'topology/duplicate-name',
  ],
  [
    '    placementPolicy: accounts-placement',
    '    placementPolicy: accounts/placement',
    'schema/malformed-value',
  ],
  ['  subnet: 10.7.0.0/16', '  subnet: 10.7.0.0/16\n  vpn: openvpn', 'schema/unknown-key'],
  ['  subnet: 10.7.0.0/16', '  subnet: 10.7.0.0 / 16', 'schema/malformed-value'],
  ['  clusters: [fra, ams, par, lon]', '  clusters: fra', 'schema/wrong-type'],
  ['  clusters: [fra, ams, par, lon]', '  clusters: [fra, ams, par, lon, rom]', 'topology/unknown-cluster'],
  ['  clusters: [fra, ams, par, lon]', '  clusters: [fra; ams, par, lon]', 'schema/malformed-value'],
  ['  clusters: [fra, ams, par, lon]', '  clusters: [Fra, ams, par, lon]', 'schema/malformed-value'],
  ['    kubesliceDNS: 10.43.40.10', '    kubesliceDNS: 10.45.40.10', 'dns/address-outside'],
  ['    kubesliceDNS: 10.45.40.10', '    kubesliceDNS: 10.45.4O.10', 'schema/malformed-value'],
  ['    podCIDRs: [10.128.0.0/14]', '    podCIDRs: [10.0.0.0/14, 10.128.0.0/14]'],
  ['    podCIDRs: [10.128.0.0/14]', '    podCIDRs: [10.4.0.0/14]', 'slice/subnet-overlap'],
  ['    serviceCIDRs: [10.43.0.0/16]', '    serviceCIDRs: [10.43.0.0/24]', 'dns/address-outside'],
  ['    streamingMode: Synchronous', '    streamingMode: synchronous', 'schema/not-allowed'],
  ['deletionPolicy: Halt', 'deletionPolicy: halt', 'schema/not-allowed'],
  [
    '  - { between: [fra, ams], rtt: 7ms, bandwidth: 1Gbps }',
    '  - { between: [fra, ams], rtt: 7 ms, bandwidth: 1Gbps }',
    'schema/malformed-value',
  ],
  [
    '  - { between: [fra, ams], rtt: 7ms, bandwidth: 1Gbps }',
    '  - { between: [fra], rtt: 7ms, bandwidth: 1Gbps }',
    'schema/out-of-range',
  ],
  [
    '  - { between: [fra, ams], rtt: 7ms, bandwidth: 1Gbps }',
    '  - { between: [fra, amd], rtt: 7ms, bandwidth: 1Gbps }',
    'topology/unknown-cluster',
  ],
];

describe('one wrong value', () => {
  test.each(values.map(([path, value, ...ids]) => ({ path, value, ids })))(
    '$path: $value',
    ({ path, value, ids }) => {
      expect(idsOf(having(path, value))).toEqual(ids);
    },
  );
});

describe('one wrong key', () => {
  test.each(keys.map(([path, key, ...ids]) => ({ path, key, ids })))('$path: $key', ({ path, key, ids }) => {
    expect(idsOf(renamingKey(path, key))).toEqual(ids);
  });
});

describe('one slip of the pen', () => {
  test.each(texts.map(([from, to, ...ids]) => ({ from, to, ids })))('$from: $to', ({ from, to, ids }) => {
    expect(idsOf(change(richTopology, from, to))).toEqual(ids);
  });
});

/** What one of two files of a program says otherwise than the other. */
const differences: readonly (readonly [from: string, to: string])[] = [
  ['metadata:\n  name: wiki', 'metadata:\n  name: shop'],
  ['subnet: 10.7', 'subnet: 10.8'],
  ['project: retail', 'project: wiki'],
  ['namespaces: [shop, wiki, kubedb]', 'namespaces: [wiki, kubedb]'],
  ['  namespaces: [shop, wiki, kubedb]\n', ''],
  ['name: pages', 'name: orders'],
  ['name: pages\n    namespace: wiki', 'name: orders\n    namespace: shop'],
  ['    hub: true\n', ''],
  ['kubesliceDNS: 10.43.0.101\n', 'kubesliceDNS: 10.43.0.101\n    hub: true\n'],
  ['https://10.2.0.56:6443', 'https://10.2.0.57:6443'],
  ['kubesliceDNS: 10.43.0.100', 'kubesliceDNS: 10.43.0.102'],
  ['name: ams\n    distribution: k3s', 'name: ams\n    distribution: rke2'],
  ['name: ams\n    distribution: k3s\n', 'name: ams\n    context: fra\n    distribution: k3s\n'],
  ['name: ams\n    distribution: k3s\n', 'name: ams\n    context: admin\n    distribution: k3s\n'],
  ['  - name: ams\n', '  - name: rom\n'],
  ['- cluster: ams', '- cluster: rom'],
  ['metadata:\n  name: wiki\n', 'metadata:\n  name: wiki\nreleases: { kubedb: v2026.6.19 }\n'],
  ['subnet: 10.7.0.0/16\n', 'subnet: 10.7.0.0/16\n  maxClusters: 8\n'],
  ['subnet: 10.7.0.0/16\n', 'subnet: 10.7.0.0/16\n  isolation: true\n'],
  ['subnet: 10.7.0.0/16\n', 'subnet: 10.7.0.0/16\n  clusters: [ams, fra]\n'],
  ['subnet: 10.7.0.0/16\n', 'subnet: 10.7.0.0/16\n  gateway: { type: openvpn }\n'],
  ['subnet: 10.7.0.0/16\n', 'subnet: 10.7.0.0/16\n  bandwidth: { ceiling: 500Mbps }\n'],
  ['size: 20Gi }', 'size: 20Gi }\n    kubedb: { placementPolicy: shop-orders }'],
];

describe('one difference between two files', () => {
  test.each(differences.map(([from, to]) => ({ from, to })))('$from: $to', ({ from, to }) => {
    const [first = '', second = ''] = twoFiles();
    const inputs = [
      { name: 'shop', content: first },
      { name: 'wiki', content: change(second, from, to) },
    ];
    expect(compile(inputs).diagnostics).toHaveLength(1);
  });
});

/** What a change of a value gives, by the paths of those that give anything; `#` is any index. */
type Outcomes = Readonly<Record<string, readonly string[]>>;

const deletions: Outcomes = {
  'survival/commits-at-risk': ['databases.1.kubedb', 'databases.1.kubedb.streamingMode'],
  'survival/expectation': ['databases.1', 'expect.1.lose.0', 'expect.1.lose.1'],
  'dns/address-unknown': ['clusters.#.kubesliceDNS'],
  'dns/corefile': ['clusters.#.corefile'],
  'sizing/memory-exceeded': ['databases.#.resources', 'databases.#.resources.memory'],
  'kubedb/replicas': [
    'databases.1.placement.0',
    'databases.1.placement.1',
    'databases.1.placement.2',
    'databases.0.placement.1.replicas.1',
  ],
  'placement/storage-class': [
    'clusters.0.storageClass',
    'clusters.1.storageClass',
    'clusters.3.storageClass',
  ],
  'provider/field': ['databases.#.version'],
  'provider/tls': ['databases.#.tls.issuer'],
  'schema/missing-key': [
    'metadata',
    'metadata.name',
    'clusters',
    'clusters.#.name',
    'clusters.#.distribution',
    'clusters.#.location.latitude',
    'clusters.#.location.longitude',
    'slice.name',
    'slice.subnet',
    'slice.gateway.services.#.cluster',
    'slice.namespaces.#.namespace',
    'slice.namespaces.#.clusters',
    'slice.allowedNamespaces.#.namespace',
    'slice.allowedNamespaces.#.clusters',
    'links.#.between',
    'databases',
    'databases.#.name',
    'databases.#.namespace',
    'databases.#.provider',
    'databases.#.engine',
    'databases.#.placement',
    'databases.#.placement.#.cluster',
    'databases.#.placement.#.replicas',
    'databases.#.storage',
    'databases.#.storage.size',
    'databases.#.sizing.gcache.rideOut',
    'databases.#.sizing.gcache.writeRate',
    'databases.#.tls.issuer.name',
    'databases.#.rootPasswordSecret.name',
    'expect.#.lose',
    'expect.#.writes',
  ],
  'schema/out-of-range': [
    'clusters.#.podCIDRs.#',
    'clusters.#.serviceCIDRs.#',
    'links.#.between.#',
    'databases.0.placement.2.replicas.0',
  ],
  'schema/wrong-language': ['apiVersion', 'kind'],
  'slice/api-server-unknown': ['clusters.#.apiServer'],
  'slice/bandwidth': ['slice.bandwidth.ceiling'],
  'slice/missing': ['slice'],
  'slice/namespaces': ['slice.namespaces.0', 'slice.namespaces.1', 'slice.namespaces.2'],
  'slice/network-interface': ['clusters.#.networkInterface'],
  'slice/not-a-member': ['slice.clusters.#'],
  'topology/hub': ['clusters.#.hub'],
  'placement/indices': [
    'databases.0.placement.0',
    'databases.0.placement.1',
    'databases.0.placement.2',
    'databases.0.placement.0.replicas.0',
    'databases.0.placement.0.replicas.1',
    'databases.0.placement.1.replicas.0',
  ],
  'topology/unknown-cluster': ['clusters.#'],
  'topology/zones': [
    'clusters.0.zones.0',
    'clusters.0.zones.1',
    'clusters.0.zones.2',
    'clusters.1.zones.0',
    'clusters.1.zones.1',
  ],
};

const renames: Outcomes = {
  'kubedb/release-unknown': ['releases.kubedb'],
  'kubedb/version-unknown': ['databases.#.version'],
  'schema/malformed-value': [
    'clusters.#.apiServer',
    'clusters.#.nodeIPs.#',
    'clusters.#.podCIDRs.#',
    'clusters.#.serviceCIDRs.#',
    'clusters.#.kubesliceDNS',
    'slice.subnet',
    'slice.bandwidth.ceiling',
    'slice.bandwidth.guaranteed',
    'links.#.rtt',
    'links.#.bandwidth',
    'databases.#.storage.size',
    'databases.#.resources.memory',
    'databases.#.resources.cpu',
    'databases.#.sizing.bufferPool',
    'databases.#.sizing.gcache.rideOut',
    'databases.#.sizing.gcache.writeRate',
    'databases.#.sizing.sharedBuffers',
    'databases.#.sizing.workMem',
    'databases.#.kubedb.leaderElection.period',
    'databases.#.kubedb.leaderElection.maximumLagBeforeFailover',
    'databases.#.kubedb.walKeepSize',
  ],
  'schema/not-allowed': [
    'clusters.#.distribution',
    'slice.gateway.type',
    'slice.gateway.services.#.type',
    'slice.gateway.services.#.protocol',
    'slice.cipher',
    'slice.bandwidth.dscp',
    'databases.#.provider',
    'databases.#.engine',
    'databases.#.replication',
    'databases.#.spread.node',
    'databases.#.spread.zone',
    'databases.#.survive',
    'databases.#.sizing.mode',
    'databases.#.sizing.workload',
    'databases.#.tls.issuer.kind',
    'databases.#.deletionPolicy',
    'databases.#.kubedb.wsrepSSTMethod',
    'databases.#.kubedb.standbyMode',
    'databases.#.kubedb.streamingMode',
    'expect.#.writes',
  ],
  'schema/wrong-language': ['apiVersion', 'kind'],
  'slice/kubernetes-release': ['releases.kubernetes'],
  'slice/namespaces': ['slice.namespaces.#', 'databases.#.namespace'],
  'topology/expectation': ['expect.#.lose', 'expect.#.lose.#'],
  'topology/unknown-cluster': [
    'clusters.#.name',
    'slice.clusters.#',
    'slice.gateway.services.#.cluster',
    'slice.namespaces.#.clusters.#',
    'slice.allowedNamespaces.#.clusters.#',
    'links.#.between.#',
    'databases.#.placement.#.cluster',
  ],
  'topology/zones': [
    'clusters.0.zones.0',
    'clusters.0.zones.1',
    'clusters.0.zones.2',
    'clusters.1.zones.0',
    'clusters.1.zones.1',
  ],
};

const copies: Outcomes = {
  'schema/duplicate-item': [
    'clusters.#.zones.#',
    'clusters.#.gatewayNodes.#',
    'slice.serviceAccounts.readWrite.#',
    'slice.serviceAccounts.readOnly.#',
    'slice.clusters.#',
    'slice.namespaces.#.clusters.#',
    'slice.allowedNamespaces.#.clusters.#',
    'databases.#.placement.#.replicas.#',
    'expect.#.lose.#',
  ],
  'schema/out-of-range': ['links.#.between.#'],
  'slice/gateway-services': ['slice.gateway.services.#'],
  'slice/namespaces': ['slice.namespaces.#', 'slice.allowedNamespaces.#'],
  'topology/duplicate-link': ['links.#'],
  'topology/duplicate-name': ['clusters.#', 'databases.#'],
  'placement/indices': ['databases.#.placement.#'],
};

const original = parseDocument(richTopology);

/** Every value of the document. */
function* valuesOf(
  node: unknown,
  path: Path = [],
): Generator<{ readonly path: Path; readonly value: unknown }> {
  const entries = isMap(node)
    ? node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), value] as const)
    : isSeq(node)
      ? [...node.items.entries()]
      : [];
  for (const [step, value] of entries) {
    yield { path: [...path, step], value };
    yield* valuesOf(value, [...path, step]);
  }
}

/** Compares what each change gives with the table, which names nothing that is not there. */
function expectOutcomes(
  outcomes: Outcomes,
  changed: (document: Document, path: Path, value: unknown) => boolean,
): void {
  const expected = new Map(
    Object.entries(outcomes).flatMap(([id, paths]) => paths.map((path) => [path, id])),
  );
  const unused = new Set(expected.keys());
  const wrong: Record<string, readonly string[]> = {};
  for (const { path, value } of valuesOf(original.contents)) {
    const document = original.clone();
    if (!changed(document, path, value)) continue;
    const exact = path.join('.');
    const any = path.map((step) => (typeof step === 'number' ? '#' : step)).join('.');
    const wanted = expected.get(exact) ?? expected.get(any);
    unused.delete(exact);
    unused.delete(any);
    const found = idsOf(String(document));
    if (found.join() !== (wanted ?? '')) wrong[exact] = found;
  }
  expect(wrong).toEqual({});
  expect([...unused]).toEqual([]);
}

describe('each value of the topology', { timeout: 240_000 }, () => {
  test('left out', () => {
    expectOutcomes(deletions, (document, path) => document.deleteIn(path));
  });

  test('called otherwise', () => {
    expectOutcomes(renames, (document, path, value) => {
      if (!isScalar(value) || typeof value.value !== 'string') return false;
      document.setIn(path, `${value.value}x`);
      return true;
    });
  });

  test('said twice', () => {
    expectOutcomes(copies, (document, path) => {
      const index = path.at(-1);
      const list = document.getIn(path.slice(0, -1));
      if (typeof index !== 'number' || !isSeq(list)) return false;
      list.items.push((list.items[index] as { clone(): unknown }).clone());
      return true;
    });
  });
});
