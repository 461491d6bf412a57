import { openingOf, widened } from '../access-changes.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** Who reaches a database of mariadb-operator from outside of its cluster. */
export const accessWidened = defineRule({
  id: 'mariadb-operator/access-widened',
  severity: 'warning',
  changeClass: 'security',
  why: 'whoever reaches the address may try passwords, and reads what an error of the server gives away',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/base_types.go',
  messages: {
    wider: (p: { database: string; what: string }) => `more can reach ${p.database}: ${p.what}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const [old, young] = [object.before.manifest.root, object.after.manifest.root];
      const found = ['service', 'primaryService', 'secondaryService'].flatMap((name) => {
        const of = (root: typeof old) =>
          openingOf(root.at('spec', name), root.at('spec', name, 'metadata', 'annotations'));
        return widened(of(old), of(young));
      });
      if (found.length === 0) continue;
      report('wider', { database: object.after.manifest.name, what: [...new Set(found)].join('; ') })
        .at(change.placeAt(object, '.service'))
        .about(change.nameOf(object))
        .fix('let somebody who knows the network agree to it; name the networks in service.allowFrom');
    }
  },
});
