import { databasesOf } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { placementPolicies } from '../placement-policies.js';
import { defineRule } from '../rule.js';

/** No PlacementPolicy of one’s own is called default. */
export const defaultName = defineRule({
  id: 'placement/default-name',
  severity: 'error',
  why: 'the petset chart installs a PlacementPolicy default, which every database takes that names none: the two overwrite each other, and the next upgrade of the chart wins',
  source: 'kubeops/installer charts/petset/templates/placementpolicies/default.yaml',
  messages: {
    database: (p: { database: string }) =>
      `${p.database} takes the PlacementPolicy default, which KubeDB has made already`,
    taken: (_: { name: string }) => 'the name default belongs to the PlacementPolicy of the petset chart',
  },
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const { name, namespace, placementPolicy, distributed, source } of databases) {
      if (!distributed || placementPolicy !== 'default' || !source.kubedb) continue;
      report('database', { database: name })
        .at(valueSpan(source.kubedb, 'placementPolicy'))
        .fix(`remove it: ${namespace}-${name} is the default`);
    }
  },
  checkManifests(manifests, report) {
    for (const { name, manifest, distributes } of placementPolicies(manifests)) {
      const chart = manifest.root.at('metadata', 'labels', 'helm.sh/chart').text;
      if (name !== 'default' || (!distributes && chart?.startsWith('petset-'))) continue;
      report('taken', { name })
        .at(manifest.root.at('metadata', 'name').span)
        .fix('name it after the namespace and the database, such as shop-orders, in podPlacementPolicy too');
    }
  },
});
