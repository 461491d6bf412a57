import {
  type ChangeSubject,
  isGone,
  isNew,
  type ObjectChange,
  type PolicyReading,
  readPolicy,
} from '../changes/index.js';

/** Kinds of KubeDB that have their replicas on a slice. */
const databaseKinds = ['MariaDB', 'Postgres'] as const;

/** A change of an object by which replicas come to clusters of a slice, or leave them: a PlacementPolicy, or a database that has one. */
export interface Resident {
  readonly object: ObjectChange;
  readonly goes: boolean;
  readonly comes: boolean;
  /** Clusters that lose all replicas, by slice: `kubeslice-shop/shop`. */
  readonly lost: ReadonlyMap<string, readonly string[]>;
  /** Clusters that get replicas and had none, by slice. */
  readonly gained: ReadonlyMap<string, readonly string[]>;
  /** Namespace of a database; undefined for a policy. */
  readonly namespaceBefore: string | undefined;
  readonly namespaceAfter: string | undefined;
}

/** The changes by which replicas come and go. */
export function residentsOf(change: ChangeSubject): Resident[] {
  const policies = change.of('PlacementPolicy', 'apps.k8s.appscode.com');
  const databases = databaseKinds.flatMap((kind) => change.of(kind, 'kubedb.com'));
  if (policies.length === 0 && databases.length === 0) return [];
  return [
    ...policies.map((object) =>
      resident(object, object.before && readPolicy(object.before), object.after && readPolicy(object.after)),
    ),
    ...databases.map((object): Resident => {
      const [from, to] = [policyOf(change, 'before', object), policyOf(change, 'after', object)];
      return {
        ...resident(object, from, to),
        namespaceBefore: object.before?.manifest.namespace,
        namespaceAfter: object.after?.manifest.namespace,
      };
    }),
  ];
}

function resident(
  object: ObjectChange,
  before: PolicyReading | undefined,
  after: PolicyReading | undefined,
): Resident {
  const kept = (policy: PolicyReading | undefined): ReadonlySet<string> => new Set(policy?.clusters);
  return {
    object,
    goes: isGone(object),
    comes: isNew(object),
    lost:
      before && (isGone(object) || after?.slice === before.slice)
        ? differing(before, isGone(object) ? new Set() : kept(after))
        : new Map(),
    gained: after
      ? differing(after, isNew(object) || before?.slice !== after.slice ? new Set() : kept(before))
      : new Map(),
    namespaceBefore: undefined,
    namespaceAfter: undefined,
  };
}

function differing({ slice, clusters }: PolicyReading, kept: ReadonlySet<string>): Map<string, string[]> {
  const found = clusters.filter((name) => !kept.has(name));
  return found.length === 0 ? new Map() : new Map([[slice, found]]);
}

function policyOf(
  change: ChangeSubject,
  side: 'before' | 'after',
  object: ObjectChange,
): PolicyReading | undefined {
  const database = object[side]?.manifest.root;
  const name = database?.at('spec', 'podTemplate', 'spec', 'podPlacementPolicy', 'name').text;
  if (name === undefined) return undefined;
  const policy = change
    .objectsNamed(side, 'PlacementPolicy', 'apps.k8s.appscode.com', name)
    .findLast((each) => readPolicy(each) !== undefined);
  return policy && readPolicy(policy);
}
