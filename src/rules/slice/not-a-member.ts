import type { Report, Span } from '../../diagnostics/index.js';
import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { type Slice, type SliceNamespace, type Topology, valueSpan } from '../../topology/index.js';
import { undeclaredClusters } from '../cluster-references.js';
import { kubedbDatabases } from '../databases.js';
import { sliceMembersOf } from '../members.js';
import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { sliceOf } from '../sliced-databases.js';
import { firstOf } from '../words.js';
import { hasNetwork, namespaceEntriesOf, namespaceLists, sliceConfigsOf, textsOf } from './objects.js';

const messages = {
  placement: (p: { cluster: string; database: string }) =>
    `${p.cluster} holds replicas of ${p.database} but does not join the slice`,
  hub: (p: { cluster: string }) => `the hub, ${p.cluster}, does not join the slice`,
  reference: (p: { cluster: string; by: string }) =>
    `${p.by} names ${p.cluster}, which does not join the slice`,
  nobody: (p: { slice: string; clusters: readonly string[] }) =>
    `the slice ${p.slice} has no clusters, and ${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'is' : 'are'} named as if on it`,
};

/** Every cluster that holds replicas joins the slice, the hub too, and what the slice says is about its members. */
export const notAMember = defineRule({
  id: 'slice/not-a-member',
  severity: 'error',
  why: 'KubeSlice refuses what names a cluster outside the slice; a replica there gets no address on it and waits for ever, and an operator there, on the hub, reaches no replica',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go; kubedb/apimachinery pkg/utils/grpc/mariadb/client.go',
  messages,
  checkTopology(topology, report) {
    const { slice, clusters } = topology;
    if (!slice) return;
    // A member that is not declared may be any of those that do not join.
    const undeclared = undeclaredClusters(topology);
    if (slice.clusters?.some((name) => undeclared.has(name))) return;
    const members = new Set(sliceMembersOf(topology).map(({ name }) => name));
    // Clusters that are not declared are left to topology/unknown-cluster, and each cluster is reported once.
    const outside = new Set(clusters.map(({ name }) => name).filter((name) => !members.has(name)));
    if (slice.clusters) checkList(topology, slice.clusters, outside, report);
    for (const { cluster, by, span } of references(slice)) {
      if (!outside.delete(cluster)) continue;
      report('reference', { cluster, by })
        .at(span, 'not a member')
        .fix(`remove it, or ${remedy(slice, cluster)}`);
    }
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      const clusters = config.root.at('spec', 'clusters');
      if (textsOf(clusters).length === 0) {
        reportNobody(config, manifests, report);
        continue;
      }
      const members = new Set([...textsOf(clusters), '*', '']);
      for (const { cluster, by, span } of referencesOf(config)) {
        if (members.has(cluster)) continue;
        members.add(cluster);
        report('reference', { cluster, by })
          .at(span, 'not a member')
          .related(clusters.keySpan, 'the members')
          .fix(`remove it, or append ${cluster} to clusters`);
      }
    }
  },
});

/** A slice without members is accepted; where something takes it to have some it is one mistake, whatever names them. */
function reportNobody(config: Manifest, manifests: ManifestSet, report: Report<typeof messages>): void {
  const named = new Map<string, Span>();
  for (const { cluster, span } of referencesOf(config))
    if (cluster !== '' && cluster !== '*' && !named.has(cluster)) named.set(cluster, span);
  for (const policy of placementPolicies(manifests)) {
    if (!policy.distributes || sliceOf(policy, [config]) === undefined) continue;
    for (const { cluster, field } of policy.rules)
      if (cluster && !named.has(cluster)) named.set(cluster, field.at('clusterName').span);
  }
  const [first] = named;
  if (!first) return;
  const spec = config.root.at('spec');
  const clusters = spec.at('clusters');
  report('nobody', { slice: config.name, clusters: [...named.keys()] })
    .at((clusters.given ? clusters : spec).keySpan)
    .related(first[1], `names ${first[0]}`)
    .fix(
      'list the members under clusters, the hub too; their order decides subnets and which of two serves a tunnel',
    );
}

/** Where a SliceConfig names clusters beside its members. Without a network KubeSlice looks at its namespaces alone. */
function* referencesOf(config: Manifest): Generator<Reference> {
  yield* namespaceReferencesOf(config);
  if (!hasNetwork(config)) return;
  const spec = config.root.at('spec');
  for (const service of spec.at('sliceGatewayProvider', 'sliceGatewayServiceType').items()) {
    const cluster = service.at('cluster');
    if (cluster.text !== undefined)
      yield { cluster: cluster.text, by: 'a gateway service', span: cluster.span };
  }
  for (const entry of spec.at('externalGatewayConfig').items()) {
    for (const { text, span } of entry.at('clusters').items())
      if (text !== undefined) yield { cluster: text, by: 'an external gateway', span };
  }
}

function* namespaceReferencesOf(config: Manifest): Generator<Reference> {
  for (const list of namespaceLists) {
    for (const entry of namespaceEntriesOf(config, list)) {
      const by = `the namespace ${entry.at('namespace').text ?? ''}`;
      for (const { text, span } of entry.at('clusters').items())
        if (text !== undefined) yield { cluster: text, by, span };
    }
  }
}

function checkList(
  topology: Topology,
  list: readonly string[],
  outside: Set<string>,
  report: Report<typeof messages>,
): void {
  const { slice } = topology;
  if (!slice) return;
  for (const database of kubedbDatabases(topology)) {
    for (const entry of database.placement) {
      if (!outside.delete(entry.cluster)) continue;
      report('placement', { cluster: entry.cluster, database: database.name })
        .at(valueSpan(entry, 'cluster'), 'not a member')
        .related(valueSpan(slice, 'clusters'), 'the members')
        .fix(remedy(slice, entry.cluster));
    }
  }
  const hub = topology.clusters.find((cluster) => cluster.hub);
  if (!hub || !outside.delete(hub.name)) return;
  report('hub', { cluster: hub.name })
    .at(valueSpan(slice, 'clusters'), `${list.length === 1 ? 'it is' : 'these are'} all that join`)
    .related(valueSpan(hub, 'hub'), 'the KubeDB operator runs here')
    .fix(remedy(slice, hub.name));
}

function remedy({ clusters }: Slice, cluster: string): string {
  return clusters
    ? `append ${cluster} to slice.clusters`
    : `name the members, ${cluster} too, as slice.clusters`;
}

interface Reference {
  readonly cluster: string;
  readonly by: string;
  readonly span: Span;
}

function* references({ gateway, namespaces, allowedNamespaces }: Slice): Generator<Reference> {
  for (const service of gateway?.services ?? []) {
    yield { cluster: service.cluster, by: 'a gateway service', span: valueSpan(service, 'cluster') };
  }
  yield* namespaceReferences(namespaces);
  yield* namespaceReferences(allowedNamespaces);
}

function* namespaceReferences(list: readonly SliceNamespace[] | undefined): Generator<Reference> {
  for (const entry of list ?? []) {
    if (typeof entry === 'string') continue;
    for (const [index, cluster] of entry.clusters.entries()) {
      yield { cluster, by: `the namespace ${entry.namespace}`, span: valueSpan(entry.clusters, index) };
    }
  }
}
