import { databaseRequests } from '../../changes/index.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** A change that KubeDB makes by a request is asked for before the object says it. */
export const byRequest = defineRule({
  id: 'kubedb/by-request',
  severity: 'info',
  changeClass: 'order',
  why: 'the webhook takes the edited object, and what the operator then does is documented nowhere: KubeDB’s own way of changing a database that runs is an OpsRequest, which restarts replicas in turn and waits for each',
  source:
    'kubedb/docs docs/guides/mariadb/distributed/opsrequest/horizontal_scale.md; kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go',
  messages: {
    requests: (p: { database: string; types: readonly string[] }) =>
      `${p.database} changes by ${p.types.length === 1 ? 'a request' : 'requests'} of type ${listed(p.types)} first`,
  },
  checkChange(change, report) {
    for (const { object, name } of changedDatabases(change)) {
      const types = databaseRequests(object).map(({ type }) => type);
      if (types.length === 0) continue;
      report('requests', { database: name, types })
        .at(change.placeAt(object, '.name'))
        .about(change.nameOf(object))
        .fix(
          'make the request, wait for Successful, and apply the commit then: dbspan plan has the commands. Let no controller set the field back meanwhile',
        );
    }
  },
});
