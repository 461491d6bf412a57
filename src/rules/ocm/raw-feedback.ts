import { defineRule } from '../rule.js';
import { agentName, databaseAgents } from './database-agents.js';
import { rawFeedbackGate as gate, gateIn, isMeant, isOn } from './gates.js';

/** The agent of a cluster with replicas reports their readiness. */
export const rawFeedback = defineRule({
  id: 'ocm/raw-feedback',
  severity: 'error',
  why: 'KubeDB reads the readiness of a replica as a map, which an agent without the gate does not report: the database never becomes Ready',
  source: 'kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    off: (p: { agent: string }) => `${p.agent} lists ${gate} without mode: Enable, which leaves it off`,
    missing: (p: { agent: string }) => `${p.agent}, whose cluster holds replicas, does not enable ${gate}`,
  },
  checkManifests(manifests, report) {
    const agents = new Set(databaseAgents(manifests));
    const policies = manifests.of('PlacementPolicy', 'apps.k8s.appscode.com').length;
    for (const klusterlet of manifests.of('Klusterlet', 'operator.open-cluster-management.io')) {
      if (isOn(klusterlet, 'workConfiguration', gate)) continue;
      const agent = agentName(klusterlet);
      const listed = gateIn(klusterlet, 'workConfiguration', gate);
      if (listed) {
        const mode = listed.at('mode');
        // A cluster that holds no replicas may well have it off.
        if (mode.given && policies > 0 && !agents.has(klusterlet)) continue;
        report('off', { agent })
          .at(mode.given ? mode.span : listed.at('feature').span)
          .fix('write mode: Enable');
        continue;
      }
      if (!agents.has(klusterlet)) continue;
      const spec = klusterlet.root.at('spec');
      const work = spec.at('workConfiguration');
      const gates = work.at('featureGates');
      const misspelt = gates
        .items()
        .map((entry) => entry.at('feature'))
        .find(({ text }) => text !== undefined && isMeant(gate, text));
      if (misspelt) {
        report('missing', { agent }).at(misspelt.span, 'misspelt').fix(`write ${gate}`);
        continue;
      }
      report('missing', { agent })
        .at((gates.given ? gates : work.given ? work : spec).keySpan)
        .fix(`add to workConfiguration.featureGates: { feature: ${gate}, mode: Enable }`);
    }
  },
});
