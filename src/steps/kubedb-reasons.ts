import type { OutputObject } from '../changes/index.js';
import { kinds } from '../charts/kubedb/runbook-facts.js';
import { command, kubectl, type Reached } from '../charts/runbook-step.js';
import type { Reason, Wait } from './model.js';

type Manifest = OutputObject['manifest'];

const horizontalScaling = 'kubedb/docs docs/guides/mariadb/distributed/opsrequest/horizontal_scale.md';
const works = 'manifestworks.work.open-cluster-management.io';

/** The clusters of the ordinals that a PlacementPolicy places. */
export function ordinalsOf({ manifest }: OutputObject): ReadonlyMap<number, string> {
  const clusters = new Map<number, string>();
  const rules = manifest.root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items();
  for (const rule of rules)
    for (const { number } of rule.at('replicaIndices').items())
      if (number !== undefined) clusters.set(number, rule.at('clusterName').text ?? '');
  return clusters;
}

/** A change of the number of replicas. */
export interface Scaling {
  readonly database: Manifest;
  /** The cluster of its object. */
  readonly home: Reached;
  readonly from: number;
  readonly to: number;
  /** Where each ordinal is. */
  readonly clusters: ReadonlyMap<number, string>;
}

/** The policy comes before what it places. */
export const policyBeforeDatabase: Reason = {
  why: 'a distributed database is refused while its PlacementPolicy is not there',
  waits: [],
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
};

/** A namespace comes before what is in it. */
export const namespaceThere: Reason = {
  why: 'nothing can be made in a namespace that is not there',
  waits: [],
  source: 'kubernetes/kubernetes plugin/pkg/admission/namespace/lifecycle/admission.go',
};

/** A policy stays for as long as a database names it. */
export const policyKept: Reason = {
  why: 'replicas are placed by the old policy until the database names the new one: without it none can be made anew',
  waits: [],
  source: 'kubeops/petset pkg/webhooks/apps/v1/petset.go',
};

/** More replicas: the policy first. */
export function scaledUp(scaling: Scaling & { readonly policy: string }): Reason {
  const { database, home, policy, from, to } = scaling;
  const fields = `'{range .spec.clusterSpreadConstraint.distributionRules[*]}{.clusterName}{" "}{.replicaIndices}{"\\n"}{end}'`;
  const ordinals = Array.from({ length: to - from }, (_, index) => from + index);
  return {
    why: 'a replica that the policy gives no cluster is never made, and those after it wait for it',
    source: horizontalScaling,
    waits: [
      {
        text: `The policy places ${to} replicas.`,
        shell: [
          command(
            `${kubectl(home)} get placementpolicies.apps.k8s.appscode.com ${policy}`,
            `-o jsonpath=${fields}`,
          ),
        ],
      },
      {
        text: 'No volume of an earlier replica waits under the name of a new one, which would start with its stale data. Each line says NotFound; what is found is deleted first, when nobody needs it any more.',
        shell: worksOf(scaling, ordinals, `data-${database.name}-`, 'get'),
      },
    ],
  };
}

/** Fewer replicas: the policy last. */
export function scaledDown(scaling: Scaling): Reason {
  const { database, home, from, to } = scaling;
  const ordinals = Array.from({ length: from - to }, (_, index) => to + index);
  return {
    why: 'a policy that places fewer replicas than run leaves pods that nothing can make anew',
    source: horizontalScaling,
    waits: [
      {
        text: 'The replicas that stay are ready, and still have a majority.',
        shell: [readyWait(home, database)],
      },
      {
        text: 'The others are gone: each line says NotFound.',
        shell: worksOf(scaling, ordinals, `${database.name}-`, 'get'),
      },
      {
        text: 'Their volumes stay behind, with a work order each. When nobody needs the data any more, delete them: a replica that comes back would start with them.',
        shell: worksOf(scaling, ordinals, `data-${database.name}-`, 'delete'),
      },
    ],
  };
}

/** Between two versions of an upgrade. */
export function upgraded(home: Reached, database: Manifest, version: string): Reason {
  return {
    why: `the version after ${version} is reached from it alone`,
    source: 'kubedb/installer catalog/kubedb/raw',
    waits: [{ text: `All replicas run ${version} and are ready.`, shell: [readyWait(home, database)] }],
  };
}

/** A database whose deletion is refused goes in two steps. */
export function removalAllowed(home: Reached, database: Manifest, policy: string): Reason {
  return {
    why: 'KubeDB refuses to delete a database with deletionPolicy DoNotTerminate',
    source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
    waits: [
      {
        text: `Nobody uses ${database.name} any more, a backup of it is there and was restored once, and its deletionPolicy is ${policy}.`,
        shell: [
          command(
            `${kubectl(home)} -n ${database.namespace ?? ''} get ${resourceOf(database)} ${database.name}`,
            `-o jsonpath='{.spec.deletionPolicy}{"\\n"}'`,
          ),
        ],
      },
    ],
  };
}

