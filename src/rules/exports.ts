import type { DatabasePlan } from '../plan/index.js';

/**
 * The Services of a distributed database that KubeDB exports on the slice: the primary's, and the one that gives each
 * replica its name. Source: kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go.
 */
export function exportedServices({ name }: Pick<DatabasePlan, 'name'>): readonly [string, string] {
  return [name, `${name}-pods`];
}
