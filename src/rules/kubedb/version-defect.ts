import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { type AskedVersion, versionsIn, versionsOf } from './versions.js';

const messages = {
  image: (p: { version: string; release: string; image: string; declared: string }) =>
    `Postgres ${p.version} of KubeDB ${p.release} runs the image of ${p.image}, declared as ${p.declared}`,
};

/** Entries of a catalogue that are wrong, by release. */
const defects = [
  {
    engine: 'postgres',
    release: 'v2026.8.14-rc.0',
    version: '17.9',
    image: '17.9-percona',
    declared: 'alpine with user 70',
    instead: '17.9-bookworm',
  },
] as const;

/** The version's entry in the catalogue of the release is right. */
export const versionDefect = defineRule({
  id: 'kubedb/version-defect',
  severity: 'warning',
  why: 'the pods run another build as another user than the catalogue says, and may not read the data of an earlier one',
  source: 'kubedb/installer catalog/kubedb/raw/postgres',
  messages,
  checkPlan(plan, report) {
    for (const asked of versionsOf(plan)) check(asked, report);
  },
  checkManifests(manifests, report) {
    for (const asked of versionsIn(manifests)) check(asked, report);
  },
});

function check(asked: AskedVersion, report: Report<typeof messages>): void {
  for (const { engine, release, version, image, declared, instead } of defects) {
    if (asked.engine !== engine || asked.release !== release || asked.version !== version) continue;
    report('image', { version, release, image, declared }).at(asked.span).fix(`write "${instead}"`);
  }
}
