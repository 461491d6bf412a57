import type { DatabasePlan } from '../../plan/index.js';
import { milliseconds } from '../../topology/index.js';

/** Seconds until Galera gives up a silent member where nothing says otherwise. */
const usualSuspect = 5;
/** What KubeDB and dbspan fill in. */
const usualElection = { period: '300ms', electionTick: 10 } as const;

/** Seconds until the members of a Galera cluster give up a silent one. */
export function detectionOf(database: DatabasePlan): number {
  const written =
    database.provider === 'mariadb-operator'
      ? database.galera?.providerOptions['evs.suspect_timeout']
      : /evs\.suspect_timeout\s*=\s*([^;"'\s]+)/.exec(textOf(database))?.[1];
  return written === undefined ? usualSuspect : (secondsIn(written) ?? usualSuspect);
}

function textOf(database: DatabasePlan): string {
  const files = database.provider === 'statefulset' ? Object.values(database.files) : [];
  return [database.configuration ?? '', ...files].join('\n');
}

/** Galera's own form: `PT15S`, `PT1M`, `7.5`. */
function secondsIn(text: string): number | undefined {
  const [, minutes, seconds] = /^PT(?:([\d.]+)M)?(?:([\d.]+)S)?$/.exec(text) ?? [undefined, undefined, text];
  const sum = Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  return Number.isFinite(sum) && sum > 0 ? sum : undefined;
}

/** Seconds of silence after which KubeDB's coordinators elect another primary. */
export function electionOf({ source }: DatabasePlan): number {
  const { period = usualElection.period, electionTick = usualElection.electionTick } =
    source.kubedb?.leaderElection ?? {};
  return (milliseconds(period) * electionTick) / 1000;
}

/** `3 s`, `1.5 s`, `2 min`. */
export function durationText(seconds: number): string {
  if (seconds >= 120 && seconds % 60 === 0) return `${seconds / 60} min`;
  return `${Math.round(seconds * 10) / 10} s`;
}
