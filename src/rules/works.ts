import { type Field, type Manifest, type ManifestSet, manifestOf } from '../manifests/index.js';

/** An OCM object that carries other objects to a managed cluster: a ManifestWork, or a ManifestWorkReplicaSet with its template. */
export interface Work {
  readonly manifest: Manifest;
  /** The namespace of a ManifestWork is the managed cluster; undefined for a ManifestWorkReplicaSet. */
  readonly cluster: string | undefined;
  /** The ManifestWorkSpec. */
  readonly spec: Field;
  /** What it carries, as far as it can be read. */
  readonly objects: readonly Manifest[];
  /** True for a copy from a hub, made by a controller and not written by hand: it has a uid or an owner. */
  readonly made: boolean;
}

const group = 'work.open-cluster-management.io';
const found = new WeakMap<ManifestSet, readonly Work[]>();

/** The works among the manifests, with what they carry. */
export function worksOf(manifests: ManifestSet): readonly Work[] {
  const known = found.get(manifests);
  if (known) return known;
  const works = [
    ...manifests.of('ManifestWork', group).map((manifest) => workOf(manifest, manifest.root.at('spec'))),
    ...manifests
      .of('ManifestWorkReplicaSet', group)
      .map((manifest) => workOf(manifest, manifest.root.at('spec', 'manifestWorkTemplate'))),
  ];
  found.set(manifests, works);
  return works;
}

function workOf(manifest: Manifest, spec: Field): Work {
  const objects: Manifest[] = [];
  for (const { value } of spec.at('workload', 'manifests').items()) {
    const object = value === undefined ? undefined : manifestOf(value);
    if (object) objects.push(object);
  }
  const cluster = manifest.kind === 'ManifestWork' ? manifest.namespace : undefined;
  const metadata = manifest.root.at('metadata');
  const made = metadata.at('uid').given || metadata.at('ownerReferences').given;
  return { manifest, cluster, spec, objects, made };
}

/** The objects of a kind, those that works carry after those that stand by themselves. */
export function objectsOf(manifests: ManifestSet, kind: string, ofGroup: string): readonly Manifest[] {
  const carried = worksOf(manifests).flatMap(({ objects }) => objects);
  return [
    ...manifests.of(kind, ofGroup),
    ...carried.filter((object) => object.kind === kind && object.group === ofGroup),
  ];
}
