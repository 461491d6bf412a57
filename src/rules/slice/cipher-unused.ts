import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { sliceConfigsOf } from './objects.js';

/** What KubeSlice writes itself where nothing is said. */
const standard = 'AES-256-CBC';

/** A cipher is chosen where there is a choice: with OpenVPN. */
export const cipherUnused = defineRule({
  id: 'slice/cipher-unused',
  severity: 'info',
  why: 'the cipher is a setting of OpenVPN; WireGuard has one of its own, and the value stands in the slice without effect, for ever, as it cannot be changed',
  source: 'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go',
  messages: {
    unused: (p: { cipher: string }) => `the cipher ${p.cipher} has no effect: the tunnels are WireGuard`,
  },
  checkTopology({ slice }, report) {
    if (slice?.cipher === undefined || slice.gateway?.type === 'openvpn') return;
    report('unused', { cipher: slice.cipher })
      .at(valueSpan(slice, 'cipher'))
      .fix('remove it before the slice is made; a slice that exists must keep it');
  },
  checkManifests(manifests, report) {
    for (const { root } of sliceConfigsOf(manifests)) {
      const cipher = root.at('spec', 'vpnConfig', 'cipher');
      const type = root.at('spec', 'sliceGatewayProvider', 'sliceGatewayType').text;
      if (type !== 'Wireguard' || cipher.text === undefined || cipher.text === standard) continue;
      report('unused', { cipher: cipher.text })
        .at(cipher.span)
        .fix('remove it before the slice is made; a slice that exists must keep it');
    }
  },
});
