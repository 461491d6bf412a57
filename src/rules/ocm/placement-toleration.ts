import type { Field, ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';

const states = [
  'cluster.open-cluster-management.io/unreachable',
  'cluster.open-cluster-management.io/unavailable',
] as const;

/** A Placement that delivers something keeps a cluster that cannot be reached for a while. */
export const placementToleration = defineRule({
  id: 'ocm/placement-toleration',
  severity: 'warning',
  why: 'the hub taints a cluster it cannot reach, an untolerated Placement drops it, and when it is back it is told to delete what was delivered',
  source: 'open-cluster-management-io/api cluster/v1/types.go, cluster/v1beta1/types_placement.go',
  messages: {
    dropped: (p: { placement: string; by: string; states: readonly string[] }) =>
      `the Placement ${p.placement}, by which ${p.by} delivers, drops a cluster that is ${p.states.join(' or ')}`,
  },
  checkManifests(manifests, report) {
    const users = usersOf(manifests);
    if (users.size === 0) return;
    for (const { name, namespace, root } of manifests.of('Placement', 'cluster.open-cluster-management.io')) {
      const by = users.get(`${namespace}/${name}`);
      if (by === undefined) continue;
      const tolerations = root.at('spec', 'tolerations').items();
      const dropped = states.filter((key) => !tolerations.some((toleration) => tolerates(toleration, key)));
      if (dropped.length === 0) continue;
      report('dropped', { placement: name, by, states: dropped.map((key) => key.split('/')[1] ?? key) })
        .at(
          root.at('spec', 'tolerations').given
            ? root.at('spec', 'tolerations').keySpan
            : root.at('spec').keySpan,
        )
        .fix(
          `add tolerations without tolerationSeconds: ${dropped.map((key) => `{ key: ${key}, operator: Exists }`).join(', ')}`,
        );
    }
  },
});

/** A toleration with a limit in time only puts it off. */
function tolerates(toleration: Field, key: string): boolean {
  const effect = toleration.at('effect').text ?? '';
  if (toleration.at('tolerationSeconds').given || (effect !== '' && effect !== 'NoSelect')) return false;
  const exists = toleration.at('operator').text === 'Exists';
  const named = toleration.at('key').text ?? '';
  return named === '' ? exists : named === key && (exists || (toleration.at('value').text ?? '') === '');
}

/** Who delivers by which Placement, by namespace and name. */
function usersOf(manifests: ManifestSet): ReadonlyMap<string, string> {
  const users = new Map<string, string>();
  for (const set of manifests.of('ManifestWorkReplicaSet', 'work.open-cluster-management.io')) {
    for (const reference of set.root.at('spec', 'placementRefs').items())
      users.set(`${set.namespace}/${reference.at('name').text}`, `the ManifestWorkReplicaSet ${set.name}`);
  }
  for (const { name, root } of manifests.of('ClusterManagementAddOn', 'addon.open-cluster-management.io')) {
    for (const placement of root.at('spec', 'installStrategy', 'placements').items())
      users.set(`${placement.at('namespace').text}/${placement.at('name').text}`, `the add-on ${name}`);
  }
  return users;
}
