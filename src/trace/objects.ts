import { ApiObject, App } from 'cdk8s';
import { Charts, originOf, type System, systems } from '../charts/index.js';
import type { DatabasePlan, Plan, Provider } from '../plan/index.js';
import { type Leaf, leavesOf } from './leaves.js';

/** An object that the charts make of a database. */
export interface OwnObject {
  /** What it is among the objects of its database, whatever it is called: wave, kind and number. */
  readonly key: string;
  readonly cluster: string;
  readonly wave: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Path in the topology that the charts say it comes from. */
  readonly pointer: string;
  readonly object: Readonly<Record<string, unknown>>;
  readonly leaves: readonly Leaf[];
}

const systemOf: Readonly<Record<Provider, string>> = {
  kubedb: 'kubedb',
  'mariadb-operator': 'mariadb-operator',
  statefulset: 'galera',
};

/** The system that writes the objects of a database. */
export function systemOfDatabase({ provider }: Pick<DatabasePlan, 'provider'>): System {
  const system = systems.find(({ name }) => name === systemOf[provider]);
  if (!system) throw new Error(`no system writes databases of ${provider}`);
  return system;
}

/** The objects of one database, in the order in which the charts make them. */
export function objectsOfDatabase(plan: Plan, database: DatabasePlan): OwnObject[] {
  const charts = new Charts(new App());
  systemOfDatabase(database).build(charts, { ...plan, databases: [database] });
  const counts = new Map<string, number>();
  const objects: OwnObject[] = [];
  for (const { node, cluster, wave } of charts.list()) {
    for (const construct of node.findAll()) {
      if (!ApiObject.isApiObject(construct)) continue;
      const object = construct.toJson() as Record<string, unknown>;
      const { kind, metadata } = object as { kind: string; metadata: { name: string; namespace?: string } };
      const sort = `${wave} ${kind}`;
      const number = counts.get(sort) ?? 0;
      counts.set(sort, number + 1);
      objects.push({
        key: `${sort} ${number}`,
        cluster,
        wave,
        kind,
        name: metadata.name,
        namespace: metadata.namespace,
        pointer: originOf(construct)?.pointer ?? '',
        object,
        leaves: leavesOf(object),
      });
    }
  }
  return objects;
}
