import { type Mebibytes, type Seconds, seconds } from './units.js';

/** What a start may have to do before the server answers. */
export interface StartUpRequest {
  /** Data that a new replica copies. */
  readonly data: Mebibytes;
  /** MiB a second at which it arrives and is written; the slower of network and volume. */
  readonly transferRate: number;
  /** Log that is replayed after a crash: redo log, or WAL between checkpoints. */
  readonly recoveryLog: Mebibytes;
  /** True for Galera, whose full copies happen inside the start. */
  readonly transfers: boolean;
}

/** One line of the time a start may take. */
export interface StartUpPart {
  readonly part: string;
  readonly time: Seconds;
  readonly how: string;
}

/** Times of a start, and a startup probe that waits for them. */
export interface StartUp {
  readonly parts: readonly StartUpPart[];
  readonly total: Seconds;
  readonly probe: {
    readonly periodSeconds: number;
    readonly timeoutSeconds: number;
    readonly failureThreshold: number;
  };
}

/** MiB a second that a volume of unknown kind is trusted with: an SD card, or 1 Gbit/s with others on it. */
export const usualTransferRate = 30;

/** MiB a second of a solid-state disk on a good network. */
export const goodTransferRate = 100;

/** MiB of log replayed in a second: a minute for each GiB. Measured on a fast disk 14 to 19 s for MariaDB 10.11, 24 s for Postgres 15. */
export const replayRate = 17;
export const startItself = 60;
const period = 15;
const timeout = 10;
/** 600 s, as long as slow storage needs for an empty database. */
const leastThreshold = 40;

/** How long a start may take, and the probe for it. */
export function startUp(request: StartUpRequest): StartUp {
  const { data, transferRate, recoveryLog, transfers } = request;
  const parts: StartUpPart[] = [
    { part: 'start', time: seconds(startItself), how: 'the server, and the fixed waits of a transfer' },
    {
      part: 'crash recovery',
      time: seconds(recoveryLog / replayRate),
      how: `${Math.round(recoveryLog)}Mi of log at ${replayRate}Mi/s`,
    },
  ];
  if (transfers) {
    parts.push({
      part: 'full copy',
      time: seconds(data / transferRate),
      how: `${Math.round(data)}Mi at ${Math.round(transferRate * 10) / 10}Mi/s`,
    });
  }
  const total = seconds(parts.reduce((sum, { time }) => sum + time, 0));
  const failureThreshold = Math.max(leastThreshold, Math.ceil(total / period));
  return { parts, total, probe: { periodSeconds: period, timeoutSeconds: timeout, failureThreshold } };
}

/** Numbers of a probe, as far as they are given. */
export interface ProbeNumbers {
  readonly initialDelaySeconds?: number | undefined;
  readonly periodSeconds?: number | undefined;
  readonly failureThreshold?: number | undefined;
}

/** How long a probe lets a container go without an answer from its start, with Kubernetes' defaults for what is not given. */
export function probePatience(probe: ProbeNumbers): Seconds {
  const { initialDelaySeconds = 0, periodSeconds = 10, failureThreshold = 3 } = probe;
  return seconds(initialDelaySeconds + periodSeconds * failureThreshold);
}
