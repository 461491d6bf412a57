import type { Field } from '../manifests/index.js';
import type { Cluster, Slice, SliceNamespace } from '../topology/index.js';
import { groups } from './kinds.js';
import type { GivenObject } from './model.js';
import { put, rememberSpan } from './origins.js';
import type { Reading } from './reading.js';

/** The slice with its project and its members; undefined when nothing tells of one. */
export function readSlice(reading: Reading): Slice | undefined {
  const config = sliceConfigOf(reading);
  const reference = config ? undefined : policySlice(reading);
  const registered = reading.of('Cluster', groups.kubeslice);
  if (!config && !reference && !hasDistributed(reading)) {
    if (registered.length > 0) readClusters(reading, registered, undefined);
    return undefined;
  }
  const namespace = config?.namespace ?? reference?.at('projectNamespace').text;
  const slice: Slice = {
    name: config?.name ?? reference?.at('sliceName').text ?? 'slice',
    subnet: '10.1.0.0/16',
  };
  if (config) rememberSpan(slice, 'name', config.root.at('metadata', 'name').span);
  const project = projectOf(reading, namespace);
  put(
    slice,
    'project',
    project?.name ?? namespace?.replace(/^kubeslice-/, ''),
    project?.root.at('metadata', 'name'),
  );
  readAccounts(slice, project);
  if (config) readConfig(slice, config, reading);
  else
    reading.assume(
      'slice.subnet',
      slice.subnet,
      'no SliceConfig is among the manifests; it cannot be changed later',
    );
  if (!config && !reference)
    reading.assume(
      'slice.name',
      slice.name,
      'neither a SliceConfig nor a PlacementPolicy is among the manifests',
    );
  readClusters(reading, registered, namespace);
  return slice;
}

function hasDistributed(reading: Reading): boolean {
  return ['MariaDB', 'Postgres'].some((kind) =>
    reading.of(kind, groups.kubedb).some(({ root }) => root.at('spec', 'distributed').flag === true),
  );
}

/** A topology has one slice: that of the databases, else the first. */
function sliceConfigOf(reading: Reading): GivenObject | undefined {
  const configs = reading.of('SliceConfig', groups.kubeslice);
  const wanted = policySlice(reading);
  const name = wanted?.at('sliceName').text;
  const namespace = wanted?.at('projectNamespace').text;
  return configs.find((each) => each.name === name && each.namespace === namespace) ?? configs[0];
}

function policySlice(reading: Reading): Field | undefined {
  return reading
    .of('PlacementPolicy', groups.placement)
    .map(({ root }) => root.at('spec', 'clusterSpreadConstraint', 'slice'))
    .find((slice) => slice.at('sliceName').text !== undefined);
}

function projectOf(reading: Reading, namespace: string | undefined): GivenObject | undefined {
  const projects = reading.of('Project', groups.kubeslice);
  return (
    projects.find(({ name }) => `kubeslice-${name}` === namespace) ??
    (namespace === undefined ? projects[0] : undefined)
  );
}

function readAccounts(slice: Slice, project: GivenObject | undefined): void {
  const said = project?.root.at('spec', 'serviceAccount');
  const accounts: NonNullable<Slice['serviceAccounts']> = {};
  const readWrite = said?.at('readWrite');
  const readOnly = said?.at('readOnly');
  if (readWrite && readWrite.items().length > 0) put(accounts, 'readWrite', textsOf(readWrite), readWrite);
  if (readOnly && readOnly.items().length > 0) put(accounts, 'readOnly', textsOf(readOnly), readOnly);
  if (accounts.readOnly === undefined && accounts.readWrite?.join() === 'admin') return;
  if (project) put(slice, 'serviceAccounts', accounts, said);
}

function readConfig(slice: Slice, { root }: GivenObject, reading: Reading): void {
  const spec = root.at('spec');
  const subnet = spec.at('sliceSubnet');
  if (subnet.text === undefined)
    reading.assume(
      'slice.subnet',
      slice.subnet,
      'the SliceConfig does not say it; it cannot be changed later',
    );
  else put(slice, 'subnet', subnet.text, subnet);
  const members = spec.at('clusters');
  for (const each of textsOf(members)) reading.cluster(each);
  const most = spec.at('maxClusters');
  const usual = members.items().length < 16 ? 16 : 32;
  if ((most.number ?? 16) !== usual) put(slice, 'maxClusters', most.number ?? 16, most);
  put(slice, 'clusters', textsOf(members), members);
  readGateway(slice, spec.at('sliceGatewayProvider'));
  const cipher = spec.at('vpnConfig', 'cipher');
  if (cipher.text !== undefined && cipher.text !== 'AES-256-CBC')
    put(slice, 'cipher', cipher.text as never, cipher);
  const rotation = spec.at('rotationInterval');
  if (rotation.number !== undefined && rotation.number !== 30)
    put(slice, 'rotationInterval', rotation.number, rotation);
  readShaping(slice, spec);
  const isolation = spec.at('namespaceIsolationProfile');
  if (isolation.at('isolationEnabled').flag) put(slice, 'isolation', true, isolation.at('isolationEnabled'));
  const onSlice = isolation.at('applicationNamespaces');
  if (onSlice.items().length > 0) put(slice, 'namespaces', namespacesOf(onSlice), onSlice);
  const allowed = isolation.at('allowedNamespaces');
  if (allowed.items().length > 0) put(slice, 'allowedNamespaces', namespacesOf(allowed), allowed);
}

