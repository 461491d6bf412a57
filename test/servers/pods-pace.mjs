// Where the clock of the imitated pods differs from that of a cluster. Everything else takes as long as the manifests say.

export const pace = {
  /** A container that ended is started again after this long, then after twice as long, and so on (kubelet: 10 s to 5 min). */
  backOff: { first: 1, most: 10, forgottenAfter: 60 },
  /** A pod that goes away is still an endpoint for this long. */
  endpointLag: 1,
  /** minReadySeconds count up to here. */
  mostMinReady: 2,
};

const period = 2;

/**
 * A probe that is made more often, so that a suite need not wait for it. How long a container may fail its startup or liveness
 * probe stays the same; one that is not ready is noticed sooner.
 */
export function paced(kind, probe) {
  if (probe.period <= period) return probe;
  const failures =
    kind === 'readiness' ? probe.failures : Math.ceil((probe.failures * probe.period) / period);
  return { ...probe, period, failures, delay: Math.min(probe.delay, period) };
}
