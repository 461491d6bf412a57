import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { corednsTexts } from './dns-objects.js';
import { blocksOf, readCorefile } from './server-blocks.js';

/** A server block in an imported file says its port. */
export const portUnsaid = defineRule({
  id: 'dns/port-unsaid',
  severity: 'info',
  why: 'without one the block is on port 53, and what is imported does not show where CoreDNS listens: on Gardener that is 8053, and the block would never be asked',
  source: 'coredns/coredns core/dnsserver/address.go',
  messages: {
    unsaid: (p: { key: string }) => `the key ${p.key} of coredns-custom has ${sliceZone} without a port`,
  },
  checkManifests(manifests, report) {
    for (const { key, field, text, imported } of corednsTexts(manifests)) {
      if (!imported) continue;
      const zones = blocksOf(readCorefile(text), sliceZone).flatMap((block) => block.zones);
      if (!zones.some(({ zone, port }) => zone === sliceZone && port === undefined)) continue;
      report('unsaid', { key }).at(field.keySpan).fix(`write ${sliceZone}:53, or :8053 on Gardener`);
    }
  },
});
