import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { stubDomainsOf } from './stub-domains-of.js';

/** Most servers kube-dns takes for one zone. */
const limit = 3;

/** The stub domains of kube-dns are a JSON object of lists of servers. */
export const stubDomains = defineRule({
  id: 'dns/stub-domains',
  severity: 'error',
  why: 'kube-dns reads the text as JSON and passes over all of it when it is not: then no zone of it resolves',
  source: 'Google Kubernetes Engine documentation, "Using kube-dns"',
  messages: {
    json: () => 'stubDomains of kube-dns is not a JSON object of lists of servers',
    many: (p: { zone: string; count: number }) =>
      `stubDomains of kube-dns names ${p.count} servers for ${p.zone}; it takes ${limit}`,
  },
  checkManifests(manifests, report) {
    for (const { field, domains } of stubDomainsOf(manifests)) {
      if (!domains) {
        report('json').at(field.keySpan).fix(`write it like this: {"${sliceZone}": ["10.43.0.100"]}`);
        continue;
      }
      for (const [zone, servers] of Object.entries(domains)) {
        if (servers.length <= limit) continue;
        report('many', { zone, count: servers.length })
          .at(field.keySpan)
          .fix('keep the address of kubeslice-dns alone');
      }
    }
  },
});
