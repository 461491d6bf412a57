import { Findings } from '../diagnostics/index.js';
import { objectFileName } from '../output/paths.js';
import type { ClusterPlan, DatabasePlan, Plan } from '../plan/index.js';
import { readYaml } from '../yaml/read.js';
import type { ClusterContext, DatabaseContext, SliceContext } from './context.js';
import { addOnConfiguration, forwarding } from './dns.js';
import * as galera from './galera.js';
import { objectsOf } from './influence.js';
import * as kubedb from './kubedb.js';
import * as kubeslice from './kubeslice.js';
import { type Leaf, leavesOf } from './leaves.js';
import * as operator from './mariadb-operator.js';
import { namespace } from './namespaces.js';
import type { OwnObject } from './objects.js';
import { klusterlet } from './ocm.js';
import { planNamed } from './source.js';
import type { Table } from './table.js';
import { kubedbValues, mariadbOperatorValues } from './values.js';

/** A file of the output. */
export interface TracedFile {
  /** Below the output directory: `fra/70-database/mariadb.shop.orders.yaml`. */
  readonly path: string;
  /** As the ownership index has it: `shop/databases[orders]`. */
  readonly source: string;
  readonly content?: string;
}

/** What a file is, and the table that says how its fields come about. */
export type Located =
  | {
      readonly kind: 'database';
      readonly plan: Plan;
      readonly database: DatabasePlan;
      readonly object: OwnObject;
      readonly table: Table<DatabaseContext>;
    }
  | {
      readonly kind: 'declared';
      readonly plan: Plan;
      readonly root: unknown;
      readonly table: Table<unknown>;
      readonly context: ClusterContext | SliceContext;
    }
  | { readonly kind: 'kustomization'; readonly directory: string; readonly root: unknown };

/** Finds out what a file is; undefined for what is of none of the plans, and for the runbook. */
export function locate(plans: readonly Plan[], file: TracedFile): Located | undefined {
  const [cluster = '', folder = '', name = ''] = file.path.split('/');
  if (file.path.endsWith('/kustomization.yaml')) {
    const directory = file.path.slice(0, -'/kustomization.yaml'.length);
    return { kind: 'kustomization', directory, root: rootOf(file) };
  }
  const plan = planNamed(plans, file.source.split('/')[0] ?? '');
  if (!plan) return undefined;
  const pointer = file.source.slice(file.source.indexOf('/') + 1);
  if (folder === '60-placement' || folder === '70-database')
    return databaseFile(plan, { cluster, folder, name }, pointer);
  const declared = declaredTable(plan, cluster, folder, name);
  return declared && { kind: 'declared', plan, root: rootOf(file), ...declared };
}

const databasesByHome = new WeakMap<Plan, ReadonlyMap<string, readonly DatabasePlan[]>>();

/** The databases on a cluster, or whose object goes there. */
export function databasesAt(plan: Plan, cluster: string): readonly DatabasePlan[] {
  let index = databasesByHome.get(plan);
  if (!index) {
    const found = new Map<string, DatabasePlan[]>();
    for (const database of plan.databases) {
      const present = found.get(database.home.name);
      if (present) present.push(database);
      else found.set(database.home.name, [database]);
    }
    index = found;
    databasesByHome.set(plan, index);
  }
  return index.get(cluster) ?? [];
}

function databaseFile(
  plan: Plan,
  { cluster, folder, name }: { readonly cluster: string; readonly folder: string; readonly name: string },
  pointer: string,
): Located | undefined {
  const [, wanted] = /^databases\[([^\]]*)\]/.exec(pointer) ?? [];
  for (const database of databasesAt(plan, cluster)) {
    if (wanted !== undefined && database.source.name !== wanted) continue;
    if (wanted === undefined && !name.includes(database.source.name)) continue;
    const object = objectsOf(plan, database).find(
      (each) => each.wave === folder && fileNameOf(each) === name,
    );
    if (object) return { kind: 'database', plan, database, object, table: tableOf(database, object) };
  }
  return undefined;
}

/** Name of the file of an object. */
export function fileNameOf({ kind, name, namespace: inside }: OwnObject): string {
  return objectFileName({ kind, metadata: { name, namespace: inside } });
}

