import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';

/** API group of the objects that people write on the hub. */
export const controllerGroup = 'controller.kubeslice.io';

/** The slices among the manifests. */
export function sliceConfigsOf(manifests: ManifestSet): readonly Manifest[] {
  return manifests.of('SliceConfig', controllerGroup);
}

/** False for a slice that only groups namespaces: KubeSlice looks at none of its network fields. */
export function hasNetwork({ root }: Manifest): boolean {
  return root.at('spec', 'overlayNetworkDeploymentMode').text !== 'no-network';
}

/** The texts of a list. */
export function textsOf(list: Field): string[] {
  return list.items().flatMap(({ text }) => text ?? []);
}

/** A text that stands a second time. */
export interface Repeat {
  readonly text: string;
  readonly first: Field;
  readonly again: Field;
}

/** The fields whose text an earlier one of them has. */
export function repeatsOf(fields: readonly Field[]): Repeat[] {
  const seen = new Map<string, Field>();
  const repeats: Repeat[] = [];
  for (const again of fields) {
    const { text } = again;
    if (text === undefined || text === '') continue;
    const first = seen.get(text);
    if (first) repeats.push({ text, first, again });
    else seen.set(text, again);
  }
  return repeats;
}

/** The two lists of namespaces of a SliceConfig. */
export const namespaceLists = ['applicationNamespaces', 'allowedNamespaces'] as const;

export type NamespaceList = (typeof namespaceLists)[number];

/** The entries of one list of namespaces. */
export function namespaceEntriesOf({ root }: Manifest, list: NamespaceList): Field[] {
  return root.at('spec', 'namespaceIsolationProfile', list).items();
}

/** SliceConfigs by `namespace/name`. */
export function sliceConfigsByName(manifests: ManifestSet): ReadonlyMap<string, Manifest> {
  return new Map(
    sliceConfigsOf(manifests).map((config) => [`${config.namespace ?? ''}/${config.name}`, config]),
  );
}

/** The namespaces that a SliceConfig puts on the slice on at least one cluster, each with its first entry. */
export function onboardedNamespaces(config: Manifest): ReadonlyMap<string, Field> {
  const onboarded = new Map<string, Field>();
  for (const entry of namespaceEntriesOf(config, 'applicationNamespaces')) {
    const namespace = entry.at('namespace');
    if (namespace.text && !onboarded.has(namespace.text)) onboarded.set(namespace.text, namespace);
  }
  return onboarded;
}
