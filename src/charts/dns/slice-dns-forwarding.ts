import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ConfigMap, DNS, HelmChartConfig } from '../../imports/index.js';
import { type ClusterPlan, type DnsPlan, sliceZone } from '../../plan/index.js';
import { keep } from '../keep.js';
import { from } from '../origin.js';
import { rke2CorednsValues } from './rke2-values.js';

/** What {@link SliceDnsForwarding} needs. */
export interface SliceDnsForwardingProps {
  readonly cluster: ClusterPlan;
}

/** Whether the forwarding of a plan is written as an object. */
export function isWritten(
  dns: DnsPlan | undefined,
): dns is Exclude<DnsPlan, { kind: 'manual' | 'eks-addon' }> {
  return dns !== undefined && dns.kind !== 'manual' && dns.kind !== 'eks-addon';
}

/** Sends slice.local on one cluster to its kubeslice-dns, by the object that lasts on its distribution. */
export class SliceDnsForwarding extends Construct {
  constructor(scope: Construct, id: string, { cluster }: SliceDnsForwardingProps) {
    super(scope, id);
    if (!isWritten(cluster.dns)) return;
    from(cluster.source, `clusters[${cluster.name}]`, forwarding(this, cluster.dns));
  }
}

const inKubeSystem = (name: string) => ({ name, namespace: 'kube-system', annotations: { ...keep } });

function forwarding(scope: Construct, dns: Exclude<DnsPlan, { kind: 'manual' | 'eks-addon' }>): ApiObject {
  switch (dns.kind) {
    case 'coredns-custom':
      return new ConfigMap(scope, 'coredns-custom', {
        metadata: inKubeSystem('coredns-custom'),
        data: { 'slice-local.server': dns.block },
      });
    case 'corefile':
      return new ConfigMap(scope, 'coredns', {
        metadata: inKubeSystem('coredns'),
        data: { Corefile: dns.corefile },
      });
    case 'helm-chart-config':
      return new HelmChartConfig(scope, 'rke2-coredns', {
        metadata: inKubeSystem('rke2-coredns'),
        spec: { valuesContent: rke2CorednsValues(dns.address) },
      });
    case 'dns-operator':
      return new DNS(scope, 'default', {
        metadata: { name: 'default', annotations: { ...keep } },
        spec: {
          servers: [
            {
              name: 'slice-local',
              zones: [sliceZone],
              forwardPlugin: { policy: 'Random', upstreams: [dns.address] },
            },
          ],
        },
      });
    case 'kube-dns':
      return new ConfigMap(scope, 'kube-dns', {
        metadata: inKubeSystem('kube-dns'),
        data: { stubDomains: `${JSON.stringify({ [sliceZone]: [dns.address] })}\n` },
      });
  }
}
