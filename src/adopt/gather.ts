import type { Diagnostic } from '../diagnostics/index.js';
import { type Manifest, type ManifestInput, ManifestSet, readManifests } from '../manifests/index.js';
import { waves } from '../plan/index.js';
import type { Mapping } from '../yaml/mapping.js';
import { groups, identityOf, isClusterScoped, isLabel } from './kinds.js';
import type { AdoptOptions, GivenObject } from './model.js';

/** What stands in the input, each object with its cluster. */
export interface Gathered {
  readonly objects: readonly GivenObject[];
  /** Objects that stand there twice and are not the same; the first counts. */
  readonly repeated: readonly GivenObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where manifests belong that do not say it. */
  readonly home: string;
  /** The cluster of the OCM hub and of KubeSlice's controller; undefined when nothing needs one. */
  readonly hub: string | undefined;
  /** Why that one, when nothing but a guess says so. */
  readonly hubGuess: string | undefined;
  /** True when `home` is a name that dbspan made up. */
  readonly isHomeNamed: boolean;
}

/** Reads the manifests, and finds out on which cluster each object lives. */
export function gather(inputs: readonly ManifestInput[], options: AdoptOptions): Gathered {
  const diagnostics: Diagnostic[] = [];
  const found: { readonly manifest: Manifest; readonly file: string }[] = [];
  for (const [index, input] of inputs.entries()) {
    options.onProgress?.(index, inputs.length);
    const reading = readManifests(input);
    for (const each of reading.diagnostics) if (each.severity === 'error') diagnostics.push(each);
    for (const manifest of reading.manifests) found.push({ manifest, file: input.name });
  }
  const set = new ManifestSet(found.map(({ manifest }) => manifest));
  const known = knownClusters(set, options);
  const folders = found.map(({ file }) => folderCluster(file, known));
  const { hub, guess } = hubOf(set, found, folders, known, options);
  const named = options.clusters?.[0]?.name;
  const onlyFolder = single(folders.filter((each) => each !== undefined));
  const home = named ?? hub ?? onlyFolder ?? single([...known]) ?? 'main';
  const objects: GivenObject[] = [];
  const repeated: GivenObject[] = [];
  const seen = new Map<string, GivenObject>();
  for (const [index, { manifest }] of found.entries()) {
    const cluster = folders[index] ?? ownCluster(manifest, known) ?? homeOf(manifest, hub, home);
    const object = given(manifest, cluster, options);
    const key = identityOf(cluster, object.kind, object.group, object.namespace, object.name);
    const first = seen.get(key);
    if (first) {
      if (JSON.stringify(first.value) !== JSON.stringify(object.value)) repeated.push(object);
      continue;
    }
    seen.set(key, object);
    objects.push(object);
  }
  return {
    objects,
    repeated,
    diagnostics,
    home,
    hub,
    hubGuess: guess,
    isHomeNamed: named !== undefined || home !== 'main',
  };
}

function given(manifest: Manifest, cluster: string, options: AdoptOptions): GivenObject {
  const { kind, group, name, root } = manifest;
  const metadata = root.at('metadata');
  return {
    manifest,
    root,
    kind,
    group,
    name,
    namespace: isClusterScoped(kind, group)
      ? undefined
      : manifest.namespace || (options.namespace ?? 'default'),
    cluster,
    fromServer: metadata.at('uid').given || metadata.at('resourceVersion').given,
    value: root.value as Mapping,
  };
}

/** Names of clusters that the manifests themselves say. */
function knownClusters(set: ManifestSet, { clusters = [], hub }: AdoptOptions): ReadonlySet<string> {
  const names = new Set<string>(clusters.map(({ name }) => name));
  const add = (name: string | undefined): void => {
    if (name !== undefined && isLabel(name)) names.add(name);
  };
  add(hub);
  for (const { root } of set.of('SliceConfig', groups.kubeslice))
    for (const each of root.at('spec', 'clusters').items()) add(each.text);
  for (const { name } of set.of('Cluster', groups.kubeslice)) add(name);
  for (const { namespace } of set.of('ManagedClusterAddOn', groups.addOn)) add(namespace);
  for (const { root } of set.of('PlacementPolicy', groups.placement)) {
    for (const rule of root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items())
      add(rule.at('clusterName').text);
  }
  for (const { root } of set.of('Klusterlet', groups.klusterlet)) add(root.at('spec', 'clusterName').text);
  return names;
}

