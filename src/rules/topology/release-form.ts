import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const titles = { kubeslice: 'KubeSlice', ocm: 'OCM' } as const;
const examples = { kubeslice: 'v2026.1.15', ocm: 'v1.3.1' } as const;

/** The releases that the runbook installs by name are whole ones: three numbers. That of KubeDB is kubedb/release-unknown. */
export const releaseForm = defineRule({
  id: 'topology/release-form',
  severity: 'warning',
  why: 'the runbook hands it to helm and clusteradm as it is: one takes the newest release that begins so, which is another one tomorrow, the other finds none',
  source: 'open-cluster-management-io/clusteradm pkg/version/version.go',
  messages: {
    part: (p: { system: string; release: string }) =>
      `${p.release} is no release of ${p.system}, only a part of one`,
  },
  checkTopology({ slice, releases }, report) {
    if (!slice || !releases) return;
    for (const system of ['kubeslice', 'ocm'] as const) {
      const release = releases[system];
      if (release === undefined || /^v?\d+\.\d+\.\d+(?![.\d])/.test(release)) continue;
      // One before v1.0 is ocm/release, whole or not.
      if (system === 'ocm' && /^v?0\.\d/.test(release)) continue;
      report('part', { system: titles[system], release })
        .at(valueSpan(releases, system))
        .fix(`write all of it, such as ${examples[system]}`);
    }
  },
});