/** What must be gone before the policy or the namespace of a database goes. */
export function oldDatabaseGone(
  home: Reached,
  database: Manifest,
  clusters: ReadonlyMap<number, string> | undefined,
): Reason {
  const { name, namespace = '' } = database;
  const waits: Wait[] = [
    {
      text: `${name} is gone: NotFound.`,
      shell: [`${kubectl(home)} -n ${namespace} get ${resourceOf(database)} ${name}`],
    },
  ];
  waits.push(...leftBehind(home, database, clusters));
  return {
    why: 'what a database is placed by, and the namespace it is in, must outlive it: without them it cannot be taken down in order',
    source: 'kubeops/petset pkg/controller/petset/pet_set.go',
    waits,
  };
}

/** What of a database is there when its object is gone. */
function leftBehind(
  home: Reached,
  { name }: Manifest,
  clusters: ReadonlyMap<number, string> | undefined,
): Wait[] {
  if (clusters && clusters.size > 0) {
    const ordinals = [...clusters.keys()].sort((a, b) => a - b);
    const scaling = { home, clusters };
    return [
      {
        text: 'So are its pods: each line says NotFound.',
        shell: worksOf(scaling, ordinals, `${name}-`, 'get'),
      },
      {
        text: 'Its volumes stay behind, with a work order each. When nobody needs the data any more, delete them: another database of the name would start with them.',
        shell: worksOf(scaling, ordinals, `data-${name}-`, 'delete'),
      },
    ];
  }
  return [];
}

/** A new database in place of another. */
export function replacement(home: Reached, old: Manifest, young: Manifest): Reason {
  const waits: Wait[] = [
    {
      text: `The data of ${old.name} are in ${young.kind} ${young.name}, its clients connect there, and a backup of the old one is kept.`,
    },
  ];
  if (old.group === 'kubedb.com')
    waits.push({
      text: 'The old one is still there and ready until then.',
      shell: [readyWait(home, old)],
    });
  return {
    why: 'the new database starts empty: when the old one goes in the same commit, its data go with it',
    source: 'kubedb/docs docs/guides/mariadb/concepts/mariadb/index.md',
    waits,
  };
}

/** A new database under the names of another. */
export function namesFree(
  home: Reached,
  old: Manifest,
  clusters: ReadonlyMap<number, string> | undefined,
): Reason {
  const { name, namespace = '' } = old;
  const resource = old.group === 'kubedb.com' ? resourceOf(old) : `${old.kind.toLowerCase()}s.${old.group}`;
  return {
    why: 'services, pods and work orders of both have the same names, so the old one must be gone, and the new one starts empty',
    source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
    waits: [
      { text: `A dump of ${name} is there, and was loaded elsewhere once.` },
      {
        text: 'The old one is gone: NotFound.',
        shell: [`${kubectl(home)} -n ${namespace} get ${resource} ${name}`],
      },
      ...leftBehind(home, old, clusters),
      ...claimsBehind(home, old, clusters),
    ],
  };
}

/** The claims of a database on one cluster, which another of the name would take for its own. */
function claimsBehind(
  home: Reached,
  { name, namespace = '', root, group }: Manifest,
  clusters: ReadonlyMap<number, string> | undefined,
): Wait[] {
  if (group === 'k8s.mariadb.com' || (clusters && clusters.size > 0)) return [];
  const count = root.at('spec', 'replicas').number ?? 1;
  const claims = Array.from({ length: count }, (_, index) => `data-${name}-${index}`);
  return [
    {
      text: 'Its volumes stay behind. When nobody needs the data any more, delete them: a database of the name would start with them.',
      shell: [command(`${kubectl(home)} -n ${namespace} delete persistentvolumeclaims`, claims.join(' '))],
    },
  ];
}

function resourceOf({ kind }: Manifest): string {
  return kind === 'Postgres' ? kinds.postgres.resource : kinds.mariadb.resource;
}

function readyWait(home: Reached, database: Manifest): string {
  return command(
    `${kubectl(home)} -n ${database.namespace ?? ''} wait --for=jsonpath='{.status.phase}'=Ready --timeout=30m`,
    `${resourceOf(database)}/${database.name}`,
  );
}

/** A command for the work orders of ordinals, one for each cluster, whose work orders are in the hub's namespace of its name. */
function worksOf(
  { home, clusters }: Pick<Scaling, 'home' | 'clusters'>,
  ordinals: readonly number[],
  prefix: string,
  verb: 'get' | 'delete',
): string[] {
  const byCluster = new Map<string, string[]>();
  for (const ordinal of ordinals) {
    const cluster = clusters.get(ordinal);
    if (cluster === undefined) continue;
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), `${prefix}${ordinal}`]);
  }
  return [...byCluster].map(([cluster, names]) =>
    command(`${kubectl(home)} -n ${cluster} ${verb} ${works}`, names.join(' ')),
  );
}