const waveNames: ReadonlySet<string> = new Set(waves);

/** The cluster that the folders of a file name: above a wave, below `clusters`, or called like a cluster. */
function folderCluster(file: string, known: ReadonlySet<string>): string | undefined {
  const folders = file.split('/').slice(0, -1);
  for (let at = folders.length - 1; at >= 0; at -= 1) {
    const folder = folders[at] ?? '';
    const above = folders[at - 1] ?? '';
    if (waveNames.has(folder) && isLabel(above)) return above;
    if (above === 'clusters' && isLabel(folder)) return folder;
    if (known.has(folder)) return folder;
  }
  return undefined;
}

/** The cluster that an object of the agent on a cluster names itself, and the DNS of the node that is called so. */
function ownCluster({ kind, group, name, root }: Manifest, known: ReadonlySet<string>): string | undefined {
  if (kind === 'Klusterlet' && group === groups.klusterlet) {
    const own = root.at('spec', 'clusterName').text;
    return own !== undefined && isLabel(own) ? own : undefined;
  }
  if (kind !== 'ConfigMap' || group !== '' || name !== 'coredns') return undefined;
  const hosts = (root.at('data', 'NodeHosts').text ?? '').split(/\s+/).filter((word) => known.has(word));
  return single([...new Set(hosts)]);
}

const hubKinds: readonly (readonly [kind: string, group: string])[] = [
  ['SliceConfig', groups.kubeslice],
  ['Project', groups.kubeslice],
  ['Cluster', groups.kubeslice],
  ['ManagedClusterAddOn', groups.addOn],
];

function isOfHub({ kind, group, root }: Manifest): boolean {
  if (hubKinds.some(([name, of]) => name === kind && of === group)) return true;
  if (kind === 'PlacementPolicy' && group === groups.placement)
    return root.at('spec', 'clusterSpreadConstraint').given;
  return group === groups.kubedb && root.at('spec', 'distributed').flag === true;
}

function homeOf(manifest: Manifest, hub: string | undefined, home: string): string {
  return hub !== undefined && isOfHub(manifest) ? hub : home;
}

/** The hub: as it is said, by the folder of what lives there, by its name, or the first member of the slice. */
function hubOf(
  set: ManifestSet,
  found: readonly { readonly manifest: Manifest }[],
  folders: readonly (string | undefined)[],
  known: ReadonlySet<string>,
  { hub }: AdoptOptions,
): { readonly hub: string | undefined; readonly guess: string | undefined } {
  const ofHub = found
    .map(({ manifest }, index) => ({ manifest, index }))
    .filter(({ manifest }) => isOfHub(manifest));
  if (ofHub.length === 0) return { hub, guess: undefined };
  if (hub !== undefined) return { hub, guess: undefined };
  for (const { index } of ofHub) {
    const folder = folders[index];
    if (folder !== undefined) return { hub: folder, guess: undefined };
  }
  const named = [...known].filter((name) => /(?:^|-)(?:hub|controller)(?:-|$)/.test(name));
  if (named.length === 1) return { hub: named[0], guess: 'its name says so, no manifest does' };
  const [slice] = set.of('SliceConfig', groups.kubeslice);
  const first = slice?.root.at('spec', 'clusters').items()[0]?.text ?? [...known][0] ?? 'hub';
  return { hub: first, guess: 'the first member of the slice; no manifest says it' };
}

function single<T>(values: readonly T[]): T | undefined {
  const different = new Set(values);
  return different.size === 1 ? values[0] : undefined;
}
