import { type ClusterContext, inCluster } from './context.js';
import { fixed, made, type Table } from './table.js';

const forwarded = made<ClusterContext>('sends slice.local to kubeslice-dns of this cluster', (context) => [
  inCluster(context, 'kubesliceDNS'),
  inCluster(context, 'distribution'),
]);

const corefile = made<ClusterContext>(
  'the cluster’s Corefile, and in front of it a server that sends slice.local to kubeslice-dns',
  (context) => [
    inCluster(context, 'kubesliceDNS'),
    inCluster(context, 'corefile'),
    inCluster(context, 'distribution'),
  ],
);

/** What sends slice.local on a member to KubeSlice: a ConfigMap, a HelmChartConfig or a DNS, as the distribution wants it. */
export const forwarding: Table<ClusterContext> = {
  'data.Corefile': corefile,
  'data.*': forwarded,
  'spec.valuesContent': forwarded,
  'spec.servers[].forwardPlugin.upstreams[]': forwarded,
  'spec.servers[].**': fixed('the zone that KubeSlice serves'),
  'metadata.{name,namespace}': made('the object by which this distribution’s DNS is told', (context) => [
    inCluster(context, 'distribution'),
  ]),
  'metadata.annotations.*': fixed(
    'never to be deleted because it left the repository, and applied field by field: the cluster owns it too',
  ),
  '{apiVersion,kind}': made('the object by which this distribution’s DNS is told', (context) => [
    inCluster(context, 'distribution'),
  ]),
};

/** Configuration of the managed add-on of EKS. */
export const addOnConfiguration: Table<ClusterContext> = { corefile };
