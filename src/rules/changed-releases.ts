import type { ChangeSubject } from '../changes/index.js';
import type { Span } from '../diagnostics/index.js';
import { databasesOf, kubedbReleases, type Plan } from '../plan/index.js';
import { headSpan, valueSpan } from '../topology/index.js';

/** Another release of KubeDB for a topology than the committed output was made for. */
export interface ReleaseChange {
  readonly plan: Plan;
  readonly from: string;
  readonly to: string;
  /** Unknown for a release that is not in the table. */
  readonly standing: 'up' | 'down' | 'unknown';
  /** Known releases above the lower one, up to the higher one. */
  readonly passed: ReadonlySet<string>;
  readonly span: Span;
}

/** Topologies with databases of KubeDB before and now, whose release of it is another one. */
export function releaseChanges({ plans, plansBefore }: ChangeSubject): ReleaseChange[] {
  const old = new Map((plansBefore ?? []).map((plan) => [plan.name, plan]));
  return plans.flatMap((plan): ReleaseChange[] => {
    const before = old.get(plan.name);
    if (!before || databasesOf(plan, 'kubedb').length === 0 || databasesOf(before, 'kubedb').length === 0)
      return [];
    const [from, to] = [before.releases.kubedb.name, plan.releases.kubedb.name];
    if (from === to) return [];
    const [low, high] = [from, to].map((name) =>
      kubedbReleases.findIndex((release) => release.name === name),
    );
    const isKnown = low !== undefined && high !== undefined && low !== -1 && high !== -1;
    const between = isKnown ? kubedbReleases.slice(Math.min(low, high) + 1, Math.max(low, high) + 1) : [];
    const { releases } = plan.topology;
    return [
      {
        plan,
        from,
        to,
        standing: !isKnown ? 'unknown' : low < high ? 'up' : 'down',
        passed: new Set(between.map(({ name }) => name)),
        span: releases?.kubedb === undefined ? headSpan(plan.topology) : valueSpan(releases, 'kubedb'),
      },
    ];
  });
}
