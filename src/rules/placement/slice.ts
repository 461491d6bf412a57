import type { Report, Span } from '../../diagnostics/index.js';
import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { type PlacementPolicyManifest, placementPolicies } from '../placement-policies.js';
import { projectNamespaces } from '../project-namespaces.js';
import { defineRule } from '../rule.js';
import { sliceConfigs, sliceFields, sliceOf } from '../sliced-databases.js';
import { firstOf, listed } from '../words.js';

interface Params {
  /** The policies that make the mistake. */
  readonly policies: readonly string[];
  readonly slice: string;
  /** Where the slice is looked for. */
  readonly namespace: string;
  readonly cluster: string;
}

const messages = {
  unknown: (p: Params) =>
    `${firstOf(p.policies)} ${verb(p, 'name')} the slice ${p.slice} in ${p.namespace}, which is not here`,
  project: (p: Params) =>
    `${firstOf(p.policies)} ${verb(p, 'look')} for the slice ${p.slice} in ${p.namespace}, where it is not`,
  outside: (p: Params) =>
    `${firstOf(p.policies)} ${verb(p, 'place')} replicas on ${p.cluster}, which is no cluster of the slice ${p.slice}`,
  nowhere: (p: Params) =>
    `${firstOf(p.policies)} ${verb(p, 'place')} replicas on ${p.cluster}, which is registered nowhere here`,
};

function verb({ policies }: Params, word: string): string {
  return policies.length === 1 ? `${word}s` : word;
}

/** A PlacementPolicy names a slice that there is, and clusters of it. In a topology slice/not-a-member sees to it. */
export const slice = defineRule({
  id: 'placement/slice',
  severity: 'error',
  why: 'a pod for a cluster outside the slice is made there and waits for its address for ever, one for a cluster that OCM does not know is never made, and from KubeDB v2026.6.19 on no webhook looks',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages,
  checkManifests(manifests, report) {
    const here = knownHere(manifests);
    const mistakes = new Map<string, Mistake[]>();
    for (const policy of placementPolicies(manifests)) {
      if (!policy.distributes) continue;
      for (const mistake of mistakesOf(policy, here)) {
        const { message, slice, namespace, cluster } = mistake;
        const key = [message, slice, namespace, cluster].join(' ');
        const same = mistakes.get(key);
        if (same) same.push(mistake);
        else mistakes.set(key, [mistake]);
      }
    }
    for (const same of mistakes.values()) reportOnce(same, report);
  },
});

/** One mistake of one policy. */
interface Mistake extends Omit<Params, 'policies'> {
  readonly message: keyof typeof messages;
  readonly policy: string;
  readonly span: Span;
  readonly related?: { readonly span: Span; readonly label: string };
  readonly fix: string;
}

/** What several policies have wrong alike is one finding. */
function reportOnce([first, ...others]: readonly Mistake[], report: Report<typeof messages>): void {
  if (!first) return;
  const { message, slice, namespace, cluster, span, related, fix } = first;
  const policies = [...new Set([first, ...others].map(({ policy }) => policy))];
  const open = report(message, { policies, slice, namespace, cluster }).at(span);
  if (related) open.related(related.span, related.label);
  for (const other of others.slice(0, 3)) open.related(other.span, `in ${other.policy} too`);
  open.fix(fix);
}

/** What the other manifests tell about clusters and slices. */
interface Known {
  readonly slices: readonly Manifest[];
  readonly managed: ReadonlySet<string>;
  /** Names of the KubeSlice clusters, by project namespace. */
  readonly byProject: ReadonlyMap<string, ReadonlySet<string>>;
  /** True for a namespace that slice/outside-project reports. */
  isOutside(namespace: string | undefined): boolean;
  /** The registered clusters that a slice means by the members it has that are not registered. */
  meantIn(slice: Manifest, members: readonly string[]): ReadonlySet<string>;
}

