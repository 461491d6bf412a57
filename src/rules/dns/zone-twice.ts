import { sliceZone } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { type CorednsText, corednsTexts } from './dns-objects.js';
import { blocksOf, readCorefile } from './server-blocks.js';

/** slice.local has one server block on each cluster. */
export const zoneTwice = defineRule({
  id: 'dns/zone-twice',
  severity: 'error',
  why: 'CoreDNS refuses a configuration in which two server blocks have the same zone and port: it keeps the old one, and after a restart it does not come up at all',
  source: 'coredns/coredns core/dnsserver/register.go',
  messages: {
    file: (p: { path: string }) => `${p.path} has two server blocks for ${sliceZone}`,
    text: (p: { name: string; key: string }) =>
      `the ConfigMap ${p.name} has two server blocks for ${sliceZone} in ${p.key}`,
    both: (p: { first: string; second: string }) =>
      `${p.first} and ${p.second} both have a server block for ${sliceZone}`,
  },
  checkPlan({ clusters }, report) {
    for (const { dns, source } of clusters) {
      if (dns?.kind !== 'corefile' && dns?.kind !== 'eks-addon') continue;
      if (source.corefile === undefined || countOf(dns.corefile) < 2) continue;
      report('file', { path: source.corefile })
        .at(valueSpan(source, 'corefile'))
        .fix('keep the one that forwards to kubeslice-dns');
    }
  },
  checkManifests(manifests, report) {
    const first = new Map<string, CorednsText>();
    for (const text of corednsTexts(manifests)) {
      const { manifest, key, field } = text;
      if (text.imported && !key.endsWith('.server')) continue;
      const count = countOf(text.text);
      if (count > 1) {
        report('text', { name: manifest.name, key }).at(field.keySpan).fix('keep one of them');
        continue;
      }
      if (count === 0) continue;
      const place = `${text.home} ${portsOf(text.text)[0]}`;
      const earlier = first.get(place);
      if (!earlier) first.set(place, text);
      // The same object again is that of another cluster, or a copy.
      else if (earlier.manifest === manifest || earlier.manifest.name !== manifest.name)
        report('both', { first: nameOf(earlier), second: nameOf(text) })
          .at(field.keySpan, 'again here')
          .related(earlier.field.keySpan, 'first here')
          .fix(
            'keep the block that the distribution lets you keep: the key of coredns-custom where there is one',
          );
    }
  },
});

/** Most blocks of the zone on one port. */
function countOf(text: string): number {
  const counts = new Map<number, number>();
  let most = 0;
  for (const port of portsOf(text)) {
    const count = (counts.get(port) ?? 0) + 1;
    counts.set(port, count);
    most = Math.max(most, count);
  }
  return most;
}

function portsOf(text: string): number[] {
  return blocksOf(readCorefile(text), sliceZone).flatMap(({ zones }) =>
    zones.filter(({ zone }) => zone === sliceZone).map(({ port = 53 }) => port),
  );
}

function nameOf({ manifest, key }: CorednsText): string {
  return `${manifest.name}/${key}`;
}
