import type { Plan } from '../plan/index.js';
import type { ClusterContext } from './context.js';
import type { Steps } from './place.js';
import { fixed, type Table } from './table.js';

const byNamespace = new WeakMap<Plan, ReadonlyMap<string, readonly number[]>>();

function databasesIn(plan: Plan, namespace: string): readonly number[] {
  let index = byNamespace.get(plan);
  if (!index) {
    const found = new Map<string, number[]>();
    for (const [at, database] of plan.topology.databases.entries()) {
      const present = found.get(database.namespace);
      if (present) present.push(at);
      else found.set(database.namespace, [at]);
    }
    index = found;
    byNamespace.set(plan, index);
  }
  return index.get(namespace) ?? [];
}

/** The databases that need a namespace on a cluster: those of kubedb on every member of the slice, others where they stand. */
function neededBy({ plan, cluster }: ClusterContext, namespace: unknown): number[] {
  return databasesIn(plan, String(namespace)).filter((at) => {
    const { provider, placement } = plan.topology.databases[at] as Plan['topology']['databases'][number];
    if (provider === 'kubedb' && cluster.member) return true;
    return placement.some((each) => each.cluster === cluster.source.name);
  });
}

/** Namespace of databases. */
export const namespace: Table<ClusterContext> = {
  'metadata.name': {
    of: (context, { value }) => neededBy(context, value).map((at): Steps => ['databases', at, 'namespace']),
    says: (context, { value }) => {
      const names = neededBy(context, value).map((at) => context.plan.topology.databases[at]?.name ?? '');
      const shown =
        names.length > 3 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(', ');
      return `needed by ${shown}: on the clusters of their placement, and those of kubedb on every member of the slice`;
    },
  },
  'metadata.annotations.*': fixed(
    'never to be deleted because it left the repository: deleting a namespace deletes its databases',
  ),
  apiVersion: fixed('a part of Kubernetes itself'),
  kind: fixed('a part of Kubernetes itself'),
};
