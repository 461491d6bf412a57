import { defineRule } from '../rule.js';
import { gateIn, isOn } from './gates.js';

const gate = 'ManifestWorkReplicaSet';

/** A hub that is given ManifestWorkReplicaSets acts on them. */
export const replicaSetGate = defineRule({
  id: 'ocm/replica-set-gate',
  severity: 'warning',
  why: 'a hub without the gate accepts a ManifestWorkReplicaSet, checks nothing and makes no work of it',
  source:
    'open-cluster-management-io/ocm pkg/work/webhook/v1alpha1/manifestworkreplicaset_validating.go, manifests/cluster-manager/hub/work/webhook-validatingconfiguration.yaml',
  messages: {
    off: (p: { manager: string; set: string }) =>
      `the ClusterManager ${p.manager} does not enable ${gate}, so the ManifestWorkReplicaSet ${p.set} does nothing`,
  },
  checkManifests(manifests, report) {
    const [set] = manifests.of(gate, 'work.open-cluster-management.io');
    if (!set) return;
    for (const manager of manifests.of('ClusterManager', 'operator.open-cluster-management.io')) {
      if (isOn(manager, 'workConfiguration', gate)) continue;
      const spec = manager.root.at('spec');
      const place =
        gateIn(manager, 'workConfiguration', gate)?.at('feature').span ??
        (spec.at('workConfiguration').given ? spec.at('workConfiguration') : spec).keySpan;
      report('off', { manager: manager.name, set: set.name })
        .at(place)
        .related(set.root.at('kind').span, 'does nothing')
        .fix(`add to workConfiguration.featureGates: { feature: ${gate}, mode: Enable }`);
    }
  },
});
