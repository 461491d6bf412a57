import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  name: (p: { addOn: string }) =>
    `the ManagedClusterAddOn ${p.addOn} configures KubeSlice, whose add-on is called kubeslice`,
  none: (p: { cluster: string }) => `the add-on kubeslice of ${p.cluster} refers to no KubeSlice Cluster`,
  resource: (p: { cluster: string; resource: string }) =>
    `the add-on kubeslice of ${p.cluster} refers to ${p.resource}, not to clusters.controller.kubeslice.io`,
  several: (p: { cluster: string; last: string }) =>
    `the add-on kubeslice of ${p.cluster} refers to several Clusters, of which the last, ${p.last}, counts`,
  other: (p: { cluster: string; name: string }) =>
    `the add-on kubeslice of ${p.cluster} refers to the Cluster ${p.name}, and so registers ${p.cluster} as ${p.name}`,
  missing: (p: { cluster: string; reference: string }) =>
    `the add-on kubeslice of ${p.cluster} refers to the Cluster ${p.reference}, which is not among these`,
};

/** The add-on of KubeSlice refers to the one Cluster of its name from the first apply on. */
export const addonConfig = defineRule({
  id: 'ocm/addon-config',
  severity: 'error',
  why: 'the worker is rendered from that Cluster alone: without it its name is empty, in fields that cannot be changed later, and one that does not exist is made with the network interface enp1s0',
  source: 'kube-slice/kubeslice-controller ocm/manager.go, ocm/helpers.go',
  messages,
  checkManifests(manifests, report) {
    const known: Known = {
      clusters: manifests.of('Cluster', 'controller.kubeslice.io'),
      managed: new Set(
        manifests.of('ManagedCluster', 'cluster.open-cluster-management.io').map(({ name }) => name),
      ),
      members: membersOf(manifests),
      defaults: defaultsOf(manifests),
    };
    for (const addOn of manifests.of('ManagedClusterAddOn', 'addon.open-cluster-management.io')) {
      const configs = addOn.root.at('spec', 'configs').items();
      const own = configs.filter(isCluster);
      if (addOn.name !== 'kubeslice') {
        if (own.length > 0)
          report('name', { addOn: addOn.name })
            .at(addOn.root.at('metadata', 'name').span)
            .fix('call it kubeslice');
        continue;
      }
      const cluster = addOn.namespace ?? 'this cluster';
      const last = own.at(-1);
      if (!last && known.defaults.has(cluster)) continue;
      if (!last) reportNone(addOn, cluster, configs, report);
      else checkReference(addOn, own, last, known, report);
    }
  },
});

function isCluster(config: Field): boolean {
  return config.at('group').text === 'controller.kubeslice.io' && config.at('resource').text === 'clusters';
}

function reportNone(
  { root, namespace }: Manifest,
  cluster: string,
  configs: readonly Field[],
  report: Report<typeof messages>,
): void {
  const example = `{ group: controller.kubeslice.io, resource: clusters, namespace: kubeslice-PROJECT, name: ${namespace ?? 'CLUSTER'} }`;
  // Settings of other kinds are no attempt at it.
  const near = configs.find((config) => {
    return (
      config.at('group').text === 'controller.kubeslice.io' ||
      /^clusters?$/i.test(config.at('resource').text ?? '')
    );
  });
  if (near) {
    const group = near.at('group').text ?? '';
    const resource = `${near.at('resource').text ?? ''}${group === '' ? '' : `.${group}`}`;
    report('resource', { cluster, resource }).at(near.span).fix(`write ${example}`);
    return;
  }
  const spec = root.at('spec');
  report('none', { cluster })
    .at(spec.at('configs').given ? spec.at('configs').keySpan : spec.keySpan)
    .fix(`write configs: [${example}]`);
}

function checkReference(
  { namespace }: Manifest,
  own: readonly Field[],
  last: Field,
  { clusters, managed, members }: Known,
  report: Report<typeof messages>,
): void {
  const cluster = namespace ?? 'this cluster';
  const name = last.at('name').text ?? '';
  const keys = own.map((config) => `${config.at('namespace').text}/${config.at('name').text}`);
  if (new Set(keys).size > 1) {
    report('several', { cluster, last: name }).at(last.span).fix(`keep the one named ${cluster}`);
    return;
  }
  if (namespace !== undefined && name !== namespace && name !== '') {
    // The namespace is the mistake then, and ocm/unknown-cluster says so.
    if (managed.has(name) && !managed.has(namespace)) return;
    report('other', { cluster, name }).at(last.at('name').span).fix(`write name: ${namespace}`);
    return;
  }
  const project = last.at('namespace').text ?? '';
  const there = clusters.some((one) => one.name === name && (one.namespace ?? project) === project);
  // A Cluster that its slice misses too is one mistake, and slice/members says so.
  if (clusters.length === 0 || there || members.has(`${project}/${name}`)) return;
  const same = clusters.find((one) => one.name === name);
  const meant =
    same?.namespace ??
    nearest(
      `${project}/${name}`,
      clusters.map((one) => `${one.namespace}/${one.name}`),
    );
  report('missing', { cluster, reference: project === '' ? name : `${project}/${name}` })
    .at(last.at(same ? 'namespace' : 'name').span)
    .fix(meant === undefined ? 'add the Cluster, or correct the reference' : `did you mean ${meant}?`);
}

interface Known {
  readonly clusters: readonly Manifest[];
  /** Names of the managed clusters. */
  readonly managed: ReadonlySet<string>;
  /** The clusters that slices name, as `namespace/name`. */
  readonly members: ReadonlySet<string>;
  /** Names of the Clusters to which add-ons refer that refer to none. */
  readonly defaults: ReadonlySet<string>;
}

/** What the ClusterManagementAddOn says for all clusters, which is right for the one of that name. */
function defaultsOf(manifests: ManifestSet): ReadonlySet<string> {
  const defaults = new Set<string>();
  for (const { name, root } of manifests.of('ClusterManagementAddOn', 'addon.open-cluster-management.io')) {
    if (name !== 'kubeslice') continue;
    const spec = root.at('spec');
    for (const config of spec.at('supportedConfigs').items())
      if (isCluster(config)) defaults.add(config.at('defaultConfig', 'name').text ?? '');
    for (const config of spec.at('defaultConfigs').items())
      if (isCluster(config)) defaults.add(config.at('name').text ?? '');
  }
  return defaults;
}

function membersOf(manifests: ManifestSet): ReadonlySet<string> {
  const members = new Set<string>();
  for (const { namespace, root } of manifests.of('SliceConfig', 'controller.kubeslice.io'))
    for (const { text } of root.at('spec', 'clusters').items()) members.add(`${namespace}/${text}`);
  return members;
}
