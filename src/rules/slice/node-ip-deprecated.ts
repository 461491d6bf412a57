import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

/** A Cluster lists its node addresses as nodeIPs. */
export const nodeIpDeprecated = defineRule({
  id: 'slice/node-ip-deprecated',
  severity: 'warning',
  why: 'KubeSlice copies the old field over the first of fewer than two nodeIPs, so that the spec no longer says what was written',
  source: 'kubeslice/kubeslice-controller apis/controller/v1alpha1/cluster_types.go',
  messages: {
    old: (p: { cluster: string }) => `the Cluster ${p.cluster} has the old field nodeIP`,
    overwrites: (p: { cluster: string; address: string; lost: string }) =>
      `the old field nodeIP of the Cluster ${p.cluster}, ${p.address}, replaces ${p.lost} in nodeIPs`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('Cluster', controllerGroup)) {
      const old = root.at('spec', 'nodeIP');
      if (!old.given || old.text === '') continue;
      const list = root.at('spec', 'nodeIPs').items();
      const [only] = list;
      const address = old.text ?? '';
      if (list.length === 1 && only?.text !== undefined && only.text !== address) {
        report('overwrites', { cluster: name, address, lost: only.text })
          .at(old.span, 'the old field')
          .related(only.span, 'is lost')
          .fix('remove nodeIP');
      } else {
        report('old', { cluster: name })
          .at(old.keySpan)
          .fix(list.length > 0 ? 'remove it' : `write nodeIPs: [${address}] instead`);
      }
    }
  },
});
