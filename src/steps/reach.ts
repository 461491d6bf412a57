import type { ChangeSubject } from '../changes/index.js';
import type { Reached } from '../charts/runbook-step.js';
import type { ClusterPlan } from '../plan/index.js';

/** How the clusters of a change are reached: as the new topologies say, and for those that go as the old ones did. */
export class Reach {
  readonly #clusters = new Map<string, ClusterPlan>();

  constructor({ plans, plansBefore }: ChangeSubject) {
    for (const { clusters } of [...(plansBefore ?? []), ...plans])
      for (const cluster of clusters) this.#clusters.set(cluster.name, cluster);
  }

  /** One cluster. One that no topology knows is reached by its own name. */
  one(name: string): Reached {
    return this.#clusters.get(name) ?? { name, context: name };
  }

  /** Those of several clusters that a topology knows. */
  some(names: readonly string[]): readonly ClusterPlan[] {
    return names.flatMap((name) => this.#clusters.get(name) ?? []);
  }
}
