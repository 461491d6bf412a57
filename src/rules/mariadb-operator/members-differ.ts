import { fieldAt, valueText } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedObjects, shapeOf } from './changed-objects.js';

/** Fields in which servers have to agree, and what goes wrong while some have the old value. */
const shared: readonly (readonly [field: string, place: string, until: string])[] = [
  [
    'galera.sst',
    '.mariadbOperator.sst',
    'a server that needs a full copy asks for it another way than its donor gives it',
  ],
  ['port', '', 'clients, probes and replicas look for each server where it is not'],
  ['podSecurityContext', '', 'a server that may not read the files of its volume does not start'],
];

/** What all servers of a database must have alike changes one by one. */
export const membersDiffer = defineRule({
  id: 'mariadb-operator/members-differ',
  severity: 'warning',
  changeClass: 'restart',
  why: 'the webhook lets it pass, and until the last server has restarted they are of two minds',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_types.go',
  messages: {
    differ: (p: { field: string; database: string; from: string; to: string; until: string }) =>
      `spec.${p.field} of ${p.database} changes from ${p.from} to ${p.to} in one server after the other: ${p.until}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      for (const [name, place, until] of shared) {
        const field = fieldAt(object, 'spec', ...name.split('.'));
        if (!field) continue;
        const [old, young] = [shapeOf(object.before), shapeOf(object.after)];
        if (name === 'galera.sst' && old.replication !== young.replication) continue;
        report('differ', {
          field: name,
          database: object.after.manifest.name,
          from: valueText(field.before),
          to: valueText(field.after),
          until,
        })
          .at(change.placeAt(object, place === '' ? '.name' : place))
          .about(change.nameOf(object, field))
          .fix(
            'change nothing else with it, apply it while all servers are ready, and wait until they are again',
          );
      }
    }
  },
});
