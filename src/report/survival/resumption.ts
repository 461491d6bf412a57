import { type Plan, type SurvivalSubject, survivalOf, timesOf } from '../../plan/index.js';
import {
  groupProtocol,
  type Landscape,
  type Loss,
  lossesWords,
  type Member,
  type Outcome,
} from '../../survival/index.js';
import { secondsWords } from './duration-words.js';
import type { Happening } from './happening.js';

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
  plan: Plan,
  subject: SurvivalSubject,
  outcome: Outcome,
  { losses, manner, missed = losses }: Happening,
): Resumption {
  if (outcome.writes === 'stop') return afterReturn(subject, survivalOf(plan).landscape, outcome, missed);
  const untouched: Resumption = { by: 'at-once', seconds: 0, text: 'at once: nothing waits' };
  const { failover, relayed } = outcome;
  const out = [...outcome.lost, ...outcome.idle].some((member) => isWriter(subject, member));
  if (!out && !relayed) return untouched;
  const { detection } = timesOf(plan, subject);
  switch (detection.by) {
    case 'group': {
      if (!out)
        return {
          by: 'itself',
          seconds: undefined,
          text: 'after some seconds, until they pass on what others send',
        };
      if (manner === 'leave')
        return { ...untouched, text: 'at once: who leaves in order takes its vote along' };
      const { silence: seconds } = detection;
      return {
        by: 'itself',
        seconds,
        text: `after ${secondsWords(seconds)}, in which commits wait until the silent members are given up (evs.suspect_timeout)`,
      };
    }
    case 'election': {
      if (!failover) return untouched;
      const { silence, upTo } = detection;
      return {
        by: 'itself',
        seconds: upTo,
        text: `if the primary is ${out ? 'among them' : 'one that others no longer hear'}, when another is elected: after ${secondsWords(silence)} to ${secondsWords(upTo)} of silence; clients have to connect anew`,
      };
    }
    case 'operator':
      if (!failover) return untouched;
      return {
        by: 'operator',
        seconds: undefined,
        text: `if the primary is among them, when the operator has promoted a replica: after ${secondsWords(detection.silence)} of not being ready, which Kubernetes notices of a dead node after 40 s or more`,
      };
    case 'nobody':
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
  const elsewhere = moved
    ? `, or ${losses.length > 1 ? 'their' : 'its'} replicas run elsewhere with their volumes`
    : '';
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
  return groupProtocol(protocol).kind;
}

/** Whether a member has a say in who takes writes; followers on other clusters have none. */
function isWriter({ database: { protocol } }: SurvivalSubject, { cluster }: Member): boolean {
  return protocol.kind !== 'clusters' || protocol.primary === cluster;
}
