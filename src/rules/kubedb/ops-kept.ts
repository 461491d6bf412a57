import { defineRule } from '../rule.js';
import { referring } from './requests.js';

/** Requests do not stand among objects that are applied for good. */
export const opsKept = defineRule({
  id: 'kubedb/ops-kept',
  severity: 'info',
  why: 'a request that is made anew, in another cluster or after a prune, is carried out anew, and one that is edited is refused',
  source: 'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/shared.go',
  messages: {
    kept: (p: { request: string; database: string }) =>
      `the request ${p.request} stands beside ${p.database}, which it changes`,
  },
  checkManifests(manifests, report) {
    for (const { manifest, database } of referring(manifests, 'OpsRequest', 'ops.kubedb.com')) {
      if (!database) continue;
      report('kept', { request: manifest.name, database: database.name })
        .at(manifest.root.at('metadata', 'name').span)
        .related(database.root.at('metadata', 'name').span, 'the database')
        .fix(
          'keep requests in a folder of their own, each under a new name, and take them out when they are done',
        );
    }
  },
});
