import type { Plan } from '../../plan/index.js';
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
    for (const cluster of clusters) {
      const context = cluster.context ?? cluster.name;
      const earlier = first.get(context);
      if (!earlier) {
        first.set(context, cluster);
        continue;
      }
      // Two clusters of one name are topology/duplicate-name.
      if (earlier.name === cluster.name) continue;
      report('context', { first: earlier.name, second: cluster.name, context })
        .at(placeOf(cluster))
        .related(placeOf(earlier), 'the other')
        .fix(remedy);
    }
  },
  checkProgram(plans, report) {
    const first = new Map<string, { readonly cluster: Cluster; readonly plan: Plan }>();
    for (const plan of plans) {
      for (const { name, context, source } of plan.clusters) {
        const earlier = first.get(context);
        if (!earlier) {
          first.set(context, { cluster: source, plan });
          continue;
        }
        // One cluster in several files is none of this rule's business.
        if (earlier.plan === plan || earlier.cluster.name === name) continue;
        report('context', { first: earlier.cluster.name, second: name, context })
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
