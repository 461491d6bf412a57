import type { Field, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

interface Reference {
  readonly name: string;
  readonly by: string;
  readonly field: Field;
}

/** A cluster has one name in all objects: ManagedCluster, Klusterlet, Cluster, add-on and work. That of a PlacementPolicy is placement/slice. */
export const unknownCluster = defineRule({
  id: 'ocm/unknown-cluster',
  severity: 'warning',
  why: 'the namespace of a managed cluster, its KubeSlice cluster and the cluster of a placement are found by name: under another name nothing is delivered, and nothing says why',
  source: 'kube-slice/kubeslice-controller ocm/helpers.go',
  messages: {
    reference: (p: { name: string; by: readonly string[] }) =>
      `${firstOf(p.by)} ${p.by.length === 1 ? 'names' : 'name'} the cluster ${p.name}, for which there is no ManagedCluster`,
    placement: (p: { set: string; placement: string; namespace: string }) =>
      `the ManifestWorkReplicaSet ${p.set} names the Placement ${p.placement}, which is not in ${p.namespace}`,
  },
  checkManifests(manifests, report) {
    const clusters = manifests.of('ManagedCluster', 'cluster.open-cluster-management.io');
    const names = clusters.map(({ name }) => name);
    const known = new Set(names);
    const unknown = new Map<string, Reference[]>();
    for (const reference of names.length === 0 ? [] : references(manifests)) {
      const { name } = reference;
      if (known.has(name)) continue;
      const present = unknown.get(name);
      if (present) present.push(reference);
      else unknown.set(name, [reference]);
    }
    for (const [name, [first, ...others]] of unknown) {
      if (!first) continue;
      const meant = nearest(name, names);
      const open = report('reference', { name, by: [first, ...others].map(({ by }) => by) }).at(
        first.field.span,
      );
      for (const { by, field } of others.slice(0, 3)) open.related(field.span, by);
      open.fix(
        meant === undefined ? `use one of: ${names.slice(0, 8).join(', ')}` : `did you mean ${meant}?`,
      );
    }
    const placements = manifests.of('Placement', 'cluster.open-cluster-management.io');
    if (placements.length === 0) return;
    const present = new Set(placements.map(({ namespace, name }) => `${namespace}/${name}`));
    for (const set of manifests.of('ManifestWorkReplicaSet', 'work.open-cluster-management.io')) {
      for (const reference of set.root.at('spec', 'placementRefs').items()) {
        const name = reference.at('name');
        if (name.text === undefined || set.namespace === undefined) continue;
        if (present.has(`${set.namespace}/${name.text}`)) continue;
        report('placement', { set: set.name, placement: name.text, namespace: set.namespace })
          .at(name.span)
          .fix('put the Placement into the namespace of the ManifestWorkReplicaSet, or correct the name');
      }
    }
  },
});

function* references(manifests: ManifestSet): Generator<Reference> {
  for (const { name, root } of manifests.of('Klusterlet', 'operator.open-cluster-management.io')) {
    const field = root.at('spec', 'clusterName');
    if (field.text !== undefined) yield { name: field.text, by: `the Klusterlet ${name}`, field };
  }
  for (const [kind, group] of [
    ['ManifestWork', 'work.open-cluster-management.io'],
    ['ManagedClusterAddOn', 'addon.open-cluster-management.io'],
  ] as const) {
    for (const { name, namespace, root } of manifests.of(kind, group)) {
      if (namespace !== undefined)
        yield { name: namespace, by: `the ${kind} ${name}`, field: root.at('metadata', 'namespace') };
    }
  }
  for (const { name, root } of manifests.of('Cluster', 'controller.kubeslice.io'))
    yield { name, by: 'the KubeSlice Cluster', field: root.at('metadata', 'name') };
}
