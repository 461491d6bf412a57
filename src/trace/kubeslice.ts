import type { Plan } from '../plan/index.js';
import { type ClusterContext, inCluster, nameOfCluster, projectName, type SliceContext } from './context.js';
import type { Steps } from './place.js';
import { type Field, fixed, made, said, type Table } from './table.js';

const ofProject = made<SliceContext>(
  'kubeslice-PROJECT: KubeSlice makes the namespace of that name',
  (context) => [projectName(context)],
);

const api = fixed('what KubeSlice serves');

function inSlice(...steps: Steps) {
  return (): Steps[] => [['slice', ...steps]];
}

/** Project of KubeSlice. */
export const project: Table<SliceContext> = {
  apiVersion: api,
  kind: api,
  'metadata.name': {
    of: (context) => [projectName(context)],
    says: ({ plan }) =>
      plan.topology.slice?.project === undefined
        ? 'the name of the program, unless slice.project says another'
        : undefined,
  },
  'metadata.namespace': fixed('a constant in KubeSlice’s code'),
  'spec.serviceAccount.readWrite[]': { of: inSlice('serviceAccounts', 'readWrite'), unsaid: 'admin' },
  'spec.serviceAccount.readOnly[]': said(inSlice('serviceAccounts', 'readOnly')),
};

/** What a member of the slice is by default: it holds a replica of a kubedb database, or is the hub. */
export function whyMember({ plan }: SliceContext, index: number): Steps[] {
  const { topology, slice } = plan;
  const member = slice?.members[index];
  if (!member) return [];
  const name = nameOfCluster({ plan, cluster: member });
  if (topology.slice?.clusters) {
    const at = topology.slice.clusters.indexOf(member.source.name);
    return [['slice', 'clusters', at === -1 ? index : at], name];
  }
  if (member.hub) return [name, inCluster({ plan, cluster: member }, 'hub')];
  const held: Steps[] = [];
  for (const [at, database] of topology.databases.entries()) {
    if (database.provider !== 'kubedb') continue;
    const entry = database.placement.findIndex(({ cluster }) => cluster === member.source.name);
    if (entry !== -1) held.push(['databases', at, 'placement', entry, 'cluster']);
  }
  // Where several databases hold it, each alone could go.
  return held.length === 1 ? [name, ...held] : [name];
}

/** The databases that bring a namespace onto the slice. */
function namespacesByDefault({ plan }: SliceContext, name: unknown): Steps[] {
  return plan.topology.databases.flatMap(({ provider, namespace }, at): Steps[] =>
    provider === 'kubedb' && namespace === name ? [['databases', at, 'namespace']] : [],
  );
}

/** What says the name of a cluster that is named. */
function nameOfMember(plan: Plan, name: unknown): Steps[] {
  const cluster = plan.slice?.members.find((member) => member.name === name);
  return cluster ? [nameOfCluster({ plan, cluster })] : [];
}

function namespaceAt(list: 'namespaces' | 'allowedNamespaces', part: 'namespace' | 'clusters') {
  return (context: SliceContext, { wild: [index], value }: Field): Steps[] => {
    const said = context.plan.topology.slice?.[list];
    if (!said)
      return list === 'namespaces' && part === 'namespace'
        ? namespacesByDefault(context, value)
        : [['slice', list]];
    const entry = said[Number(index)];
    if (typeof entry === 'string') return part === 'namespace' ? [['slice', list, Number(index)]] : [];
    const own: Steps = ['slice', list, Number(index), part];
    return part === 'clusters' ? [own, ...nameOfMember(context.plan, value)] : [own];
  };
}

function selection(list: 'namespaces' | 'allowedNamespaces'): Table<SliceContext> {
  return {
    '[].namespace': {
      of: namespaceAt(list, 'namespace'),
      says: ({ plan }, { value }) =>
        plan.topology.slice?.[list] !== undefined
          ? undefined
          : value === 'kubedb'
            ? 'fixed: the operator’s own, which its replicas talk to'
            : 'the namespaces of the kubedb databases, unless slice.namespaces says others',
    },
    '[].clusters[]': {
      of: namespaceAt(list, 'clusters'),
      says: (_, { value }) => (value === '*' ? '*: on all members' : undefined),
    },
  };
}

