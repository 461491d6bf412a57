import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** A Corefile that sends slice.local somewhere sends it to kubeslice-dns. */
export const corefileConflict = defineRule({
  id: 'dns/corefile-conflict',
  severity: 'error',
  why: 'a zone may stand once in a Corefile: with two, CoreDNS refuses the whole file, and with the one that is there names of the slice are asked for at the wrong place',
  source: 'coredns/coredns core/dnsserver/register.go',
  messages: {
    elsewhere: (p: { path: string; found: string; address: string }) =>
      `${p.path} sends slice.local to ${p.found}, not to ${p.address}`,
    nowhere: (p: { path: string; address: string }) =>
      `${p.path} has a block for slice.local that does not forward to ${p.address}`,
  },
  checkPlan({ clusters }, report) {
    for (const { dns, source } of clusters) {
      if (dns?.kind !== 'manual' || dns.reason !== 'corefile-conflict' || source.corefile === undefined)
        continue;
      const { address = '', found = '' } = dns;
      const path = source.corefile;
      const open =
        found === '' ? report('nowhere', { path, address }) : report('elsewhere', { path, found, address });
      open
        .at(valueSpan(source, 'corefile'))
        .related(valueSpan(source, 'kubesliceDNS'), 'the address of kubeslice-dns')
        .fix(
          'remove the block of slice.local from the file, and dbspan adds the right one; or write as kubesliceDNS the address that the block has',
        );
    }
  },
});
