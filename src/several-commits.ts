import { type Diagnostic, defineDiagnostic, Findings } from './diagnostics/index.js';
import type { ChangePlan } from './plan-change.js';
import { moveText } from './report/step.js';

export const severalCommits = defineDiagnostic({
  id: 'change/several-commits',
  severity: 'error',
  why: 'one part of the change must be applied and seen before the next: all in one commit, it is refused or breaks, whoever applies it',
  messages: {
    takes: (p: { commits: number; first: string; why: string }) =>
      `this change takes ${p.commits} commits; the first ${p.first}: ${p.why}`,
    left: (p: { commits: number; first: string; why: string }) =>
      `what is left of this change takes ${p.commits} commits; the first ${p.first}: ${p.why}`,
  },
});

/**
 * That a change cannot be made in one commit, at the line of the topology that the first of several is about.
 *
 * @param done commits of it that were made already
 */
export function findSeveralCommits(
  { change, commits: { commits, needed } }: ChangePlan,
  done = 0,
): Diagnostic[] {
  const [first] = commits;
  const [move] = first?.moves ?? [];
  if (!needed || !first || !move || change.plans.length === 0) return [];
  const findings = new Findings();
  const more = first.moves.length - 1;
  const [reason] = first.reasons;
  findings
    .report(severalCommits, done === 0 ? 'takes' : 'left', {
      commits: commits.length,
      first: `${moveText(move)}${more === 0 ? '' : ` and ${more} more`}`,
      why: reason?.why ?? 'the rest must wait for it',
    })
    .at(change.placeOf(move.object))
    .fix(
      `see dbspan plan, and write the first with dbspan synth --step ${done + 1}; if the old output was never applied: dbspan synth --never-applied`,
    );
  return [...findings.list()];
}
