import { changedDatabases, policyNameOf } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** A database that gets a policy of another name needs both for a while. */
export const policyRenamed = defineRule({
  id: 'placement/policy-renamed',
  severity: 'info',
  changeClass: 'order',
  why: 'the old policy is what KubeDB places replicas by until the database names the new one; gone before, no replica can be made anew',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
  messages: {
    renamed: (p: { database: string; from: string; to: string }) =>
      `${p.database} is placed by ${p.to} in place of ${p.from}`,
  },
  checkChange(change, report) {
    for (const { object, name, old, young } of changedDatabases(change)) {
      const [from, to] = [policyNameOf(old), policyNameOf(young)];
      if (from === undefined || to === undefined || from === to) continue;
      report('renamed', { database: name, from, to })
        .at(change.placeAt(object, '.kubedb.placementPolicy'))
        .about(change.nameOf(object))
        .fix(
          'apply the new policy, then the database, and remove the old policy in a commit of its own: dbspan plan gives them',
        );
    }
  },
});
