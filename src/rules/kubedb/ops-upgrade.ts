import type { Report } from '../../diagnostics/index.js';
import { upgradeOf, versionStanding } from '../../plan/index.js';
import { newestRelease } from '../releases.js';
import { defineRule } from '../rule.js';
import { referring } from './requests.js';
import { betterVersions, engineNames } from './versions.js';

type Engine = keyof typeof engineNames;

const messages = {
  unknown: (p: { engine: Engine; version: string; release: string }) =>
    `KubeDB ${p.release} has no ${engineNames[p.engine]} ${p.version} to upgrade to`,
  down: (p: { from: string; to: string }) => `${p.to} is older than ${p.from}, and no database goes back`,
  edge: (p: { from: string; to: string; over: string }) =>
    `${p.to} is reached from ${p.over} only, not from ${p.from}`,
  image: (p: { from: string; to: string }) => `${p.to} is of another build than ${p.from}`,
};

/** A version that a request upgrades to can be reached from the one that runs. */
export const opsUpgrade = defineRule({
  id: 'kubedb/ops-upgrade',
  severity: 'error',
  why: 'the webhook refuses the request: each version lists those that it can be upgraded to',
  source: 'kubedb/apimachinery pkg/webhooks/ops/util.go; kubedb/installer catalog/kubedb/raw',
  messages,
  checkManifests(manifests, report) {
    for (const { component, spec, database } of referring(manifests, 'OpsRequest', 'ops.kubedb.com')) {
      const field = spec.at('updateVersion', 'targetVersion');
      if (spec.at('type').text !== 'UpdateVersion' || field.text === undefined) continue;
      const to = field.text;
      const from = database?.root.at('spec', 'version');
      const release = newestRelease();
      const standing = versionStanding(component, to, release);
      if (standing !== 'usable') {
        const better = betterVersions({ engine: component, version: to, release, span: field.span });
        report('unknown', { engine: component, version: to, release }).at(field.span).fix(`write ${better}`);
      } else if (from?.text !== undefined && from.text !== to) {
        checkEdge(component, from.text, to, report)
          ?.at(field.span)
          .related(from.span, 'the version that runs');
      }
    }
  },
});

function checkEdge(engine: Engine, from: string, to: string, report: Report<typeof messages>) {
  const upgrade = upgradeOf(engine, from, to);
  if (upgrade.standing === 'down')
    return report('down', { from, to }).fix('restore a backup into a database of the older version');
  if (upgrade.standing === 'other-build')
    return report('image', { from, to }).fix(
      `write the version with ${upgrade.build === '' ? 'nothing after its numbers' : `-${upgrade.build}`}: the data belong to another user otherwise`,
    );
  const [over] = upgrade.over;
  return over === undefined ? undefined : report('edge', { from, to, over }).fix(`upgrade to ${over} first`);
}