function knownHere(manifests: ManifestSet): Known {
  const byProject = new Map<string, Set<string>>();
  for (const { name, namespace = '' } of manifests.of('Cluster', 'controller.kubeslice.io')) {
    const names = byProject.get(namespace);
    if (names) names.add(name);
    else byProject.set(namespace, new Set([name]));
  }
  const managed = manifests.of('ManagedCluster', 'cluster.open-cluster-management.io');
  const { problemOf } = projectNamespaces(manifests);
  const meant = new Map<Manifest, ReadonlySet<string>>();
  return {
    slices: sliceConfigs(manifests),
    managed: new Set(managed.map(({ name }) => name)),
    byProject,
    isOutside: (namespace) => problemOf(namespace) !== undefined,
    meantIn(slice, members) {
      const known = meant.get(slice);
      if (known) return known;
      const registered = [...(byProject.get(slice.namespace ?? '') ?? [])];
      const names = new Set(registered);
      const found = new Set(
        members.flatMap((member) => (names.has(member) ? [] : (nearest(member, registered) ?? []))),
      );
      meant.set(slice, found);
      return found;
    },
  };
}

function* mistakesOf(policy: PlacementPolicyManifest, here: Known): Generator<Mistake> {
  const found = sliceOf(policy, here.slices);
  if (found) yield* checkMembers(policy, found, here);
  else if (here.slices.length > 0) yield* checkSlice(policy, here);
  yield* checkRegistered(policy, found, here);
}

function* checkSlice(policy: PlacementPolicyManifest, { slices, isOutside }: Known): Generator<Mistake> {
  const { namespace, name } = sliceFields(policy);
  if (namespace.text === undefined || name.text === undefined) return;
  const own = { policy: policy.name, slice: name.text, namespace: namespace.text, cluster: '' };
  const elsewhere = slices.find((slice) => slice.name === name.text);
  if (elsewhere) {
    if (isOutside(elsewhere.namespace)) return;
    yield {
      ...own,
      message: 'project',
      span: namespace.span,
      related: { span: elsewhere.root.at('metadata', 'namespace').span, label: 'it is here' },
      fix: `write projectNamespace: ${elsewhere.namespace}`,
    };
    return;
  }
  const names = slices.map((slice) => slice.name);
  const meant = nearest(name.text, names);
  const fix = meant ? `did you mean ${meant}?` : `write the name of a SliceConfig, such as ${names[0]}`;
  yield { ...own, message: 'unknown', span: name.span, fix };
}

function* checkMembers(
  policy: PlacementPolicyManifest,
  slice: Manifest,
  { meantIn }: Known,
): Generator<Mistake> {
  const list = slice.root.at('spec', 'clusters');
  const members = list.items().flatMap(({ text }) => text ?? []);
  // A slice without any is slice/not-a-member.
  if (members.length === 0) return;
  const meantBySlice = meantIn(slice, members);
  for (const { cluster, field } of policy.rules) {
    if (cluster === undefined || members.includes(cluster)) continue;
    // The slice names this one wrongly, and slice/members says so.
    if (meantBySlice.has(cluster)) continue;
    const meant = nearest(cluster, members);
    yield {
      message: 'outside',
      policy: policy.name,
      slice: slice.name,
      namespace: slice.namespace ?? '',
      cluster,
      span: field.at('clusterName').span,
      related: { span: list.keySpan, label: 'its clusters' },
      fix: meant ? `did you mean ${meant}?` : `append ${cluster} to spec.clusters of the slice`,
    };
  }
}

/**
 * Whether the clusters are known at all. One outside its slice is reported already, a member without a Cluster is
 * slice/members, and a Cluster without a ManagedCluster is ocm/unknown-cluster.
 */
function* checkRegistered(
  policy: PlacementPolicyManifest,
  slice: Manifest | undefined,
  { managed, byProject }: Known,
): Generator<Mistake> {
  const members = slice?.root
    .at('spec', 'clusters')
    .items()
    .flatMap(({ text }) => text ?? []);
  const namespace = sliceFields(policy).namespace.text ?? '';
  const registered = byProject.get(namespace) ?? new Set<string>();
  if (members && registered.size > 0) return;
  const names = [...new Set([...managed, ...registered])];
  const known = new Set(names);
  for (const { cluster, field } of known.size === 0 ? [] : policy.rules) {
    if (cluster === undefined || known.has(cluster) || (members && !members.includes(cluster))) continue;
    const meant = nearest(cluster, names);
    yield {
      message: 'nowhere',
      policy: policy.name,
      slice: '',
      namespace,
      cluster,
      span: field.at('clusterName').span,
      fix: meant ? `did you mean ${meant}?` : `register it, or use one of: ${listed(names.slice(0, 8))}`,
    };
  }
}
