import type { StatefulSetDatabasePlan } from '../../plan/index.js';

/** Part of a database: its members, the service by which they find each other, or its arbitrator. */
export type Component = 'database' | 'peers' | 'arbitrator';

/** Names of a database's objects, all made from its own. */
export function namesOf({ name }: Pick<StatefulSetDatabasePlan, 'name'>) {
  return {
    account: name,
    statefulSet: name,
    clientService: name,
    peerService: `${name}-peers`,
    configuration: `${name}-config`,
    scripts: `${name}-scripts`,
    members: `${name}-members`,
    arbitrator: `${name}-arbitrator`,
    exporter: `${name}-exporter`,
  };
}

/** Ports of a member. */
export const ports = {
  mysql: 3306,
  group: 4567,
  incremental: 4568,
  transfer: 4444,
  census: 4569,
  metrics: 9104,
} as const;

/** Labels by which pods are selected. A StatefulSet's selector never changes: they come from names only. */
export function selectorOf({ name }: Pick<StatefulSetDatabasePlan, 'name'>, component: Component) {
  return {
    'app.kubernetes.io/name': 'mariadb',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': component,
  };
}

/** Labels of an object. */
export function labelsOf(database: Pick<StatefulSetDatabasePlan, 'name'>, component: Component) {
  return { ...selectorOf(database, component), 'app.kubernetes.io/managed-by': 'dbspan' };
}

/** Name, namespace and labels of an object. */
export function metadataOf(database: StatefulSetDatabasePlan, name: string, component: Component) {
  return { name, namespace: database.namespace, labels: labelsOf(database, component) };
}
