import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { joinedNamespaces, slicedDatabases } from '../sliced-databases.js';
import { isKeptOff, ownerOf } from '../system-namespaces.js';
import { listed } from '../words.js';

/** The namespace of a distributed database joins the policy’s slice on every cluster of the policy. In a topology slice/namespaces sees to it. */
export const namespaceJoined = defineRule({
  id: 'placement/namespace-joined',
  severity: 'error',
  why: 'pods of a namespace that does not join the slice get no address on it and wait for one for ever',
  source: 'kubeslice/worker-operator pkg/webhook/pod/webhook.go',
  messages: {
    out: (p: { database: string; namespace: string; slice: string }) =>
      `${p.database} is in ${p.namespace}, which is no application namespace of the slice ${p.slice}`,
    partly: (p: { database: string; namespace: string; slice: string; clusters: readonly string[] }) =>
      `${p.database} is in ${p.namespace}, which does not join the slice ${p.slice} on ${listed(p.clusters)}`,
  },
  checkManifests(manifests, report) {
    const reported = new Set<string>();
    const bySlice = new Map<Manifest, ReturnType<typeof joinedNamespaces>>();
    for (const { database, policy, slice } of slicedDatabases(manifests)) {
      const { name, namespace, manifest } = database;
      // Where no database can be is kubedb/namespace or ocm/cluster-name.
      if (namespace === undefined || isKeptOff(namespace) || ownerOf(namespace) !== undefined) continue;
      if (policy.rules.some(({ cluster }) => cluster === namespace)) continue;
      const key = `${slice.namespace}/${slice.name}/${namespace}`;
      const all = bySlice.get(slice) ?? joinedNamespaces(slice);
      bySlice.set(slice, all);
      const joined = all.get(namespace);
      const missing = policy.rules.flatMap(({ cluster }) =>
        cluster === undefined || joined?.has('*') || joined?.has(cluster) ? [] : [cluster],
      );
      if (missing.length === 0 || reported.has(key)) continue;
      reported.add(key);
      const parameters = { database: name, namespace, slice: slice.name };
      const open = joined
        ? report('partly', { ...parameters, clusters: [...new Set(missing)] })
        : report('out', parameters);
      open
        .at(manifest.root.at('metadata', 'namespace').span)
        .related(
          slice.root.at('spec', 'namespaceIsolationProfile', 'applicationNamespaces').keySpan,
          'those that join',
        )
        .fix(`add { namespace: ${namespace}, clusters: ["*"] } to applicationNamespaces of the slice`);
    }
  },
});
