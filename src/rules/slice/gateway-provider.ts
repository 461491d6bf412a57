import { defineRule } from '../rule.js';
import { hasNetwork, sliceConfigsOf } from './objects.js';

/** A SliceConfig with a network says what its gateways are. dbspan always writes it. */
export const gatewayProvider = defineRule({
  id: 'slice/gateway-provider',
  severity: 'error',
  why: 'KubeSlice refuses a slice with a network that does not say what its gateways are',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    missing: (p: { slice: string }) => `the SliceConfig ${p.slice} has no sliceGatewayProvider`,
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      const spec = config.root.at('spec');
      if (!hasNetwork(config) || spec.at('sliceGatewayProvider').given) continue;
      report('missing', { slice: config.name })
        .at(spec.keySpan)
        .fix(
          'add sliceGatewayProvider: { sliceGatewayType: Wireguard, sliceCaType: Local }; it can never be changed',
        );
    }
  },
});
