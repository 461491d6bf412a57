import { changedDatabases } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** What each policy lets go when the object is deleted, the strictest first. */
const losses = ['DoNotTerminate', 'Halt', 'Delete', 'WipeOut'];

const meanings: Readonly<Record<string, string>> = {
  Halt: 'its servers',
  Delete: 'its volumes',
  WipeOut: 'its volumes, password and backups',
};

/** A database is not made easier to lose by the way. */
export const deletionPolicyLoosened = defineRule({
  id: 'kubedb/deletion-policy-loosened',
  severity: 'warning',
  changeClass: 'destructive',
  why: 'from now on one wrong kubectl delete, or one file that is missing in Git, takes more along',
  source: 'kubedb/docs docs/guides/mariadb/concepts/mariadb/index.md',
  messages: {
    loosened: (p: { database: string; from: string; to: string; loss: string }) =>
      `the deletionPolicy of ${p.database} goes from ${p.from} to ${p.to}: deleting it takes ${p.loss} along`,
  },
  checkChange(change, report) {
    for (const { object, name, old, young } of changedDatabases(change)) {
      // Left out it is Delete, as the webhook fills it in.
      const [from = '', to = ''] = [old, young].map((spec) => spec.at('deletionPolicy').text ?? 'Delete');
      if (losses.indexOf(to) <= losses.indexOf(from)) continue;
      report('loosened', { database: name, from, to, loss: meanings[to] ?? 'more' })
        .at(change.placeAt(object, '.deletionPolicy'))
        .about(change.nameOf(object))
        .fix(`write deletionPolicy: ${from} unless the database is to be removed in the next commit`);
    }
  },
});
