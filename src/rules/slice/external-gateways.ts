import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { hasNetwork, repeatsOf, sliceConfigsOf, textsOf } from './objects.js';

/** Each cluster stands in one entry of the external gateways, and `*` alone in one. A topology has none. */
export const externalGateways = defineRule({
  id: 'slice/external-gateways',
  severity: 'error',
  why: 'KubeSlice refuses a slice whose external gateways do not say of each cluster exactly once what it has',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    beside: () => 'an external gateway is for * and for single clusters',
    all: () => 'two external gateways are for *',
    twice: (p: { cluster: string }) => `two external gateways are for ${p.cluster}`,
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      if (!hasNetwork(config)) continue;
      const named: Field[] = [];
      for (const entry of config.root.at('spec', 'externalGatewayConfig').items()) {
        const clusters = entry.at('clusters');
        const texts = textsOf(clusters);
        if (texts.includes('*') && texts.length > 1)
          report('beside').at(clusters.span).fix('write * alone, or the clusters without it');
        else for (const cluster of clusters.items()) named.push(cluster);
      }
      for (const { text, first, again } of repeatsOf(named)) {
        const open = text === '*' ? report('all') : report('twice', { cluster: text });
        open.at(again.span, 'again here').related(first.span, 'first here').fix('keep it in one of the two');
      }
    }
  },
});
