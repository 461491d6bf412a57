import { sliceZone } from '../../plan/index.js';
import { printYaml } from '../../yaml/print.js';

/**
 * Values for the packaged chart rke2-coredns. A list of Helm values replaces the chart's own, so the server of the
 * cluster's zone is said again as the chart has it; and each server names its port, without which the chart renders a
 * block CoreDNS refuses. Source: coredns/helm charts/coredns/values.yaml, coredns/helm issue 94, rancher/rke2 issue 1808.
 */
export function rke2CorednsValues(address: string): string {
  const plugin = (name: string, parameters?: string, configBlock?: string) => ({
    name,
    parameters,
    configBlock,
  });
  return printYaml({
    servers: [
      {
        zones: [{ zone: '.' }],
        port: 53,
        plugins: [
          plugin('errors'),
          plugin('health', undefined, 'lameduck 5s'),
          plugin('ready'),
          plugin(
            'kubernetes',
            'cluster.local in-addr.arpa ip6.arpa',
            'pods insecure\nfallthrough in-addr.arpa ip6.arpa\nttl 30',
          ),
          plugin('prometheus', '0.0.0.0:9153'),
          plugin('forward', '. /etc/resolv.conf'),
          plugin('cache', '30'),
          plugin('loop'),
          plugin('reload'),
          plugin('loadbalance'),
        ],
      },
      {
        zones: [{ zone: `${sliceZone}.` }],
        port: 53,
        plugins: [plugin('errors'), plugin('cache', '30'), plugin('forward', `. ${address}`)],
      },
    ],
  });
}
