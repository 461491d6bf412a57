import type { Report } from '../../diagnostics/index.js';
import { versionStanding } from '../../plan/index.js';
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
  deprecated: (p: { version: string; engine: AskedVersion['engine'] }) =>
    `${engineNames[p.engine]} ${p.version} is deprecated`,
};

/** The version is none that the catalogue keeps only for databases that have it. */
export const versionDeprecated = defineRule({
  id: 'kubedb/version-deprecated',
  severity: 'error',
  why: 'the API server takes the database and the operator then passes it over: no pod is ever made',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
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
  if (versionStanding(engine, version, release) !== 'deprecated') return;
  const slip = beforeTheSlip(asked);
  report('deprecated', { version, engine })
    .at(span)
    .fix(
      slip
        ? `write "${slip}" with quotes if that is meant: without them it loses its zero`
        : `write ${betterVersions(asked)}`,
    );
}
