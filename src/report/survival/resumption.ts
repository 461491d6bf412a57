import type { DatabasePlan, SurvivalSubject } from '../../plan/index.js';
import type { Landscape, Loss, Member, Outcome } from '../../survival/index.js';
import { lossesWords } from '../../survival/index.js';
import type { Happening } from './happening.js';
import { detectionOf, durationText, electionOf } from './timing.js';

/** When writes go on, which is the recovery time. */
export interface Resumption {
  /**
   * `at-once`: nothing waits. `itself`: the servers see to it. `operator`: an operator on the cluster does. `return`: what is lost has to
   * come back. `person`: somebody has to decide.
   */
  readonly by: 'at-once' | 'itself' | 'operator' | 'return' | 'person';
  /** How long writes wait; undefined where nothing bounds it. */
  readonly seconds: number | undefined;
  readonly text: string;
}

/** When writes go on after something was lost. */
export function resumptionOf(
  subject: SurvivalSubject,
  landscape: Landscape,
  outcome: Outcome,
  { losses, manner, missed = losses }: Happening,
): Resumption {
  if (outcome.writes === 'stop') return afterReturn(subject, landscape, outcome, missed);
  const untouched: Resumption = { by: 'at-once', seconds: 0, text: 'at once: nothing waits' };
  const { failover, relayed } = outcome;
  const out = [...outcome.lost, ...outcome.idle].some((member) => isWriter(subject, member));
  if (!out && !relayed) return untouched;
  const plan = writerOf(subject);
  switch (kindOf(subject)) {
    case 'galera': {
      if (!out)
        return {
          by: 'itself',
          seconds: undefined,
          text: 'after some seconds, until they pass on what others send',
        };
      if (manner === 'leave')
        return { ...untouched, text: 'at once: who leaves in order takes its vote along' };
      const seconds = detectionOf(plan);
      return {
        by: 'itself',
        seconds,
        text: `after ${durationText(seconds)}, in which commits wait until the silent members are given up (evs.suspect_timeout)`,
      };
    }
    case 'raft': {
      if (!failover) return untouched;
      const seconds = electionOf(plan);
      return {
        by: 'itself',
        seconds,
        text: `if the primary is among them, after ${durationText(seconds)} of silence and an election; clients have to connect anew`,
      };
    }
    case 'operator':
      if (!failover) return untouched;
      return {
        by: 'operator',
        seconds: undefined,
        text: 'if the primary is among them, when the operator has seen it fail its probes and has promoted a replica',
      };
    case 'alone':
      return untouched;
  }
}

function afterReturn(
  subject: SurvivalSubject,
  landscape: Landscape,
  { reason, votes, lost, idle }: Outcome,
  losses: readonly Loss[],
): Resumption {
  const what = lossesWords(losses, landscape);
  const moved = losses.some(({ kind }) => kind === 'node' || kind === 'zone') && lost.length > 0;
  const elsewhere = moved ? ', or its replicas run elsewhere with their volumes' : '';
  const back = `when ${what} ${losses.length > 1 ? 'are' : 'is'} back${elsewhere}`;
  const open = { by: 'return', seconds: undefined } as const;
  if (reason === 'standbys-missing')
    return { ...open, text: `${back}: a commit waits for a standby that is not there` };
  if (reason === 'manual-failover')
    return {
      by: 'person',
      seconds: undefined,
      text: `${back}, or when a person makes another cluster the primary (mariadbOperator.multiCluster.primary)`,
    };
  const kind = kindOf(subject);
  if (kind === 'galera') {
    const whole = 'once all members of the last view are together they go on by themselves';
    const volumes = idle.some(({ data }) => data) ? '' : ' with the volumes';
    return { ...open, text: `${back}${volumes}: ${whole}` };
  }
  if (kind === 'raft') {
    if (lost.length === 0 && votes.left >= votes.needed) return { ...open, text: back };
    return { ...open, text: `${back}: ${votes.needed} of ${votes.total} members have to agree on a primary` };
  }
  return { ...open, text: `${back} with the volume, or from a backup` };
}

/** What a person can do sooner than wait, and what it risks; undefined where there is nothing. */
export function sooner(subject: SurvivalSubject, outcome: Outcome): string | undefined {
  const { writes, reason, idle, lost } = outcome;
  if (writes === 'continue') return undefined;
  if (reason === 'manual-failover')
    return 'moving the primary throws away what was not sent, and the old primary has to stay off for good or be rebuilt';
  const left = idle.filter(({ data }) => data);
  if (kindOf(subject) !== 'galera' || left.length === 0) return undefined;
  const off = lost.length === 0 ? 'all others are stopped' : 'the lost ones are off and stay off';
  return `by hand, when it is certain that ${off}: bootstrap ${left[0]?.name} (pc.bootstrap). Halves that both take writes cannot be joined again; whatever only the others had is thrown away when they come back`;
}

/** How the members that take writes agree. */
export function kindOf({
  database: { protocol },
}: SurvivalSubject): 'galera' | 'raft' | 'operator' | 'alone' {
  return protocol.kind === 'clusters' ? protocol.within.kind : protocol.kind;
}

/** Whether a member has a say in who takes writes; followers on other clusters have none. */
function isWriter({ database: { protocol } }: SurvivalSubject, { cluster }: Member): boolean {
  return protocol.kind !== 'clusters' || protocol.primary === cluster;
}

/** The object that takes writes. */
export function writerOf({ database: { protocol }, plans }: SurvivalSubject): DatabasePlan {
  if (protocol.kind !== 'clusters') return plans[0];
  return plans.find(({ home }) => home.name === protocol.primary) ?? plans[0];
}
