import type { Field } from '../manifests/index.js';
import type { ChangeSubject, ObjectChange, OutputObject } from './model.js';

/** API group of KubeSlice's objects on the hub. */
const controllerGroup = 'controller.kubeslice.io';

/** What a SliceConfig says of who is on it. */
export interface SliceReading {
  readonly name: string;
  /** Namespace of its project on the hub. */
  readonly namespace: string;
  readonly members: readonly string[];
  /** The clusters on which each namespace is on the slice; `*` stands for all members. */
  readonly namespaces: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Reads a SliceConfig of any shape. */
export function readSlice({ manifest }: OutputObject): SliceReading {
  const spec = manifest.root.at('spec');
  const members = textsOf(spec.at('clusters'));
  const namespaces = new Map<string, ReadonlySet<string>>();
  for (const entry of spec.at('namespaceIsolationProfile', 'applicationNamespaces').items()) {
    const name = entry.at('namespace').text;
    if (name) namespaces.set(name, new Set(withMembers(textsOf(entry.at('clusters')), members)));
  }
  return { name: manifest.name, namespace: manifest.namespace ?? '', members, namespaces };
}

/** `*` as the members that it stands for. */
export function withMembers(clusters: readonly string[], members: readonly string[]): readonly string[] {
  return clusters.includes('*') ? members : clusters;
}

function textsOf(list: Field): string[] {
  return list.items().flatMap(({ text }) => text ?? []);
}

/** A SliceConfig that comes, goes or changes. */
export interface SliceChange {
  readonly object: ObjectChange;
  readonly before: SliceReading | undefined;
  readonly after: SliceReading | undefined;
  /** True when the object goes: also when another takes its place. */
  readonly goes: boolean;
  /** True when the object is new to its API server. */
  readonly comes: boolean;
  /** Members of the slice that were none before; all of them when it comes. */
  readonly joining: readonly string[];
  /** Members that are none any more; all of them when it goes. */
  readonly leaving: readonly string[];
}

/** The SliceConfigs that change. */
export function sliceChanges(change: ChangeSubject): SliceChange[] {
  return change.of('SliceConfig', controllerGroup).map((object) => {
    const before = object.before && readSlice(object.before);
    const after = object.after && readSlice(object.after);
    const [goes, comes] = [isGone(object), isNew(object)];
    const old = new Set(comes ? [] : before?.members);
    const young = new Set(goes ? [] : after?.members);
    return {
      object,
      before,
      after,
      goes,
      comes,
      joining: (after?.members ?? []).filter((name) => !old.has(name)),
      leaving: (before?.members ?? []).filter((name) => !young.has(name)),
    };
  });
}

/** Whether the API server loses the object: it goes, or another takes its place. */
export function isGone({ kind }: ObjectChange): boolean {
  return kind === 'removed' || kind === 'renamed' || kind === 'moved';
}

/** Whether the API server has not had the object before. */
export function isNew({ kind }: ObjectChange): boolean {
  return kind === 'added' || kind === 'renamed' || kind === 'moved';
}

/** What a PlacementPolicy says of the slice it deals its ordinals over. */
export interface PolicyReading {
  readonly name: string;
  /** Project namespace and name of the slice: `kubeslice-shop/shop`. */
  readonly slice: string;
  readonly clusters: readonly string[];
}

/** Reads a PlacementPolicy; undefined for one that has no slice. */
export function readPolicy({ manifest }: OutputObject): PolicyReading | undefined {
  const spread = manifest.root.at('spec', 'clusterSpreadConstraint');
  const [project, name] = [spread.at('slice', 'projectNamespace').text, spread.at('slice', 'sliceName').text];
  if (project === undefined || name === undefined) return undefined;
  const clusters = spread
    .at('distributionRules')
    .items()
    .flatMap((rule) => rule.at('clusterName').text ?? []);
  return { name: manifest.name, slice: `${project}/${name}`, clusters };
}