function readGateway(slice: Slice, provider: Field): void {
  const type = provider.at('sliceGatewayType');
  const services = provider.at('sliceGatewayServiceType');
  const gateway: NonNullable<Slice['gateway']> = {};
  // What is not said is OpenVPN to KubeSlice, and WireGuard to dbspan.
  if (type.text !== 'Wireguard') put(gateway, 'type', 'openvpn', type);
  if (services.items().length > 0) {
    const list = services.items().map((each) => {
      const service = { cluster: each.at('cluster').text ?? '' };
      const [kind, protocol] = [each.at('type').text, each.at('protocol').text];
      return {
        ...service,
        ...(kind !== undefined && kind !== 'NodePort' ? { type: kind as never } : {}),
        ...(protocol !== undefined && protocol !== 'UDP' ? { protocol: protocol as never } : {}),
      };
    });
    put(gateway, 'services', list, services);
  }
  if (Object.keys(gateway).length > 0) slice.gateway = gateway;
}

function readShaping(slice: Slice, spec: Field): void {
  const bandwidth: NonNullable<Slice['bandwidth']> = {};
  const profile = spec.at('standardQosProfileName');
  const own = spec.at('qosProfileDetails');
  const ceiling = own.at('bandwidthCeilingKbps').number;
  if (own.given && ceiling !== undefined) {
    put(bandwidth, 'ceiling', bandwidthOf(ceiling), own.at('bandwidthCeilingKbps'));
    const guaranteed = own.at('bandwidthGuaranteedKbps').number;
    if (guaranteed !== undefined && guaranteed !== Math.floor(ceiling / 10))
      put(bandwidth, 'guaranteed', bandwidthOf(guaranteed), own.at('bandwidthGuaranteedKbps'));
    const priority = own.at('priority').number;
    if (priority !== undefined && priority !== 0) put(bandwidth, 'priority', priority, own.at('priority'));
    const dscp = own.at('dscpClass').text;
    if (dscp !== undefined && dscp !== 'AF11') put(bandwidth, 'dscp', dscp as never, own.at('dscpClass'));
  } else if (profile.text !== undefined && profile.text !== 'default')
    put(bandwidth, 'profile', profile.text, profile);
  if (Object.keys(bandwidth).length > 0) slice.bandwidth = bandwidth;
}

/** In the largest unit that leaves a whole number. */
function bandwidthOf(kbps: number): string {
  if (kbps > 0 && kbps % 1_000_000 === 0) return `${kbps / 1_000_000}Gbps`;
  return kbps > 0 && kbps % 1000 === 0 ? `${kbps / 1000}Mbps` : `${kbps}kbps`;
}

function namespacesOf(list: Field): SliceNamespace[] {
  return list.items().map((each) => {
    const namespace = each.at('namespace').text ?? '';
    const clusters = textsOf(each.at('clusters'));
    return clusters.length === 1 && clusters[0] === '*' ? namespace : { namespace, clusters };
  });
}

function readClusters(
  reading: Reading,
  registered: readonly GivenObject[],
  namespace: string | undefined,
): void {
  for (const { name, root, namespace: own } of registered) {
    if (namespace !== undefined && own !== namespace) continue;
    const cluster = reading.cluster(name);
    const interfaceName = root.at('spec', 'networkInterface');
    if (interfaceName.text) put(cluster, 'networkInterface', interfaceName.text, interfaceName);
    const addresses = root.at('spec', 'nodeIPs');
    const old = root.at('spec', 'nodeIP');
    if (addresses.items().length > 0) put(cluster, 'nodeIPs', textsOf(addresses), addresses);
    else if (old.text) put(cluster, 'nodeIPs', [old.text], old);
    readLocation(cluster, root.at('spec', 'clusterProperty', 'geoLocation'));
  }
}

function readLocation(cluster: Cluster, place: Field): void {
  const [latitude, longitude] = ['latitude', 'longitude'].map((name) =>
    Number(place.at(name).text ?? 'none'),
  );
  if (latitude === undefined || longitude === undefined || Number.isNaN(latitude) || Number.isNaN(longitude))
    return;
  put(cluster, 'location', { latitude, longitude }, place);
}

/** The texts of a list. */
export function textsOf(list: Field): string[] {
  return list.items().flatMap(({ text }) => (text === undefined ? [] : [text]));
}
