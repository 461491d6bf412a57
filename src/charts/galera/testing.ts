import { compile } from '../../compile.js';
import type { Manifest } from '../../imports/index.js';
import { databasesOf, type Plan, type StatefulSetDatabasePlan } from '../../plan/index.js';
import { synthesizeObjects } from '../../synthesize.js';

/** Three replicas on one cluster. Tests change a piece of it, or add to the database, which stands last. */
export const galeraTopology = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata:
  name: shop
clusters:
  - name: fra
    distribution: kubeadm
    storageClass: fast
    nodes: 5
databases:
  - name: orders
    namespace: shop
    provider: statefulset
    engine: mariadb
    image: mariadb:11.8.8
    placement: [{ cluster: fra, replicas: 3 }]
    survive: none
    rootPasswordSecret: { name: orders-root, key: password }
    storage: { size: 20Gi }
    resources: { memory: 1Gi }
`;

/** Two replicas, to which an arbitrator may be added: three votes. */
export const evenTopology = galeraTopology.replace('replicas: 3', 'replicas: 2');

/** The plan of a topology without an error. */
export function planOf(text: string): Plan {
  const { plans, diagnostics } = compile([{ name: 't', content: text }]);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const [plan] = plans;
  if (!plan || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return plan;
}

/** Its first database. */
export function databaseOf(text: string): StatefulSetDatabasePlan {
  const [database] = databasesOf(planOf(text), 'statefulset');
  if (!database) throw new Error('there is no database of statefulset');
  return database;
}

/** Its objects by kind and name. */
export function objectsOf(text: string): ReadonlyMap<string, Manifest> {
  return new Map(
    synthesizeObjects(planOf(text)).map(({ object }) => [
      `${object.kind}/${object.metadata['name']}`,
      object,
    ]),
  );
}

/** Part of an object, which must be there. */
export function partOf(text: string, object: string, ...path: readonly (string | number)[]): unknown {
  let value: unknown = objectsOf(text).get(object);
  if (value === undefined) throw new Error(`there is no ${object}`);
  for (const key of path) value = (value as Record<string | number, unknown>)?.[key];
  return value;
}
