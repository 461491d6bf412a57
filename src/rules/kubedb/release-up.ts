import { databasesOf, type Plan } from '../../plan/index.js';
import { type ReleaseChange, releaseChanges } from '../changed-releases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** Another release of KubeDB does more than its number says. */
export const releaseUp = defineRule({
  id: 'kubedb/release-up',
  severity: 'info',
  changeClass: 'order',
  why: 'the operator of the new release must run before objects use what is new in it, and it may change what runs already',
  source: 'kubedb/CHANGELOG releases/; kubeops/installer charts/petset/templates/validating-webhook.yaml',
  messages: {
    up: (p: { from: string; to: string }) => `KubeDB goes from ${p.from} to ${p.to}`,
    with: (p: { from: string; to: string; effects: readonly string[] }) =>
      `KubeDB goes from ${p.from} to ${p.to}: ${listed(p.effects)}`,
  },
  checkChange(change, report) {
    for (const { plan, from, to, passed, standing, span } of releaseChanges(change)) {
      if (standing !== 'up') continue;
      const effects = effectsFor(plan, passed);
      const open = effects.length === 0 ? report('up', { from, to }) : report('with', { from, to, effects });
      open
        .at(span)
        .fix(
          'install the new release first, as the runbook says, see that all databases are Ready, and apply the rest then',
        );
    }
  },
});

function effectsFor(plan: Plan, passed: ReleaseChange['passed']): string[] {
  const databases = databasesOf(plan, 'kubedb');
  const distributed = databases.filter((database) => database.distributed);
  const effects: string[] = [];
  if (
    passed.has('v2026.1.19') &&
    databases.some(({ source }) => source.kubedb?.configurationSecret !== undefined)
  )
    effects.push('spec.configSecret becomes spec.configuration');
  if (passed.has('v2026.6.19')) {
    if (distributed.some(({ engine }) => engine === 'postgres'))
      effects.push('replicas of a distributed Postgres find each other by slice.local');
    if (distributed.length > 0) effects.push('no webhook looks at a PlacementPolicy any more');
  }
  if (passed.has('v2026.7.10') && databases.length > 0) effects.push('containers get a resizePolicy');
  return effects;
}
