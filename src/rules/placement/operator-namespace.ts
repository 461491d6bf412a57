import { kubedbNamespace } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { joinedNamespaces, slicedDatabases } from '../sliced-databases.js';

/**
 * The namespace of the KubeDB operator joins the slice of every distributed database. A warning, as manifests do not say where
 * the operator runs; a topology is for an operator in kubedb, so that there it is an error of slice/namespaces.
 */
export const operatorNamespace = defineRule({
  id: 'placement/operator-namespace',
  severity: 'warning',
  why: 'the operator on the hub talks to each replica over the slice: from a namespace that does not join it reaches none, and the database stays in Provisioning',
  source: 'kubedb/apimachinery pkg/utils/grpc/mariadb/client.go',
  messages: {
    out: (p: { slice: string; database: string }) =>
      `${kubedbNamespace} is no application namespace of the slice ${p.slice}, which carries ${p.database}`,
  },
  checkManifests(manifests, report) {
    const judged = new Set<unknown>();
    for (const { database, slice } of slicedDatabases(manifests)) {
      if (judged.has(slice)) continue;
      judged.add(slice);
      if (joinedNamespaces(slice).has(kubedbNamespace)) continue;
      report('out', { slice: slice.name, database: database.name })
        .at(slice.root.at('spec', 'namespaceIsolationProfile', 'applicationNamespaces').keySpan)
        .fix(
          `add { namespace: ${kubedbNamespace}, clusters: ["*"] }, or the namespace the operator runs in if it is another`,
        );
    }
  },
});
