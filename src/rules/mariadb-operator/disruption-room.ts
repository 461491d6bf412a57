import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { serversOf } from './operator-objects.js';

/** A disruption budget leaves a majority of a Galera cluster, and lets at least one pod go. */
export const disruptionRoom = defineRule({
  id: 'mariadb-operator/disruption-room',
  severity: 'warning',
  why: 'nodes that are drained take a majority of the cluster with them, which then stands still; or no node can be drained at all',
  source: 'mariadb-operator/mariadb-operator docs/high_availability.md',
  messages: {
    quorum: (p: { database: string; going: number; replicas: number; figure: string }) =>
      `${p.figure} lets ${p.going} of ${p.replicas} pods of ${p.database} go at once, which leaves no majority`,
    none: (p: { database: string; replicas: number; figure: string }) =>
      `${p.figure} lets none of ${p.replicas} pods of ${p.database} go, and a drain of its node waits for ever`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera, replication, replicas } of serversOf(manifests)) {
      if (!(galera || replication) || replicas < 2) continue;
      const budget = spec.at('podDisruptionBudget');
      const [least, most] = [budget.at('minAvailable'), budget.at('maxUnavailable')];
      if (least.given === most.given) continue;
      const field = least.given ? least : most;
      const pods = podsOf(field, replicas);
      if (pods === undefined) continue;
      const going = Math.min(replicas, least.given ? replicas - pods : pods);
      const figure = `${least.given ? 'minAvailable' : 'maxUnavailable'}: ${String(field.value)}`;
      if (going < 1) {
        report('none', { database: name, replicas, figure }).at(field.span).fix('write maxUnavailable: 1');
      } else if (galera && going >= replicas / 2 && replicas > 2) {
        report('quorum', { database: name, going, replicas, figure })
          .at(field.span)
          .fix('write maxUnavailable: 1; a percentage is rounded up, 66% of 3 is 2');
      }
    }
  },
});

/** Pods of a figure, a percentage rounded up as Kubernetes does. */
function podsOf({ number, text }: Field, replicas: number): number | undefined {
  if (number !== undefined) return number;
  const percent = /^(\d+)%$/.exec(text ?? '')?.[1];
  return percent === undefined ? undefined : Math.ceil((Number(percent) * replicas) / 100);
}
