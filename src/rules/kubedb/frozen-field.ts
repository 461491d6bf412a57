import { valueText } from '../../changes/index.js';
import type { Report } from '../../diagnostics/index.js';
import { type ChangedDatabase, changedDatabases, specDiffers } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

const messages = {
  changed: (p: { field: string; database: string; from: string; to: string }) =>
    `${p.field} of ${p.database} was ${p.from} and would be ${p.to}, and cannot change`,
  init: (p: { database: string }) =>
    `spec.init of ${p.database} says how it was filled, and cannot change once it is`,
};

/** A KubeDB database keeps the version of its API, the type of its storage, and how it was filled. */
export const frozenField = defineRule({
  id: 'kubedb/frozen-field',
  severity: 'error',
  changeClass: 'immutable',
  why: 'KubeDB’s webhook refuses the whole object, every time, and with it every other change of the database',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages,
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      const { object } = database;
      for (const finding of [
        apiVersion(database, report),
        storageType(database, report),
        init(database, report),
      ])
        finding
          ?.at(change.placeAt(object, '.name'))
          .about(change.nameOf(object))
          .fix(
            `leave the committed object as it is, or make a database of another name and move the data. If it was never applied, delete ${object.before.file.path} from the output`,
          );
    }
  },
});

type Check = Report<typeof messages>;

function apiVersion({ object, name }: ChangedDatabase, report: Check) {
  const [from, to] = [object.before.manifest.apiVersion, object.after.manifest.apiVersion];
  if (from === to) return undefined;
  return report('changed', { field: 'apiVersion', database: name, from, to });
}

/** Left out it is Durable, as the webhook fills it in. */
function storageType({ old, young, name }: ChangedDatabase, report: Check) {
  const [from, to] = [old, young].map((spec) => spec.at('storageType').text ?? 'Durable');
  if (from === undefined || to === undefined || from === to) return undefined;
  return report('changed', { field: 'spec.storageType', database: name, from, to });
}

/** A database that runs has been filled, though its file may not say so. */
function init(database: ChangedDatabase, report: Check) {
  const { old, name } = database;
  if (!specDiffers(database, 'init') || !old.at('init').given) return undefined;
  if (valueText(old.at('init', 'initialized').value) === 'false') return undefined;
  return report('init', { database: name });
}
