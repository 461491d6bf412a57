import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** A database stays on one cluster, or over several, for life. */
export const distributedToggled = defineRule({
  id: 'kubedb/distributed-toggled',
  severity: 'error',
  changeClass: 'destructive',
  why: 'no webhook looks at it, and nothing moves a volume between a cluster and the work orders for several: replicas are made anew beside the old ones, whose volumes nobody uses any more',
  source:
    'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubeops/petset pkg/controller/petset/pet_manifest_work_control.go',
  messages: {
    spread: (p: { database: string }) =>
      `${p.database} runs on one cluster, and the slice would carry it over several`,
    gathered: (p: { database: string }) => `${p.database} runs over several clusters, and would run on one`,
  },
  checkChange(change, report) {
    for (const { object, name, old, young } of changedDatabases(change)) {
      const [from, to] = [old, young].map((spec) => spec.at('distributed').flag === true);
      if (from === to) continue;
      report(to ? 'spread' : 'gathered', { database: name })
        .at(change.placeAt(object, '.placement'))
        .about(change.nameOf(object))
        .fix(
          'make a database of another name as it is to be, move the data into it with a dump or a restore, and then remove this one',
        );
    }
  },
});