/** SliceConfig. */
export const sliceConfig: Table<SliceContext> = {
  apiVersion: api,
  kind: api,
  'metadata.name': said(inSlice('name')),
  'metadata.namespace': ofProject,
  'spec.sliceSubnet': said(inSlice('subnet')),
  'spec.maxClusters': {
    of: ({ slice }) =>
      // One member more or less decides.
      slice.members.length === 15 || slice.members.length === 16
        ? [
            ['slice', 'maxClusters'],
            ['slice', 'clusters'],
          ]
        : [['slice', 'maxClusters']],
    says: ({ slice }) =>
      slice.source.maxClusters === undefined
        ? `${slice.maxClusters}, for ${slice.members.length} members: 16, or 32 from 16 members on`
        : undefined,
  },
  'spec.sliceGatewayProvider.sliceGatewayType': { of: inSlice('gateway', 'type'), unsaid: 'Wireguard' },
  'spec.sliceGatewayProvider.sliceGatewayServiceType[].{cluster,type,protocol}': {
    of: ({ plan }, { wild: [index], pointer, value }) => [
      ['slice', 'gateway', 'services', Number(index), String(pointer.at(-1))],
      ...(pointer.at(-1) === 'cluster' ? nameOfMember(plan, value) : []),
    ],
    unsaid: 'what KubeSlice takes: said, since what an entry leaves out a later one could not change',
  },
  'spec.{sliceType,sliceIpamType}': fixed('the one that KubeSlice has'),
  'spec.sliceGatewayProvider.sliceCaType': fixed('the one that KubeSlice has'),
  'spec.rotationInterval': { of: inSlice('rotationInterval'), unsaid: '30 days' },
  'spec.vpnConfig.cipher': { of: inSlice('cipher'), unsaid: 'AES-256-CBC' },
  'spec.clusters[]': {
    of: (context, { wild: [index] }) => whyMember(context, Number(index)),
    says: ({ plan }) =>
      plan.topology.slice?.clusters === undefined
        ? 'the hub and every cluster that holds a replica of a kubedb database, in the order of clusters'
        : undefined,
  },
  'spec.standardQosProfileName': {
    of: inSlice('bandwidth', 'profile'),
    unsaid: 'KubeSlice’s profile named default',
  },
  'spec.qosProfileDetails.bandwidthCeilingKbps': made(
    'slice.bandwidth.ceiling in kbps',
    inSlice('bandwidth', 'ceiling'),
  ),
  'spec.qosProfileDetails.bandwidthGuaranteedKbps': {
    of: ({ slice }) => [
      ['slice', 'bandwidth', slice.source.bandwidth?.guaranteed === undefined ? 'ceiling' : 'guaranteed'],
    ],
    says: ({ slice }) =>
      slice.source.bandwidth?.guaranteed === undefined
        ? 'a tenth of slice.bandwidth.ceiling, in kbps, unless guaranteed says it'
        : 'slice.bandwidth.guaranteed in kbps',
  },
  'spec.qosProfileDetails.priority': { of: inSlice('bandwidth', 'priority'), unsaid: '0, the highest' },
  'spec.qosProfileDetails.dscpClass': {
    of: inSlice('bandwidth', 'dscp'),
    unsaid: 'AF11, as in KubeSlice’s own profile',
  },
  'spec.qosProfileDetails.{queueType,tcType}': fixed('the one that KubeSlice has'),
  'spec.namespaceIsolationProfile.isolationEnabled': { of: inSlice('isolation'), unsaid: 'false' },
  ...under('spec.namespaceIsolationProfile.applicationNamespaces', selection('namespaces')),
  ...under('spec.namespaceIsolationProfile.allowedNamespaces', selection('allowedNamespaces')),
};

function under<Context>(path: string, table: Table<Context>): Table<Context> {
  return Object.fromEntries(Object.entries(table).map(([pattern, entry]) => [path + pattern, entry]));
}

/** Cluster of KubeSlice: the registration of a member. */
export const registration: Table<ClusterContext> = {
  apiVersion: api,
  kind: api,
  'metadata.name': said((context) => [nameOfCluster(context)]),
  'metadata.namespace': made('kubeslice-PROJECT: KubeSlice makes the namespace of that name', (context) => [
    projectName(context),
  ]),
  'spec.networkInterface': said((context) => [inCluster(context, 'networkInterface')]),
  'spec.nodeIPs[]': said((context) => [inCluster(context, 'nodeIPs')]),
  'spec.clusterProperty.geoLocation.{latitude,longitude}': made(
    'as text, which KubeSlice wants',
    (context, { pointer }) => [inCluster(context, 'location', String(pointer.at(-1)))],
  ),
};

/** ManagedClusterAddOn: what installs KubeSlice’s worker on a member. */
export const addOn: Table<ClusterContext> = {
  apiVersion: fixed('what Open Cluster Management serves'),
  kind: fixed('what Open Cluster Management serves'),
  'metadata.name': fixed('the add-on that KubeSlice’s controller serves'),
  'metadata.namespace': said((context) => [nameOfCluster(context)]),
  'spec.configs[].name': said((context) => [nameOfCluster(context)]),
  'spec.configs[].namespace': made('kubeslice-PROJECT, where the member is registered', (context) => [
    projectName(context),
  ]),
  'spec.configs[].{group,resource}': fixed('the registration of the member, KubeSlice’s Cluster'),
  'spec.installNamespace': fixed('hard-coded in the add-on’s templates and certificates'),
};

/** Helm values of KubeSlice’s controller. */
export const controllerValues: Table<ClusterContext> = {
  'kubeslice.controller.endpoint': said((context) => [inCluster(context, 'apiServer')]),
  'kubeslice.controller.{rbacResourcePrefix,projectnsPrefix}': fixed(
    'the add-on and the controller look names up by them',
  ),
  'kubeslice.controller.loglevel': fixed('what the chart takes'),
  'ocm.enabled': fixed('members are registered through Open Cluster Management'),
};
