import { clusterNames, type Plan } from '../../plan/index.js';
import { type Cluster, headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Every cluster has a kubeconfig context of its own, over all files of a program. */
export const duplicateContext = defineRule({
  id: 'topology/duplicate-context',
  severity: 'error',
  why: 'the runbook would join one cluster twice and apply the directories of both to it',
  messages: {
    context: (p: { first: string; second: string; context: string }) =>
      `${p.first} and ${p.second} have the same context, ${p.context}`,
  },
  checkTopology({ clusters }, report) {
    const first = new Map<string, Cluster>();
    for (const [cluster, context] of contextsOf(clusters)) {
      const earlier = first.get(context);
      if (!earlier) {
        first.set(context, cluster);
        continue;
      }
      // Two clusters of one name are topology/duplicate-name.
      const isByName = earlier.context === undefined && cluster.context === undefined;
      if (isByName || earlier.name === cluster.name) continue;
      report('context', { first: earlier.name, second: cluster.name, context })
        .at(placeOf(cluster))
        .related(placeOf(earlier), 'the other')
        .fix(remedy);
    }
  },
  checkProgram(plans, report) {
    const first = new Map<
      string,
      { readonly name: string; readonly cluster: Cluster; readonly plan: Plan }
    >();
    for (const plan of plans) {
      for (const { name, context, source } of plan.clusters) {
        const earlier = first.get(context);
        if (!earlier) {
          first.set(context, { name, cluster: source, plan });
          continue;
        }
        // One cluster in several files is none of this rule's business.
        if (earlier.plan === plan || earlier.name === name) continue;
        report('context', { first: earlier.name, second: name, context })
          .at(placeOf(source))
          .related(placeOf(earlier.cluster), `the other, in ${earlier.plan.file.name}`)
          .fix(remedy);
      }
    }
  },
});

const remedy = 'give each the context that kubectl config get-contexts shows for it';

function placeOf(cluster: Cluster) {
  return cluster.context === undefined ? headSpan(cluster) : valueSpan(cluster, 'context');
}

/** Every cluster has the context that is said or that of its name; of a fleet each cluster that of its own name. */
function* contextsOf(clusters: readonly Cluster[]): Generator<readonly [cluster: Cluster, context: string]> {
  for (const cluster of clusters) {
    if (cluster.context !== undefined) yield [cluster, cluster.context];
    else for (const name of clusterNames(cluster)) yield [cluster, name];
  }
}
