import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** No annotation makes an address public that is to be private, or the other way round. */
export const exposureUndone = defineRule({
  id: 'provider/exposure-undone',
  severity: 'error',
  why: 'annotations that are said win over those of the exposure, so the login of the database stands on the internet, or nobody reaches it',
  source: 'kubernetes-sigs/cloud-provider-azure site/content/en/topics/loadbalancer.md',
  messages: {
    undone: (p: { database: string; exposure: string; key: string; value: string }) =>
      `${p.database} has exposure ${p.exposure}, and the annotation ${p.key}: ${p.value} says otherwise`,
  },
  checkTopology({ databases }, report) {
    for (const { name, service } of databases) {
      const { exposure = 'cluster', annotations = {} } = service ?? {};
      if (exposure === 'cluster') continue;
      for (const [key, value] of Object.entries(annotations)) {
        const internal = internalValues.get(key);
        if (internal === undefined) continue;
        if ((value.toLowerCase() === internal) === (exposure === 'internal-load-balancer')) continue;
        report('undone', { database: name, exposure, key, value })
          .at(valueSpan(annotations, key))
          .fix('remove it: exposure alone says whether the address is private');
      }
    }
  },
});

/** The annotations by which the clouds are asked for a private address, and the value that does. */
const internalValues: ReadonlyMap<string, string> = new Map([
  ['service.beta.kubernetes.io/azure-load-balancer-internal', 'true'],
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', 'internal'],
  ['service.beta.kubernetes.io/aws-load-balancer-internal', 'true'],
  ['networking.gke.io/load-balancer-type', 'internal'],
  ['cloud.google.com/load-balancer-type', 'internal'],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', 'true'],
]);
