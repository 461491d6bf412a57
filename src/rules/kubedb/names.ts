import type { Report, Span } from '../../diagnostics/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { endsLikeReplica, volumeTwin, worksByName } from '../work-names.js';

const messages = {
  long: (p: { database: string; limit: number; kind: string }) =>
    `${p.database} has ${p.database.length} characters, ${p.kind} may have ${p.limit}`,
  ordinal: (p: { database: string }) => `${p.database} ends like the name of a replica`,
  volume: (p: { database: string; other: string }) =>
    `${p.database} is called like the volumes of ${p.other}`,
  policyDefault: (p: { database: string }) =>
    `${p.database} takes the PlacementPolicy default, which KubeDB has made already`,
  policyShared: (p: { policy: string; database: string; other: string }) =>
    `${p.other} and ${p.database} have the same PlacementPolicy, ${p.policy}`,
};

/** KubeDB can derive its names from those of the databases, and OCM's work objects stay apart. */
export const names = defineRule({
  id: 'kubedb/names',
  severity: 'error',
  why: 'the names of pods, volumes and work objects are made from these without a check of their own: they are refused late, taken for another, or overwrite each other',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages,
  checkPlan({ databases }, report) {
    for (const database of databases) checkLength(database, report);
    const distributed = databases.filter((database) => database.distributed);
    for (const database of distributed) checkOrdinal(database, report);
    checkVolumes(distributed, report);
    checkPolicies(distributed, report);
  },
});

function nameSpan({ source }: DatabasePlan): Span {
  return valueSpan(source, 'name');
}

function checkLength(database: DatabasePlan, report: Report<typeof messages>): void {
  const { name, engine, replicas } = database;
  const { limit, kind } = lengthLimit(engine, replicas);
  if (name.length <= limit) return;
  report('long', { database: name, limit, kind })
    .at(nameSpan(database))
    .fix(`shorten it, for example to ${name.slice(0, limit).replace(/-+$/, '')}`);
}

/**
 * A Galera cluster is checked by the webhook. The others are limited by a label of their pods, the name and a hash of 10
 * characters in 63; a Postgres may get an arbiter, whose name is longer by 8.
 */
function lengthLimit(
  engine: DatabasePlan['engine'],
  replicas: number,
): { readonly limit: number; readonly kind: string } {
  if (engine === 'postgres') return { limit: 44, kind: 'a Postgres' };
  return replicas > 1 ? { limit: 32, kind: 'a MariaDB cluster' } : { limit: 52, kind: 'a MariaDB' };
}

function checkOrdinal(database: DatabasePlan, report: Report<typeof messages>): void {
  const { name } = database;
  if (!endsLikeReplica(name)) return;
  report('ordinal', { database: name })
    .at(nameSpan(database), `pods are called ${name}-0 and so on`)
    .fix(`join the number on: ${name.replace(/(-\d+)+$/, (end) => end.replaceAll('-', ''))}`);
}

/** The works of a volume and of a pod are called `data-orders-0` and `orders-0`, in the namespace of the cluster. */
function checkVolumes(databases: readonly DatabasePlan[], report: Report<typeof messages>): void {
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

function policySpan({ source }: DatabasePlan): Span {
  return source.kubedb?.placementPolicy === undefined
    ? valueSpan(source, 'name')
    : valueSpan(source.kubedb, 'placementPolicy');
}

function checkPolicies(databases: readonly DatabasePlan[], report: Report<typeof messages>): void {
  const seen = new Map<string, DatabasePlan>();
  for (const database of databases) {
    const { name, namespace, placementPolicy: policy } = database;
    const other = seen.get(policy);
    if (policy === 'default') {
      report('policyDefault', { database: name })
        .at(policySpan(database))
        .fix(`remove it: ${namespace}-${name} is the default`);
    } else if (other) {
      report('policyShared', { policy, database: name, other: other.name })
        .at(policySpan(database), 'the same name')
        .related(policySpan(other), 'the first')
        .fix('give each a name of its own as kubedb.placementPolicy; the objects are cluster-scoped');
    } else seen.set(policy, database);
  }
}
