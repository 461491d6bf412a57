import { type DatabasePlan, databasesOf, type KubedbDatabasePlan } from '../../plan/index.js';
import { type Database, valueSpan } from '../../topology/index.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';
import { endsLikeReplica, volumeTwin, worksByName } from '../work-names.js';
import { lengthLimit, messages, type NameReport, nameSpan, policySpan, reportOrdinal } from './name-parts.js';
import { checkNamesAcross } from './names-across-files.js';
import { checkNamesIn } from './names-in-manifests.js';

/** KubeDB can derive its names from those of the databases, and OCM's work objects stay apart. */
export const names = defineRule({
  id: 'kubedb/names',
  severity: 'error',
  why: 'the names of pods, volumes and work objects are made from these without a check of their own: they are refused late, taken for another, or overwrite each other',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkTopology(topology, report) {
    if (topology.slice) checkShared(kubedbDatabases(topology), report);
  },
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const database of databases) checkLength(database, report);
    const distributed = databases.filter((database) => database.distributed);
    for (const database of distributed) checkOrdinal(database, report);
    checkVolumes(distributed, report);
    checkPolicies(distributed, report);
  },
  checkProgram(plans, report) {
    checkNamesAcross(plans, report);
  },
  checkManifests(manifests, report) {
    checkNamesIn(manifests, report);
  },
});

function checkLength(database: DatabasePlan, report: NameReport): void {
  const { name, engine, replicas } = database;
  const { limit, kind } = lengthLimit(engine, replicas);
  if (name.length <= limit) return;
  report('long', { database: name, limit, kind })
    .at(nameSpan(database))
    .fix(`shorten it, for example to ${name.slice(0, limit).replace(/-+$/, '')}`);
}

function checkOrdinal(database: DatabasePlan, report: NameReport): void {
  const { name } = database;
  if (endsLikeReplica(name)) reportOrdinal(name, nameSpan(database), report);
}

/** The works of a volume and of a pod are called `data-orders-0` and `orders-0`, in the namespace of the cluster. */
function checkVolumes(databases: readonly KubedbDatabasePlan[], report: NameReport): void {
  const works = worksByName(databases);
  for (const database of databases) {
    const twin = volumeTwin(database, works);
    if (!twin) continue;
    const { cluster, other } = twin;
    report('volume', { database: database.name, other: other.name })
      .at(nameSpan(database), `its pods would be called ${database.name}-0 and so on`)
      .related(nameSpan(other), `so are the volumes of this one on ${cluster}`)
      .fix('give it a name that does not start with data-');
  }
}

function checkPolicies(databases: readonly KubedbDatabasePlan[], report: NameReport): void {
  const seen = new Map<string, DatabasePlan>();
  for (const database of databases) {
    const { name, placementPolicy: policy } = database;
    const other = seen.get(policy);
    // The policy default is placement/default-name.
    if (policy === 'default') continue;
    if (other) {
      report('policyShared', { policy, database: name, other: other.name })
        .at(policySpan(database), 'the same name')
        .related(policySpan(other), 'the first')
        .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
    } else seen.set(policy, database);
  }
}

/** OCM's work objects for pods and volumes carry neither namespace nor engine. */
function checkShared(databases: readonly Database[], report: NameReport): void {
  const seen = new Map<string, Database>();
  const objects = new Set<string>();
  for (const database of databases) {
    const { name, namespace, placement } = database;
    // Two of one namespace are topology/duplicate-name.
    if (objects.has(`${namespace}/${name}`)) continue;
    objects.add(`${namespace}/${name}`);
    const clusters = new Set(placement.map(({ cluster }) => cluster));
    const cluster = [...clusters].find((each) => seen.has(`${each}/${name}`));
    const first = cluster === undefined ? undefined : seen.get(`${cluster}/${name}`);
    if (cluster === undefined || !first) {
      for (const each of clusters) seen.set(`${each}/${name}`, database);
      continue;
    }
    report('shared', { database: name, cluster })
      .at(valueSpan(database, 'name'), `of the namespace ${namespace}`)
      .related(valueSpan(first, 'name'), `of the namespace ${first.namespace}`)
      .fix(`give one of them another name, such as ${namespace}-${name}`);
  }
}
