import type { Report, Span } from '../../diagnostics/index.js';
import { type DatabasePlan, databasesOf, kubedbReleases, type Plan } from '../../plan/index.js';
import { keySpan, type Releases, valueSpan } from '../../topology/index.js';
import { newestRelease, releaseStanding } from '../releases.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';

const messages = {
  old: (p: { release: string }) => `KubeDB ${p.release} is older than dbspan writes for`,
  postgres: (p: { release: string; databases: readonly string[] }) =>
    `KubeDB ${p.release} cannot distribute a Postgres: ${firstOf(p.databases)}`,
  configuration: (p: { release: string; databases: readonly string[] }) =>
    `KubeDB ${p.release} takes no configuration in the database object: ${firstOf(p.databases)}`,
};

/** The KubeDB release named has what the databases ask for. */
export const release = defineRule({
  id: 'kubedb/release',
  severity: 'error',
  why: 'a field that the release does not know is dropped at the API server without a word, and the database comes up otherwise or never',
  source: 'kubedb/CHANGELOG releases/',
  messages,
  checkPlan(plan, report) {
    const { releases } = plan.topology;
    if (releases?.kubedb === undefined) return;
    if (releaseStanding(plan.releases.kubedb.name) === 'unsupported') {
      report('old', { release: plan.releases.kubedb.name })
        .at(valueSpan(releases, 'kubedb'))
        .fix(`write ${newestRelease()}, the newest, or at least ${kubedbReleases[0]?.name}`);
      return;
    }
    checkPostgres(plan, releases, report);
    checkConfiguration(plan, releases, report);
  },
});

/** Before, the names of the replicas ended in cluster.local, which no other cluster resolves. */
function checkPostgres(plan: Plan, named: Releases, report: Report<typeof messages>): void {
  const { releases } = plan;
  if (releases.kubedb.distributedPostgres) return;
  const databases = databasesOf(plan, 'kubedb');
  const affected = databases.filter(({ engine, distributed }) => engine === 'postgres' && distributed);
  const [first] = affected;
  if (!first) return;
  report('postgres', { release: releases.kubedb.name, databases: affected.map(({ name }) => name) })
    .at(valueSpan(named, 'kubedb'), 'too old for it')
    .related(valueSpan(first.source, 'engine'), `${first.name} needs it`)
    .fix(
      `write ${kubedbReleases.find(({ distributedPostgres }) => distributedPostgres)?.name} or a newer one`,
    );
}

function checkConfiguration(plan: Plan, named: Releases, report: Report<typeof messages>): void {
  const { releases } = plan;
  if (releases.kubedb.configuration) return;
  const databases = databasesOf(plan, 'kubedb');
  const affected = databases.filter(({ configuration }) => configuration !== undefined);
  const [first] = affected;
  if (!first) return;
  report('configuration', { release: releases.kubedb.name, databases: affected.map(({ name }) => name) })
    .at(valueSpan(named, 'kubedb'), 'too old for it')
    .related(configurationSpan(first), `${first.name} needs it`)
    .fix(
      `write ${kubedbReleases.find(({ configuration }) => configuration)?.name} or a newer one, or put the options into a secret, name it as kubedb.configurationSecret and write sizing.mode: target`,
    );
}

function configurationSpan({ source }: DatabasePlan): Span {
  if (Object.keys(source.config ?? {}).length > 0) return keySpan(source, 'config');
  return source.sizing ? keySpan(source, 'sizing') : valueSpan(source, 'name');
}
