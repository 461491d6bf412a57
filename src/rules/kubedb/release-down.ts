import { type ReleaseChange, releaseChanges } from '../changed-releases.js';
import { defineRule } from '../rule.js';

/** KubeDB does not go back to an older release. */
export const releaseDown = defineRule({
  id: 'kubedb/release-down',
  severity: 'warning',
  changeClass: 'one-way',
  why: 'an older operator does not know fields and versions that databases have already: it drops them without a word, or leaves those databases alone',
  source: 'kubedb/CHANGELOG releases/',
  messages: {
    down: (p: { from: string; to: string }) => `KubeDB would go back from ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const { from, to, standing, span } of releaseChanges(change)) {
      if (standing !== 'down') continue;
      report('down', { from, to }).at(span).fix(fixFor(from));
    }
  },
});

function fixFor(from: ReleaseChange['from']): string {
  return `write ${from} again; go back only by restoring databases into a KubeDB of the older release`;
}
