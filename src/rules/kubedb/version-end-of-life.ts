import type { Report } from '../../diagnostics/index.js';
import { knownVersions, versionStanding } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { type AskedVersion, betterVersions, engineNames, versionsIn, versionsOf } from './versions.js';

const messages = {
  over: (p: { version: string; engine: AskedVersion['engine'] }) =>
    `${engineNames[p.engine]} ${p.version} gets no more fixes`,
};

/** The version is of a series that is still mended. */
export const versionEndOfLife = defineRule({
  id: 'kubedb/version-end-of-life',
  severity: 'warning',
  why: 'its series has reached the end of its life: holes that are found stay open, and KubeDB drops it next',
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
  if (versionStanding(engine, version, release) !== 'usable') return;
  if (!knownVersions(engine).get(version)?.endOfLife) return;
  report('over', { version, engine })
    .at(span)
    .fix(`write ${betterVersions(asked)}; a database that runs is upgraded by an OpsRequest`);
}
