import { headSpan, valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const remedy =
  "run on a gateway node: ip route get 8.8.8.8 | awk '{ print $5 }' and write the result as networkInterface";

/** Every member of the slice says which interface its gateway nodes use. */
export const networkInterface = defineRule({
  id: 'slice/network-interface',
  severity: 'error',
  why: 'with none, KubeSlice shapes no device; with the add-on’s own guess, enp1s0, the tunnel of a cluster that has another fails without a word',
  source: 'kube-slice/kubeslice-controller ocm/helpers.go',
  messages: {
    missing: (p: { cluster: string }) => `${p.cluster} joins the slice but has no networkInterface`,
    loopback: (p: { cluster: string }) =>
      `the networkInterface of ${p.cluster} is lo, which reaches no other machine`,
    object: (p: { cluster: string }) => `the Cluster ${p.cluster} has no networkInterface`,
  },
  checkTopology(topology, report) {
    for (const cluster of sliceMembersOf(topology)) {
      if (cluster.networkInterface === 'lo')
        report('loopback', { cluster: cluster.name }).at(valueSpan(cluster, 'networkInterface')).fix(remedy);
      if (cluster.networkInterface !== undefined) continue;
      report('missing', { cluster: cluster.name }).at(headSpan(cluster)).fix(remedy);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Cluster', controllerGroup)) {
      const device = root.at('spec', 'networkInterface');
      if (device.text === 'lo') report('loopback', { cluster: name }).at(device.span).fix(remedy);
      if (device.given && device.text !== '') continue;
      report('object', { cluster: name })
        .at(device.given ? device.span : root.at('spec').keySpan)
        .fix(remedy);
    }
  },
});
