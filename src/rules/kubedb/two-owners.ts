import { defineRule } from '../rule.js';
import { requestKinds } from './requests.js';

/** A database is written either for the GitOps operator of KubeDB or for KubeDB itself. */
export const twoOwners = defineRule({
  id: 'kubedb/two-owners',
  severity: 'error',
  why: 'the GitOps operator writes the database object of the same name, so it and whoever applies the other undo each other',
  source: 'kubedb/docs docs/guides/mariadb/gitops; kubedb/apimachinery apis/gitops/v1alpha1',
  messages: {
    both: (p: { kind: string; name: string }) =>
      `the ${p.kind} ${p.name} is here for both gitops.kubedb.com and kubedb.com`,
  },
  checkManifests(manifests, report) {
    for (const [kind] of requestKinds) {
      const direct = new Map(
        manifests.of(kind, 'kubedb.com').map((each) => [`${each.namespace ?? ''}/${each.name}`, each]),
      );
      for (const { name, namespace, root } of manifests.of(kind, 'gitops.kubedb.com')) {
        const other = direct.get(`${namespace ?? ''}/${name}`);
        if (!other) continue;
        report('both', { kind, name })
          .at(root.at('apiVersion').span)
          .related(other.root.at('apiVersion').span, 'the other')
          .fix('keep one: gitops.kubedb.com turns changes into OpsRequests, kubedb.com leaves them to you');
      }
    }
  },
});
