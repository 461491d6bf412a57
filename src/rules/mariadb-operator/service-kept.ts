import { type AlteredObject, fieldAt } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedObjects } from './changed-objects.js';

/** What the operator puts into a Service when it makes it, and never again. */
const atCreation = ['loadBalancerIP', 'loadBalancerSourceRanges', 'externalTrafficPolicy', 'sessionAffinity'];

/** The operator leaves some fields of a Service that is there as they are. */
export const serviceKept = defineRule({
  id: 'mariadb-operator/service-kept',
  severity: 'warning',
  changeClass: 'security',
  why: 'the operator writes these fields when it makes the Service and never again, and says nothing: networks that are shut out in Git still come in',
  source: 'mariadb-operator/mariadb-operator pkg/controller/service/controller.go',
  messages: {
    kept: (p: { fields: string; service: string }) =>
      `${p.fields} of the Service ${p.service} would change in Git alone`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      for (const [name, service] of servicesOf(object)) {
        const fields = atCreation.filter((each) => fieldAt(object, 'spec', name, each));
        if (fields.length === 0) continue;
        const { name: database, namespace } = object.after.manifest;
        const named = database + service;
        report('kept', { fields: listed(fields), service: named })
          .at(change.placeAt(object, '.service'))
          .about(change.nameOf(object, fieldAt(object, 'spec', name)))
          .fix(
            `delete the Service when the change is applied, and the operator makes it anew, maybe with another address: kubectl -n ${namespace ?? 'NAMESPACE'} delete service ${named}`,
          );
      }
    }
  },
});

/** The parts that say what a Service is, with the end of its name, of those that are there before and after. */
function servicesOf({ before, after }: AlteredObject): (readonly [string, string])[] {
  const several = [before, after].every(
    ({ manifest }) => (manifest.root.at('spec', 'replicas').number ?? 1) > 1,
  );
  return [
    ['service', ''] as const,
    ...(several
      ? [['primaryService', '-primary'] as const, ['secondaryService', '-secondary'] as const]
      : []),
  ];
}
