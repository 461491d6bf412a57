import { kubedbReleases } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { newestRelease } from '../releases.js';
import { defineRule } from '../rule.js';

/** The KubeDB release named is no preview. */
export const releasePreview = defineRule({
  id: 'kubedb/release-preview',
  severity: 'warning',
  why: 'a preview is for trying out: what it stores need not be taken by the release that follows',
  source: 'kubedb/CHANGELOG releases/',
  messages: {
    preview: (p: { release: string }) => `KubeDB ${p.release} is a preview`,
  },
  checkPlan({ topology, releases }, report) {
    const { name } = releases.kubedb;
    if (topology.releases?.kubedb === undefined) return;
    if (!kubedbReleases.some((release) => release.name === name && release.preview)) return;
    report('preview', { release: name })
      .at(valueSpan(topology.releases, 'kubedb'))
      .fix(`write ${newestRelease()}`);
  },
});
