import {
  type ChangeSubject,
  isGone,
  type ObjectChange,
  type OutputObject,
  readSlice,
  sliceChanges,
} from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { controllerGroup } from './objects.js';

/** What another object of KubeSlice still needs is deleted after that object, in a later commit. */
export const stillHeld = defineRule({
  id: 'slice/still-held',
  severity: 'error',
  changeClass: 'order',
  why: 'KubeSlice’s webhooks refuse to delete the Cluster of a member, the Project of a slice and what a slice refers to, until the slice has let go of it',
  source:
    'kubeslice/kubeslice-controller service/cluster_webhook_validation.go, service/project_webhook_validation.go, service/slice_qos_config_webhook_validation.go',
  messages: {
    cluster: (p: { slice: string; clusters: readonly string[] }) =>
      `Cluster ${firstOf(p.clusters)} ${p.clusters.length === 1 ? 'goes in the commit that has it' : 'go in the commit that has them'} as a member of the slice ${p.slice}`,
    addOn: (p: { slice: string; clusters: readonly string[] }) =>
      `the worker of ${firstOf(p.clusters)} is taken off in the commit that has it as a member of the slice ${p.slice}`,
    project: (p: { project: string; slices: readonly string[] }) =>
      `Project ${p.project} goes in the commit that has the slice ${firstOf(p.slices)} in it`,
    profile: (p: { profile: string; slices: readonly string[] }) =>
      `SliceQoSConfig ${p.profile} goes in the commit in which the slice ${firstOf(p.slices)} still has it`,
    rotation: (p: { slice: string }) => `VpnKeyRotation ${p.slice} goes while its slice is there`,
  },
  checkChange(change, report) {
    const leavesAtOnce = new Set(
      sliceChanges(change).flatMap(({ goes, before }) =>
        goes && before && before.namespaces.size > 0 ? [`${before.namespace}/${before.name}`] : [],
      ),
    );
    const slices = change.objectsOf('before', 'SliceConfig', controllerGroup).filter((slice) => {
      // Of one that goes with its namespaces slice/removal tells, and what comes after it is the same mistake.
      return !leavesAtOnce.has(`${slice.manifest.namespace ?? ''}/${slice.manifest.name}`);
    });
    if (slices.length === 0) return;
    const tell = (
      found: readonly ObjectChange[],
      finding: ReturnType<typeof report>,
      place: string,
      fix: string,
    ): void => {
      const [first] = found;
      if (!first) return;
      finding.at(change.placeAt(first, place)).fix(fix);
      for (const object of found) finding.about(change.nameOf(object));
    };
    const steps = 'follow the commits of dbspan plan: it goes when the slice has let go of it';
    const clusters = goneByName(change, 'Cluster');
    const addOns = goneAddOns(change);
    for (const slice of slices) {
      const { name, namespace, members } = readSlice(slice);
      const held = members.filter((member) => clusters.has(`${namespace}/${member}`));
      const objects = held.flatMap((member) => clusters.get(`${namespace}/${member}`) ?? []);
      if (held.length > 0)
        tell(objects, report('cluster', { slice: name, clusters: held }), 'clusters', steps);
      const bare = members.filter((member) => addOns.has(member) && !held.includes(member));
      if (bare.length > 0) {
        const gone = bare.flatMap((member) => addOns.get(member) ?? []);
        tell(gone, report('addOn', { slice: name, clusters: bare }), 'clusters', steps);
      }
    }
    for (const project of goneByName(change, 'Project').values()) {
      const name = project.before?.manifest.name ?? '';
      const inside = slices.filter(
        ({ manifest }) =>
          manifest.namespace === `kubeslice-${name}` && manifest.name !== `${name}-default-slice`,
      );
      if (inside.length > 0)
        tell([project], report('project', { project: name, slices: inside.map(nameOf) }), 'slice', steps);
    }
    for (const [key, profile] of goneByName(change, 'SliceQoSConfig')) {
      const using = slices.filter(({ manifest }) => key === `${manifest.namespace}/${profileOf(manifest)}`);
      const fix = 'take it away in a later commit than the slice’s standardQosProfileName';
      if (using.length > 0)
        tell([profile], report('profile', { profile: nameIn(key), slices: using.map(nameOf) }), 'slice', fix);
    }
    const gone = new Set(
      sliceChanges(change).flatMap(({ goes, before }) => (goes && before ? [before.name] : [])),
    );
    const present = new Set(
      slices
        .filter(({ manifest }) => !gone.has(manifest.name))
        .map(({ manifest }) => `${manifest.namespace ?? ''}/${manifest.name}`),
    );
    for (const [key, rotation] of goneByName(change, 'VpnKeyRotation'))
      if (present.has(key))
        tell(
          [rotation],
          report('rotation', { slice: nameIn(key) }),
          'slice',
          'leave it to KubeSlice, which made it',
        );
  },
});

/** Objects of a kind that go, by namespace and name. */
function goneByName(change: ChangeSubject, kind: string): ReadonlyMap<string, ObjectChange> {
  const found = new Map<string, ObjectChange>();
  for (const object of change.of(kind, controllerGroup)) {
    const { before } = object;
    if (before && isGone(object))
      found.set(`${before.manifest.namespace ?? ''}/${before.manifest.name}`, object);
  }
  return found;
}

/** KubeSlice’s add-ons that go, by cluster. */
function goneAddOns(change: ChangeSubject): ReadonlyMap<string, ObjectChange> {
  const found = new Map<string, ObjectChange>();
  for (const object of change.of('ManagedClusterAddOn', 'addon.open-cluster-management.io')) {
    const { before } = object;
    if (before?.manifest.name === 'kubeslice' && isGone(object))
      found.set(before.manifest.namespace ?? '', object);
  }
  return found;
}

function profileOf(manifest: OutputObject['manifest']): string {
  return manifest.root.at('spec', 'standardQosProfileName').text ?? '';
}

function nameOf({ manifest }: OutputObject): string {
  return manifest.name;
}

function nameIn(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}
