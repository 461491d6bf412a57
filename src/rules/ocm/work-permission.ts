import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { objectsOf, worksOf } from '../works.js';
import { objectName, pluralOf } from './resources.js';

const label = 'open-cluster-management.io/aggregate-to-work';

/** The agent has the ClusterRole admin, so what is added to that is the agent’s too; edit is a part of admin, and view of edit. */
const labels = [label, ...['admin', 'edit'].map((role) => `rbac.authorization.k8s.io/aggregate-to-${role}`)];

/** Groups with a dot that Kubernetes itself has. Others under k8s.io are those of CRDs. */
const ownGroups = new Set(
  `admissionregistration apiextensions apiregistration authentication authorization certificates coordination discovery events
  flowcontrol.apiserver networking node rbac.authorization resource scheduling storage`
    .split(/\s+/)
    .map((group) => `${group}.k8s.io`),
);

/** Groups outside of Kubernetes that the agent may write all the same. */
const allowedGroups = new Set([
  'monitoring.coreos.com',
  // Of OpenShift's own groups the ClusterRole admin has these.
  ...['apps', 'build', 'image', 'oauth', 'route', 'template'].map((name) => `${name}.openshift.io`),
]);

/** Kinds of Kubernetes itself that are in no namespace and not among the agent's permissions. */
const forbiddenKinds = new Set([
  ' Node',
  ' PersistentVolume',
  'storage.k8s.io StorageClass',
  'storage.k8s.io CSIDriver',
]);

/** The agent may write what a work carries. */
export const workPermission = defineRule({
  id: 'ocm/work-permission',
  severity: 'warning',
  why: 'the agent is an administrator of namespaces and not of custom resources or nodes: the work is accepted, and the object is refused on the cluster with "forbidden"',
  source:
    'open-cluster-management-io/ocm manifests/klusterlet/managed/klusterlet-work-clusterrole-execution.yaml',
  messages: {
    forbidden: (p: { work: string; object: string; resource: string }) =>
      `${p.work} carries ${p.object}, but no ClusterRole here lets the agent write ${p.resource}`,
  },
  checkManifests(manifests, report) {
    const granted = grantsIn(manifests);
    for (const { manifest, spec, objects, made } of worksOf(manifests)) {
      // With an executor the rights are those of its service account.
      if (made || spec.at('executor').given) continue;
      const reported = new Set<string>();
      for (const object of objects) {
        const resource = resourceOf(object);
        if (!needsGrant(object) || reported.has(resource) || isGranted(granted, object)) continue;
        reported.add(resource);
        report('forbidden', { work: objectName(manifest), object: objectName(object), resource })
          .at(object.root.at('kind').span)
          .fix(`ship, in an earlier work, a ClusterRole for ${resource} with the label ${label}: "true"`);
      }
    }
  },
});

function resourceOf({ group, kind }: Manifest): string {
  return group === '' ? pluralOf(kind) : `${pluralOf(kind)}.${group}`;
}

function needsGrant({ group, kind }: Manifest): boolean {
  if (forbiddenKinds.has(`${group} ${kind}`)) return true;
  return group.includes('.') && !ownGroups.has(group) && !allowedGroups.has(group);
}

interface Grant {
  readonly groups: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

function grantsIn(manifests: ManifestSet): readonly Grant[] {
  const grants: Grant[] = [];
  for (const { root } of objectsOf(manifests, 'ClusterRole', 'rbac.authorization.k8s.io')) {
    if (!labels.some((each) => String(root.at('metadata', 'labels', each).value) === 'true')) continue;
    for (const rule of root.at('rules').items())
      grants.push({ groups: texts(rule.at('apiGroups')), resources: texts(rule.at('resources')) });
  }
  return grants;
}

function texts(list: Field): ReadonlySet<string> {
  return new Set(list.items().map(({ text }) => text ?? ''));
}

function isGranted(grants: readonly Grant[], { group, kind }: Manifest): boolean {
  const holds = (set: ReadonlySet<string>, text: string): boolean => set.has('*') || set.has(text);
  return grants.some(({ groups, resources }) => holds(groups, group) && holds(resources, pluralOf(kind)));
}