/** The table for an object of a database. */
export function tableOf(database: DatabasePlan, object: OwnObject): Table<DatabaseContext> {
  const table =
    database.provider === 'kubedb'
      ? kubedbTables[object.kind]
      : database.provider === 'mariadb-operator'
        ? operatorTables[object.kind]
        : galeraTable(database.name, object);
  return (table ?? {}) as Table<DatabaseContext>;
}

const kubedbTables: Readonly<Record<string, object>> = {
  PlacementPolicy: kubedb.placementPolicy,
  MariaDB: kubedb.mariadb,
  Postgres: kubedb.postgres,
};

const operatorTables: Readonly<Record<string, object>> = {
  MariaDB: operator.mariadb,
  ExternalMariaDB: operator.externalMariadb,
  User: operator.user,
  Grant: operator.grant,
  Connection: operator.connection,
  Database: operator.schema,
  Backup: operator.backup,
  PhysicalBackup: operator.backup,
};

function galeraTable(database: string, { kind, name }: OwnObject): object | undefined {
  const suffix = name.slice(database.length);
  switch (kind) {
    case 'ConfigMap':
      return galeraConfigMaps[suffix];
    case 'Service':
      return suffix === '-peers' ? galera.peerService : galera.clientService;
    default:
      return galeraTables[kind];
  }
}

const galeraConfigMaps: Readonly<Record<string, object>> = {
  '-config': galera.configuration,
  '-scripts': galera.scriptFiles,
  '-members': galera.members,
  '-exporter': galera.exporterFile,
};

const galeraTables: Readonly<Record<string, object>> = {
  ServiceAccount: galera.account,
  StatefulSet: galera.statefulSet,
  Deployment: galera.arbitrator,
  PodDisruptionBudget: galera.budget,
  NetworkPolicy: galera.networkPolicy,
  ServiceMonitor: galera.serviceMonitor,
};

interface Declared {
  readonly table: Table<unknown>;
  readonly context: ClusterContext | SliceContext;
}

/** Files of clusters and of the slice, by the folder they stand in. */
function declaredTable(plan: Plan, clusterName: string, folder: string, name: string): Declared | undefined {
  const { slice } = plan;
  const cluster = clusterNamed(plan, clusterName);
  const ofCluster = (table: Table<ClusterContext>, its = cluster): Declared | undefined =>
    its && { table: table as Table<unknown>, context: { plan, cluster: its } };
  const ofSlice = (table: Table<SliceContext>): Declared | undefined =>
    slice && { table: table as Table<unknown>, context: { plan, slice } };
  switch (folder) {
    case '10-namespaces':
      return ofCluster(namespace);
    case '15-klusterlet':
      return ofCluster(klusterlet);
    case '20-kubeslice-project':
      return ofSlice(kubeslice.project);
    case '30-registration': {
      const parts = name.split('.');
      const member = clusterNamed(plan, parts[0] === 'cluster' ? (parts[2] ?? '') : (parts[1] ?? ''));
      return ofCluster(parts[0] === 'cluster' ? kubeslice.registration : kubeslice.addOn, member);
    }
    case '40-slice':
      return ofSlice(kubeslice.sliceConfig);
    case '50-dns':
      return ofCluster(forwarding);
    case 'values':
      return valuesTables[name] && ofCluster(valuesTables[name]);
  }
  return undefined;
}

const valuesTables: Readonly<Record<string, Table<ClusterContext>>> = {
  'kubedb.yaml': kubedbValues,
  'kubeslice-controller.yaml': kubeslice.controllerValues,
  'mariadb-operator.yaml': mariadbOperatorValues,
  'eks-coredns-addon.json': addOnConfiguration,
};

const clustersByName = new WeakMap<Plan, ReadonlyMap<string, ClusterPlan>>();

/** A cluster of a plan. */
export function clusterNamed(plan: Plan, name: string): ClusterPlan | undefined {
  let index = clustersByName.get(plan);
  if (!index) {
    index = new Map(plan.clusters.map((cluster) => [cluster.name, cluster]));
    clustersByName.set(plan, index);
  }
  return index.get(name);
}

/** The value of a file; undefined when it is not told, or is no YAML. */
function rootOf({ path, content }: TracedFile): unknown {
  if (content === undefined || path.endsWith('.md')) return undefined;
  return readYaml({ name: path, text: content }, new Findings())?.value;
}

/** Every field of a file. */
export function leavesOfFile(located: Located): readonly Leaf[] {
  return located.kind === 'database' ? located.object.leaves : leavesOf(located.root);
}
