import type { Manifest } from '../../manifests/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf, Meetings, projectKey, type SlicedPlan, slicedPlans } from '../sliced-plans.js';
import { firstOf } from '../words.js';
import { hasNetwork } from './objects.js';

/** Two slices on one cluster have subnets of their own. Subnets are all of one size: they overlap only where they are equal. */
export const subnetShared = defineRule({
  id: 'slice/subnet-shared',
  severity: 'warning',
  why: 'nothing checks it, and while every pod is on one slice only it works; but one address then means two pods of a cluster, and a subnet can never be changed',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    subnet: (p: { subnet: string; slice: string; other: string; clusters: readonly string[] }) =>
      `the slices ${p.other} and ${p.slice} share the subnet ${p.subnet}, and ${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'is' : 'are'} on both`,
  },
  checkProgram(plans, report) {
    const first = new Map<string, SlicedPlan>();
    for (const here of slicedPlans(plans)) {
      const { slice } = here;
      const { subnet } = slice.source;
      const meetings = new Meetings<SlicedPlan>();
      for (const { name } of slice.members) {
        // A cluster of two projects is slice/registered-twice.
        const key = `${projectKey(here)}/${name}/${subnet}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, here);
        else if (earlier.slice.name !== slice.name) meetings.add(earlier, name);
      }
      for (const [earlier, clusters] of meetings.entries()) {
        report('subnet', { subnet, slice: slice.name, other: earlier.slice.name, clusters })
          .at(valueSpan(slice.source, 'subnet'))
          .related(valueSpan(earlier.slice.source, 'subnet'), `the same in ${fileOf(earlier.plan)}`)
          .fix('choose another private /16 for the one that does not exist yet');
      }
    }
  },
  checkManifests(manifests, report) {
    const first = new Map<string, Manifest>();
    for (const manifest of manifests.of('SliceConfig', 'controller.kubeslice.io')) {
      const { name, namespace = '', root } = manifest;
      const subnet = root.at('spec', 'sliceSubnet');
      if (subnet.text === undefined || !hasNetwork(manifest)) continue;
      const meetings = new Meetings<Manifest>();
      for (const { text: cluster } of root.at('spec', 'clusters').items()) {
        if (cluster === undefined) continue;
        const key = `${namespace}/${cluster}/${subnet.text}`;
        const earlier = first.get(key);
        if (!earlier) first.set(key, manifest);
        else if (earlier.name !== name) meetings.add(earlier, cluster);
      }
      for (const [earlier, clusters] of meetings.entries()) {
        report('subnet', { subnet: subnet.text, slice: name, other: earlier.name, clusters })
          .at(subnet.span)
          .related(earlier.root.at('spec', 'sliceSubnet').span, 'the same')
          .fix('choose another private /16 for the one that does not exist yet');
      }
    }
  },
});
