import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The topologies of one program have names of their own. */
export const duplicateTopology = defineRule({
  id: 'program/duplicate-topology',
  severity: 'error',
  why: 'the name tells which topology a file of the output comes from, and is the KubeSlice project unless another is said',
  messages: { name: (p: { name: string }) => `two topologies of this program are called ${p.name}` },
  checkProgram(plans, report) {
    const first = new Map<string, (typeof plans)[number]>();
    for (const plan of plans) {
      const earlier = first.get(plan.name);
      if (!earlier) {
        first.set(plan.name, plan);
        continue;
      }
      report('name', { name: plan.name })
        .at(valueSpan(plan.topology.metadata, 'name'), 'again here')
        .related(valueSpan(earlier.topology.metadata, 'name'), 'first here')
        .fix('rename one of the two; a cluster that both use keeps its one name');
    }
  },
});
