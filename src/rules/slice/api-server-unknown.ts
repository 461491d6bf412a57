import { headSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The hub of a slice says where its API server is reached. */
export const apiServerUnknown = defineRule({
  id: 'slice/api-server-unknown',
  severity: 'warning',
  why: 'members join the hub and KubeSlice reports to it through this URL; while the file does not say it, the runbook reads it from a kubeconfig, which often holds an address only the hub itself can reach',
  source: 'kubeslice/kubeslice charts/kubeslice-controller/values.yaml',
  messages: {
    hub: (p: { hub: string }) => `${p.hub} is the hub of a slice but has no apiServer`,
  },
  checkPlan({ hub, slice }, report) {
    if (!hub || !slice || hub.source.apiServer !== undefined) return;
    report('hub', { hub: hub.name })
      .at(headSpan(hub.source))
      .fix(
        `write its URL as members reach it, such as apiServer: https://10.2.0.56:6443; the kubeconfig has: kubectl --context ${hub.context} config view --minify -o jsonpath='{.clusters[0].cluster.server}'`,
      );
  },
});
