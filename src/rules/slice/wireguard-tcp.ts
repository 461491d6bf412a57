import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { hasNetwork, sliceConfigsOf } from './objects.js';

/** WireGuard tunnels go over UDP. */
export const wireguardTcp = defineRule({
  id: 'slice/wireguard-tcp',
  severity: 'warning',
  why: 'WireGuard speaks UDP alone: a Service for TCP passes none of its packets, the tunnel does not come up, and the protocol of a gateway can never be changed',
  source: 'kubeslice/worker-operator controllers/slicegateway/slicegateway.go',
  messages: {
    tcp: (p: { cluster: string }) =>
      `the gateway of ${p.cluster} is reached over TCP, and the tunnels are WireGuard`,
  },
  checkTopology({ slice }, report) {
    if (!slice || slice.gateway?.type === 'openvpn') return;
    for (const service of slice.gateway?.services ?? []) {
      if (service.protocol !== 'TCP') continue;
      const open = report('tcp', { cluster: service.cluster }).at(valueSpan(service, 'protocol'));
      if (slice.gateway?.type) open.related(keySpan(slice.gateway, 'type'), 'the tunnels');
      open.fix('write protocol: UDP, or gateway type openvpn');
    }
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      const provider = config.root.at('spec', 'sliceGatewayProvider');
      const type = provider.at('sliceGatewayType');
      if (type.text !== 'Wireguard' || !hasNetwork(config)) continue;
      for (const service of provider.at('sliceGatewayServiceType').items()) {
        const protocol = service.at('protocol');
        if (protocol.text !== 'TCP') continue;
        report('tcp', { cluster: service.at('cluster').text ?? '' })
          .at(protocol.span)
          .related(type.span, 'the tunnels')
          .fix('write protocol: UDP, or sliceGatewayType: OpenVPN');
      }
    }
  },
});
