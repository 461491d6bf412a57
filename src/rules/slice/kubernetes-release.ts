import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The oldest Kubernetes that KubeSlice's worker chart takes. */
const oldest = { major: 1, minor: 28 };

/** The clusters of a slice run a Kubernetes that KubeSlice's worker takes. */
export const kubernetesRelease = defineRule({
  id: 'slice/kubernetes-release',
  severity: 'error',
  why: 'the chart of KubeSlice’s worker refuses an older Kubernetes, so the add-on renders nothing and no cluster registers; the guides name an older limit, which no longer holds',
  source: 'kube-slice/kubeslice-controller ocm/manifests/kubeslice-worker/Chart.yaml',
  messages: {
    form: (p: { release: string }) => `${p.release} is no minor version of Kubernetes`,
    old: (p: { release: string }) =>
      `Kubernetes ${p.release} is older than ${oldest.major}.${oldest.minor}, the oldest that KubeSlice’s worker takes`,
  },
  checkTopology({ slice, releases }, report) {
    if (!slice || releases?.kubernetes === undefined) return;
    const span = valueSpan(releases, 'kubernetes');
    const [, major, minor] = /^v?(\d+)\.(\d+)(?![\da-z])/.exec(releases.kubernetes) ?? [];
    if (releases.kubernetes === '1') return;
    if (minor === undefined) {
      report('form', { release: releases.kubernetes })
        .at(span)
        .fix('write the minor version that kubectl version shows for the server, such as "1.34"');
      return;
    }
    const difference = Number(major) - oldest.major || Number(minor) - oldest.minor;
    if (difference >= 0) return;
    report('old', { release: releases.kubernetes }).at(span).fix('upgrade the clusters first');
  },
});
