import type { Span } from '../../diagnostics/index.js';
import type { DatabasePlan } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The most members that KubeDB scales a Galera cluster to. */
const mostMariadb = 9;

/** KubeDB runs as many replicas as the topology asks for. */
export const replicas = defineRule({
  id: 'kubedb/replicas',
  severity: 'error',
  why: 'a count that KubeDB does not run is refused or never comes up, leaves no majority when half is lost, or brings an arbiter whose pods are taken for replicas',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/ops/v1alpha1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    one: (p: { database: string }) => `${p.database} is distributed over the slice with a single replica`,
    two: (p: { database: string }) =>
      `${p.database} has two replicas, a Galera cluster of KubeDB starts at three`,
    even: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, an even number of votes`,
    arbiter: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, an even number that KubeDB adds an arbiter to`,
    many: (p: { database: string; replicas: number }) =>
      `${p.database} has ${p.replicas} replicas, a Galera cluster of KubeDB ends at ${mostMariadb}`,
  },
  checkPlan({ databases }, report) {
    for (const database of databases) {
      const { name, engine, replicas, distributed } = database;
      const span = countSpan(database);
      const label = `${replicas} in all`;
      const even = replicas % 2 === 0;
      if (distributed && replicas === 1) {
        report('one', { database: name })
          .at(span, label)
          .fix('make it 3, on three clusters if one may be lost');
      } else if (engine === 'postgres') {
        if (!distributed || !even) continue;
        report('arbiter', { database: name, replicas })
          .at(span, label)
          .fix(`make it ${replicas + 1}`);
      } else if (replicas === 2) {
        report('two', { database: name })
          .at(span, label)
          .fix(distributed ? 'make it 3' : 'make it 3, or 1');
      } else if (replicas > mostMariadb) {
        report('many', { database: name, replicas }).at(span, label).fix(`make it ${mostMariadb}`);
      } else if (even) {
        report('even', { database: name, replicas })
          .at(span, label)
          .fix(`make it ${replicas + 1}, or ${replicas - 1}`);
      }
    }
  },
});

/** The count where it stands in one place, else the whole placement. */
function countSpan({ source }: DatabasePlan): Span {
  const [only, ...others] = source.placement;
  return only && others.length === 0 ? valueSpan(only, 'replicas') : keySpan(source, 'placement');
}
