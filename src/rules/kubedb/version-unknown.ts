import type { Report } from '../../diagnostics/index.js';
import { knownVersions, kubedbReleases, versionStanding } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import {
  type AskedVersion,
  beforeTheSlip,
  betterVersions,
  engineNames,
  versionsIn,
  versionsOf,
} from './versions.js';

const messages = {
  unknown: (p: { version: string; engine: AskedVersion['engine']; release: string }) =>
    `KubeDB ${p.release} has no ${engineNames[p.engine]} ${p.version}`,
  later: (p: { version: string; engine: AskedVersion['engine']; release: string; since: string }) =>
    `KubeDB ${p.release} has no ${engineNames[p.engine]} ${p.version} yet; it came with ${p.since}`,
};

/** The version is one of the release's catalogue. */
export const versionUnknown = defineRule({
  id: 'kubedb/version-unknown',
  severity: 'error',
  why: 'KubeDB refuses the database: the version is the name of an object that its release installs',
  source: 'kubedb/installer catalog/kubedb/raw',
  messages,
  checkPlan(plan, report) {
    for (const asked of versionsOf(plan)) check(asked, report);
  },
  checkManifests(manifests, report) {
    for (const asked of versionsIn(manifests)) check(asked, report);
  },
});

function check(asked: AskedVersion, report: Report<typeof messages>): void {
  const { engine, version, release, span } = asked;
  const standing = versionStanding(engine, version, release);
  if (standing === 'unknown') {
    const slip = beforeTheSlip(asked);
    report('unknown', { version, engine, release })
      .at(span)
      .fix(
        slip
          ? `write "${slip}" with quotes if that is meant: without them it loses its zero`
          : `write ${betterVersions(asked)}`,
      );
  } else if (standing === 'later') {
    const since = knownVersions(engine).get(version)?.since ?? '';
    const preview = kubedbReleases.some(({ name, preview }) => name === since && preview);
    const either = preview ? '' : `run KubeDB ${since} or newer and write it as releases.kubedb, or `;
    report('later', { version, engine, release, since })
      .at(span)
      .fix(`${either}write ${betterVersions(asked)}`);
  }
}
