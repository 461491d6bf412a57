import { defineRule } from '../rule.js';
import { nameSpan, objectsOf } from './operator-objects.js';

/** A database can hold all of Unicode. */
export const characterSet = defineRule({
  id: 'mariadb-operator/character-set',
  severity: 'warning',
  why: 'utf8 is what the operator takes when nothing is said, and it has no room for characters of four bytes: such text is refused, or cut off at the first emoji; the set cannot be changed in the object later',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/database_types.go',
  messages: {
    unsaid: (p: { database: string }) => `${p.database} does not say its character set, and gets utf8`,
    short: (p: { database: string; characterSet: string }) =>
      `the character set of ${p.database} is ${p.characterSet}`,
  },
  checkManifests(manifests, report) {
    for (const database of objectsOf(manifests, 'Database')) {
      const set = database.root.at('spec', 'characterSet');
      const collation = database.root.at('spec', 'collate').text;
      const remedy =
        'write characterSet: utf8mb4 and collate: utf8mb4_uca1400_ai_ci, or utf8mb4_general_ci before MariaDB 10.10';
      if (!set.text) {
        // A collation of another set is what mariadb-operator/collation is about.
        if (collation && !/^utf8(?:mb3)?_/i.test(collation)) continue;
        report('unsaid', { database: database.name }).at(nameSpan(database)).fix(remedy);
      } else if (/^utf8(?:mb3)?$/i.test(set.text)) {
        report('short', { database: database.name, characterSet: set.text }).at(set.span).fix(remedy);
      }
    }
  },
});
