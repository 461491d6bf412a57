import { sliceZone } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { corednsTexts } from './dns-objects.js';
import { blocksOf, readCorefile } from './server-blocks.js';

/** The server block of slice.local is on the port that the cluster's DNS is asked on. */
export const serverPort = defineRule({
  id: 'dns/server-port',
  severity: 'error',
  why: 'a server block on a port nobody asks is never reached: CoreDNS answers from the block for everything else that there is no such name',
  source: 'coredns/coredns core/dnsserver/address.go',
  messages: {
    file: (p: { path: string; port: number; asked: number }) =>
      `${p.path} serves on port ${p.asked}, where a block for ${sliceZone} on port ${p.port} is never asked`,
    text: (p: { name: string; key: string; port: number; asked: number }) =>
      `the ConfigMap ${p.name} has ${sliceZone} on port ${p.port} in ${p.key}, but everything else on ${p.asked}`,
    odd: (p: { name: string; key: string; port: number }) =>
      `the ConfigMap ${p.name} has ${sliceZone} on port ${p.port} in ${p.key}, on which no CoreDNS of a distribution is asked`,
  },
  checkPlan({ clusters }, report) {
    for (const { dns, source } of clusters) {
      if ((dns?.kind !== 'corefile' && dns?.kind !== 'eks-addon') || source.corefile === undefined) continue;
      const { port, asked } = portsOf(dns.corefile);
      if (asked === undefined || (port ?? 53) === asked) continue;
      report('file', { path: source.corefile, port: port ?? 53, asked })
        .at(valueSpan(source, 'corefile'))
        .fix(
          `put the block into the file yourself, as ${sliceZone}:${asked}; or write distribution: other, and follow the runbook`,
        );
    }
  },
  checkManifests(manifests, report) {
    for (const { manifest, key, field, text, imported } of corednsTexts(manifests)) {
      const { name } = manifest;
      const [block] = blocksOf(readCorefile(text), sliceZone);
      if (!block) continue;
      const { port, asked } = portsOf(text);
      if (!imported) {
        if (asked !== undefined && asked !== (port ?? 53))
          report('text', { name, key, port: port ?? 53, asked })
            .at(field.keySpan)
            .fix(`write ${sliceZone}:${asked}`);
      } else if (port !== undefined && port !== 53 && port !== 8053) {
        report('odd', { name, key, port })
          .at(field.keySpan)
          .fix(`write ${sliceZone}:53, or :8053 on Gardener`);
      }
    }
  },
});

/** The port of slice.local's block, and that of the block for everything. */
function portsOf(text: string): { readonly port: number | undefined; readonly asked: number | undefined } {
  const corefile = readCorefile(text);
  const ofZone = (zone: string) => {
    return blocksOf(corefile, zone)
      .flatMap(({ zones }) => zones)
      .find((served) => served.zone === zone);
  };
  const all = ofZone('.');
  return { port: ofZone(sliceZone)?.port, asked: all && (all.port ?? 53) };
}
