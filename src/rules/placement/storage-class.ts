import { type DatabasePlan, databasesOf, type PlacementPlan, type Plan } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { type DistributionRule, placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';
import { firstOf, listed } from '../words.js';

/** The storage class is said on all clusters of a placement, or on none. */
export const storageClass = defineRule({
  id: 'placement/storage-class',
  severity: 'warning',
  why: 'where it is not said the volumes get the default class of that cluster, or none at all and the replica stays Pending; said later it changes no volume that is there',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    cluster: (p: { databases: readonly string[]; cluster: string; other: string }) =>
      `the volumes of ${firstOf(p.databases)} have a storage class on ${p.other}, and none on ${p.cluster}`,
    policy: (p: { policy: string; clusters: readonly string[] }) =>
      `${p.policy} has a storageClassName for some clusters, and none for ${listed(p.clusters)}`,
  },
  checkPlan(plan, report) {
    for (const { without, other, databases } of clustersWithout(plan)) {
      const { name, source } = without.cluster;
      report('cluster', { databases, cluster: name, other: other.cluster.name })
        .at(valueSpan(source, 'name'))
        .related(valueSpan(other.cluster.source, 'storageClass'), 'said here')
        .fix(`write storageClass in ${name}: kubectl get storageclass --context ${without.cluster.context}`);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, rules } of placementPolicies(manifests)) {
      const used = rules.filter(({ indices }) => indices.length > 0);
      const without = used.filter((rule) => !hasClass(rule));
      const [first] = without;
      const other = used.find(hasClass);
      if (!first || !other) continue;
      report('policy', { policy: name, clusters: without.map(({ cluster }) => cluster ?? '') })
        .at(first.field.at('clusterName').span)
        .related(other.field.at('storageClassName').span, 'said here')
        .fix('write the class of each cluster, the default class too');
    }
  },
});

function hasClass({ field }: DistributionRule): boolean {
  const { text } = field.at('storageClassName');
  return text !== undefined && text !== '';
}

interface Without {
  readonly without: PlacementPlan;
  readonly other: PlacementPlan;
  readonly databases: string[];
}

/** Each cluster once, with the databases whose other clusters say a class. */
function clustersWithout(plan: Plan): Iterable<Without> {
  const found = new Map<string, Without>();
  for (const database of databasesOf(plan, 'kubedb')) {
    const other = database.placements.find(({ storageClass }) => storageClass !== undefined);
    if (!database.distributed || !other) continue;
    for (const without of withoutClass(database)) {
      const present = found.get(without.cluster.name);
      if (present) present.databases.push(database.name);
      else found.set(without.cluster.name, { without, other, databases: [database.name] });
    }
  }
  return found.values();
}

function withoutClass({ placements }: DatabasePlan): readonly PlacementPlan[] {
  return placements.filter(({ storageClass }) => storageClass === undefined);
}
