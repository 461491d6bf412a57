import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { stubDomainsOf } from './stub-domains-of.js';

/** A DNS name as kube-dns takes it for a zone: lower case, no dot at the end. */
const dnsName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

/** The stub domains of kube-dns are a JSON object of lists of servers, by zone. */
export const stubDomains = defineRule({
  id: 'dns/stub-domains',
  severity: 'error',
  why: 'kube-dns checks the text as a whole: when it is no JSON, or one zone of it is no name, it passes over all of it, and no zone resolves',
  source: 'Google Kubernetes Engine documentation, "Using kube-dns"',
  messages: {
    json: () => 'stubDomains of kube-dns is not a JSON object of lists of servers',
    zone: (p: { zone: string }) => `stubDomains of kube-dns has the zone ${p.zone}, which is no DNS name`,
  },
  checkManifests(manifests, report) {
    for (const { field, domains } of stubDomainsOf(manifests)) {
      if (!domains) {
        report('json').at(field.keySpan).fix(`write it like this: {"${sliceZone}": ["10.43.0.100"]}`);
        continue;
      }
      for (const zone of Object.keys(domains)) {
        if (dnsName.test(zone)) continue;
        report('zone', { zone: zone === '' ? '""' : zone })
          .at(field.keySpan)
          .fix('write the bare zone in lower case, without port or dot at the end');
      }
    }
  },
});
