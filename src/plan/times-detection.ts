import { mariadbName, periodSeconds, providerDefault, providerParts } from '../server-options/index.js';
import { type Seconds, seconds } from '../sizing/index.js';
import type { GroupProtocol } from '../survival/index.js';
import { type Database, milliseconds } from '../topology/index.js';
import type { DatabasePlan } from './plan.js';

/** How long it takes until the others go on without a replica that fell silent. A stop in order takes none of it. */
export type Detection =
  /** Galera gives a member up after a silence; commits wait meanwhile. */
  | { readonly by: 'group'; readonly silence: Seconds; readonly timers: GroupTimers }
  /** The coordinators elect a new primary; each waits up to twice the time, so that not all begin at once. */
  | { readonly by: 'election'; readonly silence: Seconds; readonly upTo: Seconds }
  /** The operator promotes another when a pod is no longer ready. */
  | { readonly by: 'operator'; readonly silence: Seconds }
  /** Nothing takes over. */
  | { readonly by: 'nobody' };

/** A period of Galera's group, and who says it. */
export interface GroupTimer {
  /** `evs.suspect_timeout`. */
  readonly key: string;
  readonly seconds: Seconds;
  readonly from: 'config' | 'dbspan' | 'default';
}

/** The periods by which Galera's group judges its members. */
export interface GroupTimers {
  readonly keepalive: GroupTimer;
  readonly inactiveCheck: GroupTimer;
  readonly suspect: GroupTimer;
  readonly inactive: GroupTimer;
  readonly install: GroupTimer;
  readonly joinRetransmission: GroupTimer;
}

/** How a database finds out that a replica is gone. */
export function detectionOf(database: DatabasePlan, protocol: GroupProtocol): Detection {
  switch (protocol.kind) {
    case 'galera': {
      const timers = groupTimers(database);
      return { by: 'group', silence: timers.suspect.seconds, timers };
    }
    case 'raft':
      return electionOf(database);
    case 'operator': {
      if (database.provider !== 'mariadb-operator') return { by: 'nobody' };
      const { periodSeconds: period, failureThreshold } = database.probes.readiness;
      return { by: 'operator', silence: seconds(period * failureThreshold) };
    }
    case 'alone':
      return { by: 'nobody' };
  }
}

/** What KubeDB fills in without a block; a block is completed with the same figures. */
const usualElection = { period: '300ms', electionTick: 10 } as const;

/** The clock by which the coordinators of a Postgres elect. */
export function electionTiming({ kubedb }: Database): {
  readonly period: string;
  readonly electionTick: number;
} {
  const { period, electionTick } = kubedb?.leaderElection ?? {};
  return {
    period: period ?? usualElection.period,
    electionTick: electionTick ?? usualElection.electionTick,
  };
}

function electionOf({ source }: DatabasePlan): Detection {
  const { period, electionTick } = electionTiming(source);
  const silence = (milliseconds(period) * electionTick) / 1000;
  return { by: 'election', silence: seconds(silence), upTo: seconds(2 * silence) };
}

const timersByDatabase = new WeakMap<DatabasePlan, GroupTimers>();

/** Periods of the group as the replicas are told them: what is set by hand, what dbspan writes, the provider's own. */
export function groupTimers(database: DatabasePlan): GroupTimers {
  const known = timersByDatabase.get(database);
  if (known) return known;
  const options = providerOptionsOf(database);
  const timers: GroupTimers = {
    keepalive: timerOf('evs.keepalive_period', options),
    inactiveCheck: timerOf('evs.inactive_check_period', options),
    suspect: timerOf('evs.suspect_timeout', options),
    inactive: timerOf('evs.inactive_timeout', options),
    install: timerOf('evs.install_timeout', options),
    joinRetransmission: timerOf('evs.join_retrans_period', options),
  };
  timersByDatabase.set(database, timers);
  return timers;
}

function timerOf(key: string, options: ProviderOptions): GroupTimer {
  const told = options.get(key);
  const period = told && periodSeconds(told.value);
  if (told && period !== undefined) return { key, seconds: seconds(period), from: told.from };
  return { key, seconds: seconds(periodSeconds(providerDefault(key) ?? '') ?? 0), from: 'default' };
}

/** Options of Galera's library that the replicas are told, and who says them. */
export type ProviderOptions = ReadonlyMap<
  string,
  { readonly value: string; readonly from: 'config' | 'dbspan' }
>;

/** What dbspan writes, replaced by what is set by hand. */
export function providerOptionsOf({
  sizing,
  sizingRequest,
}: Pick<DatabasePlan, 'sizing' | 'sizingRequest'>): ProviderOptions {
  const options = new Map<string, { value: string; from: 'config' | 'dbspan' }>();
  const take = (name: string, text: unknown, from: 'config' | 'dbspan'): void => {
    if (mariadbName(name).key !== 'wsrep-provider-options') return;
    for (const { key, value = '' } of providerParts(String(text))) options.set(key, { value, from });
  };
  for (const { option, value } of sizing.settings) take(option, value, 'dbspan');
  for (const { name, value } of sizingRequest.options) take(name, value, 'config');
  return options;
}
