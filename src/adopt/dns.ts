import type { ManifestInput } from '../manifests/index.js';
import { forwardedTo } from '../plan/index.js';
import type { Cluster } from '../topology/index.js';
import { groups } from './kinds.js';
import type { GivenObject } from './model.js';
import { put, rememberSpan } from './origins.js';
import type { Reading } from './reading.js';

const inKubeSystem = 'kube-system';

/** What the clusters' DNS tells: the address of kubeslice-dns, and with it the distribution, which decides where it is said. */
export function readDns(reading: Reading): void {
  for (const cluster of [...reading.clusters.values()]) {
    const find = (kind: string, group: string, name: string): GivenObject | undefined =>
      reading.find(cluster.name, kind, group, inKubeSystem, name);
    readCustom(cluster, find('ConfigMap', '', 'coredns-custom'), reading);
    readCorefile(cluster, find('ConfigMap', '', 'coredns'), reading);
    readRke2(cluster, find('HelmChartConfig', groups.helm, 'rke2-coredns'));
    readKubeDns(cluster, find('ConfigMap', '', 'kube-dns'));
    readOpenShift(cluster, reading.find(cluster.name, 'DNS', groups.openshiftDns, undefined, 'default'));
    const service = reading.find(cluster.name, 'Service', '', 'kubeslice-system', 'kubeslice-dns');
    const address = service?.root.at('spec', 'clusterIP');
    if (cluster.kubesliceDNS === undefined && address?.text && address.text !== 'None')
      put(cluster, 'kubesliceDNS', address.text, address);
  }
}

function is(cluster: Cluster, distribution: Cluster['distribution'], given: GivenObject): void {
  if (cluster.distribution !== 'other') return;
  cluster.distribution = distribution;
  rememberSpan(cluster, 'distribution', given.root.at('metadata', 'name').span);
}

function setAddress(cluster: Cluster, address: string | undefined, given: GivenObject): boolean {
  if (address === undefined || address === '') return false;
  cluster.kubesliceDNS = address;
  rememberSpan(cluster, 'kubesliceDNS', given.root.at('metadata', 'name').span);
  return true;
}

/** K3s and AKS import it. */
function readCustom(cluster: Cluster, given: GivenObject | undefined, reading: Reading): void {
  for (const [, { text }] of given?.root.at('data').entries() ?? []) {
    if (!given || !setAddress(cluster, forwardedTo(text ?? ''), given)) continue;
    const isAks = reading.entries.some(
      ({ clusters, storageClasses }) =>
        clusters.includes(cluster.name) && /^(?:managed|azure)/.test(storageClasses.get(cluster.name) ?? ''),
    );
    is(cluster, isAks ? 'aks' : 'k3s', given);
    return;
  }
}

function readCorefile(cluster: Cluster, given: GivenObject | undefined, reading: Reading): void {
  const corefile = given?.root.at('data', 'Corefile').text;
  if (!given || corefile === undefined) return;
  const isK3s =
    given.root.at('data', 'NodeHosts').given ||
    corefile.includes('/etc/coredns/custom/') ||
    corefile.includes('NodeHosts');
  if (isK3s) is(cluster, 'k3s', given);
  const address = forwardedTo(corefile);
  if (cluster.kubesliceDNS === undefined) {
    if (!setAddress(cluster, address, given)) return;
    const folders = given.root.span.file.name.split('/');
    if (!folders.includes(cluster.name) && reading.clusters.size > 1)
      reading.assume(
        `clusters[${cluster.name}].kubesliceDNS`,
        address ?? '',
        'the ConfigMap coredns does not say whose it is; a name in its NodeHosts, or its place, speaks for this cluster',
      );
  }
  if (isK3s || cluster.distribution === 'k3s' || cluster.distribution === 'aks') return;
  is(cluster, 'kubeadm', given);
  const path = `corefiles/${cluster.name}.Corefile`;
  put(cluster, 'corefile', path, given.root.at('data', 'Corefile'));
  reading.companions.push({ path, content: corefile });
}

function readRke2(cluster: Cluster, given: GivenObject | undefined): void {
  const values = given?.root.at('spec', 'valuesContent').text;
  if (!given || values === undefined) return;
  const [, after = ''] = values.split(/slice\.local/);
  if (setAddress(cluster, /parameters:\s*["']?\. ([0-9A-Fa-f.:]+)/.exec(after)?.[1], given))
    is(cluster, 'rke2', given);
}

function readKubeDns(cluster: Cluster, given: GivenObject | undefined): void {
  const stubs = given?.root.at('data', 'stubDomains').text;
  if (!given || stubs === undefined) return;
  if (setAddress(cluster, /"slice\.local"\s*:\s*\[\s*"([^"]+)"/.exec(stubs)?.[1], given))
    is(cluster, 'gke', given);
}

function readOpenShift(cluster: Cluster, given: GivenObject | undefined): void {
  const server = given?.root
    .at('spec', 'servers')
    .items()
    .find((each) =>
      each
        .at('zones')
        .items()
        .some(({ text }) => text === 'slice.local'),
    );
  const address = server?.at('forwardPlugin', 'upstreams', 0).text;
  if (given && setAddress(cluster, address?.replace(/:53$/, ''), given)) is(cluster, 'openshift', given);
}

/** What files beside the manifests tell: values of the KubeSlice chart, and the configuration of the add-on of EKS. */
export function readValues(reading: Reading, inputs: readonly ManifestInput[]): void {
  for (const { name, content } of inputs) {
    const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
    if (text.length > 1024 * 1024) continue;
    readEndpoint(reading, text);
    readAddOn(reading, name, text);
  }
}

/** The address under which the others reach the hub. */
function readEndpoint(reading: Reading, text: string): void {
  const { hub } = reading.gathered;
  if (hub === undefined || !/^kubeslice:/m.test(text)) return;
  const endpoint = /^\s+endpoint:\s*["']?(https:\/\/[^\s"'#]+)/m.exec(text)?.[1];
  if (endpoint !== undefined && /^https:\/\/[A-Za-z0-9[]/.test(endpoint))
    reading.cluster(hub).apiServer = endpoint;
}

function readAddOn(reading: Reading, name: string, text: string): void {
  const folder = /(?:^|\/)([^/]+)\/values\/eks-coredns-addon\.json$/.exec(name)?.[1];
  const cluster = folder === undefined ? undefined : reading.clusters.get(folder);
  if (!cluster) return;
  const corefile = corefileOf(text);
  const address = forwardedTo(corefile ?? '');
  if (corefile === undefined || !address) return;
  cluster.distribution = 'eks';
  cluster.kubesliceDNS = address;
  cluster.corefile = `corefiles/${cluster.name}.Corefile`;
  reading.companions.push({ path: cluster.corefile, content: corefile });
}

function corefileOf(text: string): string | undefined {
  try {
    const { corefile } = JSON.parse(text) as { readonly corefile?: unknown };
    return typeof corefile === 'string' ? corefile : undefined;
  } catch {
    return undefined;
  }
}
