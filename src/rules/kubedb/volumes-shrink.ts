import { valueText } from '../../changes/index.js';
import { quantity } from '../../manifests/quantity.js';
import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** A volume never shrinks. */
export const volumesShrink = defineRule({
  id: 'kubedb/volumes-shrink',
  severity: 'error',
  changeClass: 'immutable',
  why: 'no request makes a volume smaller, and Kubernetes refuses the smaller claim: what is in Git is then never what runs',
  source:
    'kubedb/apimachinery pkg/webhooks/ops/v1alpha1/mariadb.go; kubernetes/kubernetes pkg/apis/core/validation/validation.go',
  messages: {
    shrinks: (p: { database: string; from: string; to: string }) =>
      `the volumes of ${p.database} would shrink from ${p.from} to ${p.to}`,
  },
  checkChange(change, report) {
    for (const { object, name, old, young } of changedDatabases(change)) {
      const [from, to] = [old, young].map(
        (spec) => spec.at('storage', 'resources', 'requests', 'storage').value,
      );
      const [before, after] = [quantity(from)?.nano, quantity(to)?.nano];
      if (before === undefined || after === undefined || after >= before) continue;
      report('shrinks', { database: name, from: valueText(from), to: valueText(to) })
        .at(change.placeAt(object, '.storage.size'))
        .about(change.nameOf(object))
        .fix(
          `write ${valueText(from)} again, or make a database of another name and move the data. If it was never applied, delete ${object.before.file.path} from the output`,
        );
    }
  },
});
