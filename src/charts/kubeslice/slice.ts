import { Construct } from 'constructs';
import { SliceConfig, type SliceConfigSpec, type SliceNamespaceSelection } from '../../imports/index.js';
import type { SliceNamespacePlan, SlicePlan } from '../../plan/index.js';
import { from } from '../origin.js';
import type { KubesliceProps } from './project.js';

/** The slice: the overlay network, its members, its shaping and the namespaces on it. */
export class KubesliceSlice extends Construct {
  constructor(scope: Construct, id: string, { slice }: KubesliceProps) {
    super(scope, id);
    const config = new SliceConfig(this, 'slice', {
      metadata: { name: slice.name, namespace: slice.projectNamespace },
      spec: {
        sliceSubnet: slice.source.subnet,
        maxClusters: slice.maxClusters,
        sliceType: 'Application',
        sliceGatewayProvider: {
          sliceGatewayType: slice.gatewayType,
          sliceCaType: 'Local',
          sliceGatewayServiceType: gatewayServices(slice),
        },
        sliceIpamType: 'Local',
        rotationInterval: slice.rotationInterval,
        vpnConfig: { cipher: slice.cipher },
        clusters: slice.members.map(({ name }) => name),
        ...shaping(slice),
        namespaceIsolationProfile: {
          applicationNamespaces: slice.namespaces.map(selection),
          isolationEnabled: slice.source.isolation ?? false,
          allowedNamespaces:
            slice.allowedNamespaces.length > 0 ? slice.allowedNamespaces.map(selection) : undefined,
        },
      },
    });
    from(slice.source, 'slice', config);
  }
}

/** Type and protocol are said even where they are the defaults: what an entry leaves out, a later one could not change. */
function gatewayServices({ source }: SlicePlan) {
  return source.gateway?.services?.map(({ cluster, type, protocol }) => ({
    cluster,
    type: type ?? 'NodePort',
    protocol: protocol ?? 'UDP',
  }));
}

function selection({ namespace, clusters }: SliceNamespacePlan): SliceNamespaceSelection {
  return { namespace, clusters };
}

function shaping({
  shaping,
}: SlicePlan): Pick<SliceConfigSpec, 'qosProfileDetails' | 'standardQosProfileName'> {
  if ('profile' in shaping) return { standardQosProfileName: shaping.profile };
  return {
    qosProfileDetails: {
      queueType: 'HTB',
      priority: shaping.priority,
      tcType: 'BANDWIDTH_CONTROL',
      bandwidthCeilingKbps: shaping.ceilingKbps,
      bandwidthGuaranteedKbps: shaping.guaranteedKbps,
      dscpClass: shaping.dscp,
    },
  };
}
