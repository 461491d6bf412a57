import { kubedbReleases } from '../../plan/index.js';
import { nearest, valueSpan } from '../../topology/index.js';
import { newestRelease, releaseStanding } from '../releases.js';
import { defineRule } from '../rule.js';

/** The KubeDB release named is one that dbspan knows. */
export const releaseUnknown = defineRule({
  id: 'kubedb/release-unknown',
  severity: 'warning',
  why: 'the output is written as for the newest release dbspan knows, which another may not take',
  source: 'kubedb/CHANGELOG releases/',
  messages: {
    release: (p: { release: string }) =>
      `KubeDB ${p.release} is not known here and counts as ${newestRelease()}`,
  },
  checkPlan({ topology, releases }, report) {
    const { name } = releases.kubedb;
    if (topology.releases?.kubedb === undefined || releaseStanding(name) !== 'unknown') return;
    const meant = nearest(name, kubedbReleases.map((release) => release.name).reverse());
    report('release', { release: name })
      .at(valueSpan(topology.releases, 'kubedb'))
      .fix(meant ? `did you mean ${meant}?` : `write ${newestRelease()}, or a dbspan that knows ${name}`);
  },
});
