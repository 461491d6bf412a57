import type { Report } from '../../diagnostics/index.js';
import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { type PlacementPolicyManifest, placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { sliceConfigs, sliceFields, sliceOf } from './slice-of.js';

const messages = {
  unknown: (p: { policy: string; slice: string; namespace: string }) =>
    `${p.policy} names the slice ${p.slice} in ${p.namespace}, which is not here`,
  project: (p: { policy: string; slice: string; namespace: string }) =>
    `${p.policy} looks for the slice ${p.slice} in ${p.namespace}, where it is not`,
  outside: (p: { policy: string; cluster: string; slice: string }) =>
    `${p.policy} places replicas on ${p.cluster}, which is no cluster of the slice ${p.slice}`,
  nowhere: (p: { policy: string; cluster: string }) =>
    `${p.policy} places replicas on ${p.cluster}, which is registered nowhere here`,
};

/** A PlacementPolicy names a slice that there is, and clusters of it. In a topology slice/not-a-member sees to it. */
export const slice = defineRule({
  id: 'placement/slice',
  severity: 'error',
  why: 'a pod for a cluster outside the slice is made there and waits for its address for ever, one for a cluster that OCM does not know is never made, and from KubeDB v2026.6.19 on no webhook looks',
  source: 'kubeops/petset pkg/webhooks/apps/v1/placementPolicy.go',
  messages,
  checkManifests(manifests, report) {
    const slices = sliceConfigs(manifests);
    const registered = registeredClusters(manifests);
    for (const policy of placementPolicies(manifests)) {
      if (!policy.distributes) continue;
      const found = sliceOf(policy, slices);
      if (found) checkMembers(policy, found, report);
      else if (slices.length > 0) checkSlice(policy, slices, report);
      checkRegistered(policy, registered, found, report);
    }
  },
});

function checkSlice(
  policy: PlacementPolicyManifest,
  slices: readonly Manifest[],
  report: Report<typeof messages>,
): void {
  const { namespace, name } = sliceFields(policy);
  if (namespace.text === undefined || name.text === undefined) return;
  const parameters = { policy: policy.name, slice: name.text, namespace: namespace.text };
  const elsewhere = slices.find((slice) => slice.name === name.text);
  if (elsewhere) {
    report('project', parameters)
      .at(namespace.span)
      .related(elsewhere.root.at('metadata', 'namespace').span, 'it is here')
      .fix(`write projectNamespace: ${elsewhere.namespace}`);
    return;
  }
  const names = slices.map((slice) => slice.name);
  const meant = nearest(name.text, names);
  report('unknown', parameters)
    .at(name.span)
    .fix(meant ? `did you mean ${meant}?` : `write the name of a SliceConfig, such as ${names[0]}`);
}

function checkMembers(
  { name, rules }: PlacementPolicyManifest,
  slice: Manifest,
  report: Report<typeof messages>,
): void {
  const list = slice.root.at('spec', 'clusters');
  const members = list.items().flatMap(({ text }) => text ?? []);
  for (const { cluster, field } of rules) {
    if (cluster === undefined || members.includes(cluster)) continue;
    const meant = nearest(cluster, members);
    report('outside', { policy: name, cluster, slice: slice.name })
      .at(field.at('clusterName').span)
      .related(list.given ? list.keySpan : slice.root.at('metadata', 'name').span, 'its clusters')
      .fix(meant ? `did you mean ${meant}?` : `append ${cluster} to spec.clusters of the slice`);
  }
}

interface Registered {
  readonly managed: ReadonlySet<string>;
  /** Names of the KubeSlice clusters, by project namespace. */
  readonly byProject: ReadonlyMap<string, ReadonlySet<string>>;
}

function registeredClusters(manifests: ManifestSet): Registered {
  const byProject = new Map<string, Set<string>>();
  for (const { name, namespace = '' } of manifests.of('Cluster', 'controller.kubeslice.io')) {
    byProject.set(namespace, (byProject.get(namespace) ?? new Set()).add(name));
  }
  const managed = manifests.of('ManagedCluster', 'cluster.open-cluster-management.io');
  return { managed: new Set(managed.map(({ name }) => name)), byProject };
}

/** A cluster outside a slice that is here is reported already. */
function checkRegistered(
  policy: PlacementPolicyManifest,
  { managed, byProject }: Registered,
  slice: Manifest | undefined,
  report: Report<typeof messages>,
): void {
  const members = slice?.root
    .at('spec', 'clusters')
    .items()
    .flatMap(({ text }) => text ?? []);
  const known = [managed, byProject.get(sliceFields(policy).namespace.text ?? '') ?? new Set<string>()];
  for (const { cluster, field } of policy.rules) {
    if (cluster === undefined || (members && !members.includes(cluster))) continue;
    const lacking = known.find((names) => names.size > 0 && !names.has(cluster));
    if (!lacking) continue;
    const names = [...lacking];
    const meant = nearest(cluster, names);
    report('nowhere', { policy: policy.name, cluster })
      .at(field.at('clusterName').span)
      .fix(meant ? `did you mean ${meant}?` : `register it, or use one of: ${listed(names.slice(0, 8))}`);
  }
}
