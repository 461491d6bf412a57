import { defineRule } from '../rule.js';
import { corednsTexts } from './dns-objects.js';
import { readCorefile } from './server-blocks.js';

/** A server block in coredns-custom has a key that is imported as one. */
export const customKey = defineRule({
  id: 'dns/custom-key',
  severity: 'error',
  why: 'the Corefile imports *.server beside its servers and *.override into the one for everything: any other key is never read, and a server inside of a server makes CoreDNS refuse all of it',
  source: 'k3s-io/k3s manifests/coredns.yaml; Microsoft, "Customize CoreDNS with Azure Kubernetes Service"',
  messages: {
    unread: (p: { key: string }) =>
      `the key ${p.key} of coredns-custom ends neither in .server nor in .override`,
    inside: (p: { key: string }) => `the key ${p.key} of coredns-custom holds a server block`,
    outside: (p: { key: string }) =>
      `the key ${p.key} of coredns-custom holds plugins outside of a server block`,
  },
  checkManifests(manifests, report) {
    for (const { key, field, text, imported } of corednsTexts(manifests)) {
      if (!imported || text.trim() === '') continue;
      const serves = isServer(text);
      const stem = key.replace(/\.[^.]*$/, '');
      if (key.endsWith('.override')) {
        if (serves) report('inside', { key }).at(field.keySpan).fix(`call it ${stem}.server`);
      } else if (key.endsWith('.server')) {
        if (!serves && /^\s*(?:forward|rewrite|hosts|log|errors|cache)\b/m.test(text))
          report('outside', { key })
            .at(field.keySpan)
            .fix(`put them into a server block, or call it ${stem}.override`);
      } else if (/[{]|^\s*(?:forward|rewrite|hosts|log)\b/m.test(text)) {
        report('unread', { key })
          .at(field.keySpan)
          .fix(`call it ${stem}.${serves ? 'server' : 'override'}`);
      }
    }
  },
});

/** The plugins of CoreDNS: what stands inside of a server. */
const plugins = new Set(
  `acl any auto autopath azure bind bufsize cache cancel chaos clouddns debug dns64 dnssec dnstap erratic errors etcd file forward
  geoip grpc header health hosts import k8s_external kubernetes loadbalance local log loop metadata minimal multicluster nomad nsid
  pprof prometheus ready reload rewrite root route53 secondary sign template timeouts tls trace transfer tsig view whoami`.split(
    /\s+/,
  ),
);

/** Whether a text has a block that is no plugin's. */
function isServer(text: string): boolean {
  return readCorefile(text).blocks.some(({ zones }) => !plugins.has(zones[0]?.zone ?? ''));
}
