// The same pods with a start that decides nothing: what the scenarios are worth shows when they are run on it.
import { readFileSync } from 'node:fs';

const script = readFileSync(new URL('pods-naive.sh', import.meta.url), 'utf8');

const isReady = 'mariadb --no-defaults -umysql -N -e "SHOW STATUS LIKE \'wsrep_ready\'" | grep -q ON';

/** Its configuration and volumes stay; its start, its probes and its other containers do not. */
export function naive(set) {
  const peers = Array.from(
    { length: set.replicas },
    (_, ordinal) => `${set.name}-${ordinal}.${set.serviceName}.${set.namespace}.svc.cluster.local`,
  );
  const { livenessProbe: _, ...main } = set.containers.find(({ name }) => name === set.main);
  const start = {
    ...main,
    command: ['bash', '-c', script.replaceAll('$', '$$$$'), 'naive', set.name, peers.join()],
    args: [],
    startupProbe: { exec: { command: ['true'] } },
    readinessProbe: { exec: { command: ['bash', '-c', isReady] }, periodSeconds: 2, timeoutSeconds: 5 },
  };
  return { ...set, containers: [start] };
}
