import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The Corefile that a member names can be read. */
export const corefileUnreadable = defineRule({
  id: 'dns/corefile-unreadable',
  severity: 'error',
  why: 'the forwarding of slice.local is added to what the file holds, so without reading it nothing can be written',
  messages: {
    file: (p: { path: string; problem: string }) => `${p.path} cannot be used: ${p.problem}`,
  },
  checkPlan({ clusters }, report) {
    for (const { name, dns, source } of clusters) {
      if (dns?.kind !== 'manual' || dns.reason !== 'corefile-unreadable' || source.corefile === undefined)
        continue;
      report('file', { path: source.corefile, problem: dns.problem ?? 'the reason is not known' })
        .at(valueSpan(source, 'corefile'))
        .fix(`name a text file that holds the Corefile of ${name}`);
    }
  },
});
