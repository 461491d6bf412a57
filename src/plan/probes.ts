import { mebibytes, type StartUp, shutDown, startUp, usualTransferRate } from '../sizing/index.js';
import type { Database, Probe } from '../topology/index.js';
import { type DatabaseBase, expectedData } from './database.js';
import type { ProbePlan, ProbesPlan } from './database-plan.js';

/** How long a start may take at worst, a full copy and a crash recovery included. */
export function startOf(base: Pick<DatabaseBase, 'sizing' | 'sizingRequest' | 'replication'>): StartUp {
  return startUp({
    data: mebibytes(expectedData(base.sizingRequest, base.sizing)),
    transferRate: usualTransferRate,
    recoveryLog: base.sizing.recoveryLog,
    transfers: base.replication === 'galera',
  });
}

/** Seconds that a server gets to stop. */
export function shutDownOf({ sizing }: Pick<DatabaseBase, 'sizing'>): number {
  return shutDown(sizing.pool, usualTransferRate);
}

/** Numbers of the probes: those that are said, and for the rest what a start and slow hardware need. */
export function planProbes({ probes = {} }: Database, start: StartUp): ProbesPlan {
  return {
    startup: merged(start.probe, probes.startup),
    liveness: merged({ periodSeconds: 10, timeoutSeconds: 10, failureThreshold: 6 }, probes.liveness),
    readiness: merged({ periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 }, probes.readiness),
  };
}

/** Zeros are left out: no number of a probe that may be zero has another default. */
function merged(
  chosen: Pick<ProbePlan, 'periodSeconds' | 'timeoutSeconds' | 'failureThreshold'>,
  said: Probe | undefined,
): ProbePlan {
  const { initialDelaySeconds, successThreshold } = said ?? {};
  return {
    ...(initialDelaySeconds ? { initialDelaySeconds } : {}),
    periodSeconds: said?.periodSeconds ?? chosen.periodSeconds,
    timeoutSeconds: said?.timeoutSeconds ?? chosen.timeoutSeconds,
    failureThreshold: said?.failureThreshold ?? chosen.failureThreshold,
    ...(successThreshold ? { successThreshold } : {}),
  };
}
