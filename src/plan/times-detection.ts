import { mariadbName, periodSeconds, providerDefault, providerParts } from '../server-options/index.js';
import { mergeSettings, type Seconds, type Setting, seconds } from '../sizing/index.js';
import type { GroupProtocol } from '../survival/index.js';
import { milliseconds } from '../topology/index.js';
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

function electionOf({ source }: DatabasePlan): Detection {
  const { period, electionTick } = { ...usualElection, ...source.kubedb?.leaderElection };
  const silence = (milliseconds(period) * electionTick) / 1000;
  return { by: 'election', silence: seconds(silence), upTo: seconds(2 * silence) };
}

/** Periods of the group as the replicas are told them: what is set by hand, what dbspan writes, the provider's own. */
export function groupTimers(database: DatabasePlan): GroupTimers {
  const { sizing, sizingRequest } = database;
  const given = providerOptionsIn(sizingRequest.options.map(({ name, value }) => ({ option: name, value })));
  const all = providerOptionsOf({ sizing, sizingRequest });
  const timer = (name: string): GroupTimer => {
    const key = `evs.${name}`;
    const usual = periodSeconds(providerDefault(key) ?? '') ?? 0;
    const written = all.get(key);
    const value = written === undefined ? undefined : periodSeconds(written);
    if (value === undefined) return { key, seconds: seconds(usual), from: 'default' };
    return { key, seconds: seconds(value), from: given.has(key) ? 'config' : 'dbspan' };
  };
  return {
    keepalive: timer('keepalive_period'),
    inactiveCheck: timer('inactive_check_period'),
    suspect: timer('suspect_timeout'),
    inactive: timer('inactive_timeout'),
    install: timer('install_timeout'),
    joinRetransmission: timer('join_retrans_period'),
  };
}

/** Options of Galera's library that a database's replicas are told. */
export function providerOptionsOf({
  sizing,
  sizingRequest,
}: Pick<DatabasePlan, 'sizing' | 'sizingRequest'>): ReadonlyMap<string, string> {
  return providerOptionsIn(mergeSettings(sizing.settings, sizingRequest.options));
}

function providerOptionsIn(settings: readonly Pick<Setting, 'option' | 'value'>[]): Map<string, string> {
  const string = settings.find(({ option }) => mariadbName(option).key === 'wsrep-provider-options');
  return new Map(providerParts(String(string?.value ?? '')).map(({ key, value = '' }) => [key, value]));
}
