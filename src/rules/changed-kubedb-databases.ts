import { type AlteredObject, type ChangeSubject, fieldAt, type OutputObject } from '../changes/index.js';
import type { Span } from '../diagnostics/index.js';
import type { Field } from '../manifests/index.js';
import { listed } from './words.js';

/** The kinds of KubeDB's databases. */
const kinds = [
  ['MariaDB', 'mariadb'],
  ['Postgres', 'postgres'],
] as const;

/** A database of KubeDB that stays what it is, with other values. */
export interface ChangedDatabase {
  readonly object: AlteredObject;
  readonly engine: 'mariadb' | 'postgres';
  readonly name: string;
  /** Its spec before. */
  readonly old: Field;
  /** Its spec now. */
  readonly young: Field;
}

/** The databases of KubeDB that stay, MariaDB first. */
export function changedDatabases(change: ChangeSubject): ChangedDatabase[] {
  return kinds.flatMap(([kind, engine]) =>
    change.of(kind, 'kubedb.com').flatMap((object) =>
      object.kind === 'changed'
        ? [
            {
              object,
              engine,
              name: object.after.manifest.name,
              old: object.before.manifest.root.at('spec'),
              young: object.after.manifest.root.at('spec'),
            },
          ]
        : [],
    ),
  );
}

/** The number of replicas, as the webhook fills it in. */
export function replicasOf(spec: Field): number {
  return spec.at('replicas').number ?? 1;
}

/** Whether a field below the spec means another thing now. */
export function specDiffers({ object }: ChangedDatabase, ...path: readonly string[]): boolean {
  return fieldAt(object, 'spec', ...path) !== undefined;
}

/** Name of the PlacementPolicy of a distributed database; undefined for any other. */
export function policyNameOf(spec: Field): string | undefined {
  if (spec.at('distributed').flag !== true) return undefined;
  return spec.at('podTemplate', 'spec', 'podPlacementPolicy', 'name').text;
}

/** A PlacementPolicy by its name. */
export function policyNamed(
  change: ChangeSubject,
  side: 'before' | 'after',
  name: string | undefined,
): OutputObject | undefined {
  if (name === undefined) return undefined;
  return change.objectsNamed(side, 'PlacementPolicy', 'apps.k8s.appscode.com', name).at(-1);
}

/** The clusters of the ordinals that a PlacementPolicy places; of one that stands twice the first rule's, as for the controller. */
export function ordinalsOf(policy: OutputObject | undefined): ReadonlyMap<number, string> {
  const clusters = new Map<number, string>();
  const rules =
    policy?.manifest.root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items() ?? [];
  for (const rule of rules) {
    const cluster = rule.at('clusterName').text;
    if (cluster === undefined) continue;
    for (const { number } of rule.at('replicaIndices').items())
      if (number !== undefined && !clusters.has(number)) clusters.set(number, cluster);
  }
  return clusters;
}

/** Ordinals with their clusters as a sentence names them: `3 and 4 on bud`, `1 on ams`. */
export function ordinalWords(
  ordinals: readonly number[],
  clusters: ReadonlyMap<number, string>,
): readonly string[] {
  const byCluster = new Map<string, number[]>();
  for (const ordinal of ordinals) {
    const cluster = clusters.get(ordinal) ?? '';
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), ordinal]);
  }
  return [...byCluster].map(([cluster, numbers]) => {
    const words = listed(numbers.map(String));
    return cluster === '' ? words : `${words} on ${cluster}`;
  });
}

/** Where the storage class of an object’s volumes on a cluster is said: for the database, or for the cluster. */
export function classPlace(change: ChangeSubject, object: AlteredObject, cluster: string): Span {
  const own = change.placeAt(object, '.storage.storageClass');
  const around = change.placeAt(object, '.storage');
  return own.start === around.start ? change.placeAt(object, `clusters[${cluster}].storageClass`) : own;
}

/** The topology's entry that an object comes from, `shop/databases[orders]`; undefined when nobody knows. */
export function entryOf({ file }: OutputObject): string | undefined {
  return /^[^/]*\/databases\[[^\]]*\]/.exec(file.source)?.[0];
}
