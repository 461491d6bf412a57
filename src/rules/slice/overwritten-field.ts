import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { slicedDatabases } from '../sliced-databases.js';
import { firstOf } from '../words.js';
import { controllerGroup, hasNetwork, sliceConfigsOf } from './objects.js';

/** Nobody writes what KubeSlice writes into the same spec. */
export const overwrittenField = defineRule({
  id: 'slice/overwritten-field',
  severity: 'warning',
  why: 'KubeSlice writes these fields of the spec itself, so a GitOps tool sees a difference at every comparison, and the two overwrite each other for ever',
  source:
    'kubeslice/worker-operator pkg/hub/controllers/cluster/reconciler.go; kubeslice/kubeslice-controller apis/controller/v1alpha1/sliceconfig_webhook.go',
  messages: {
    worker: (p: { cluster: string; fields: readonly string[] }) =>
      `the worker of ${p.cluster} writes ${firstOf(p.fields)} itself`,
    vpn: (p: { slice: string }) => `the slice ${p.slice} has no network, and KubeSlice removes its vpnConfig`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Cluster', controllerGroup)) {
      const property = root.at('spec', 'clusterProperty');
      const place = property.at('geoLocation');
      const written: (readonly [string, Field])[] = [
        ['cloudProvider', place.at('cloudProvider')],
        ['cloudRegion', place.at('cloudRegion')],
        ['kubernetesDashboard', property.at('monitoring', 'kubernetesDashboard')],
      ];
      const given = written.filter(([, field]) => field.given && field.text !== '');
      const [first] = given;
      if (!first) continue;
      const open = report('worker', { cluster: name, fields: given.map(([field]) => field) }).at(
        first[1].keySpan,
      );
      for (const [, field] of given.slice(1)) open.related(field.keySpan, 'this one too');
      open.fix('leave them out, or tell the GitOps tool to ignore them');
    }
    // A slice without a network that is to carry a database is placement/off-the-network.
    const carrying = new Set(slicedDatabases(manifests).map(({ slice }) => slice));
    for (const config of sliceConfigsOf(manifests)) {
      const vpn = config.root.at('spec', 'vpnConfig');
      if (hasNetwork(config) || !vpn.given || carrying.has(config)) continue;
      report('vpn', { slice: config.name }).at(vpn.keySpan).fix('remove it');
    }
  },
});
