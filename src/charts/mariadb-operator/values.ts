import { type ClusterPlan, databasesOf, type Plan } from '../../plan/index.js';
import { printYaml } from '../../yaml/print.js';
import type { ValuesFile } from '../system.js';

/** Helm values of mariadb-operator, on clusters for which its own do not do: all names it writes end in the cluster's domain. */
export function operatorValues(plan: Plan): readonly ValuesFile[] {
  return operatorHomes(plan)
    .filter(({ domain }) => domain !== 'cluster.local')
    .map((cluster) => ({
      cluster,
      name: 'mariadb-operator.yaml',
      content: printYaml({ clusterName: cluster.domain }),
      pointer: 'databases',
    }));
}

/** The clusters on which the operator runs, in the order of their databases. */
export function operatorHomes(plan: Plan): ClusterPlan[] {
  return [...new Set(databasesOf(plan, 'mariadb-operator').map(({ home }) => home))];
}
