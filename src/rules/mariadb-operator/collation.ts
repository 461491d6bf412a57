import { defineRule } from '../rule.js';
import { objectsOf } from './operator-objects.js';

/** The collation of a database is one of its character set. */
export const collation = defineRule({
  id: 'mariadb-operator/collation',
  severity: 'error',
  why: 'the collation that is not given is utf8_general_ci whatever the character set, and MariaDB refuses to create the database with one of another set',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/database_types.go',
  messages: {
    other: (p: { database: string; collation: string; characterSet: string }) =>
      `the collation of ${p.database} is ${p.collation}, which is none of ${p.characterSet}`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of objectsOf(manifests, 'Database')) {
      const [set, collate] = [root.at('spec', 'characterSet'), root.at('spec', 'collate')];
      const characterSet = (set.text || 'utf8').toLowerCase();
      const collation = (collate.text || 'utf8_general_ci').toLowerCase();
      if ((!set.text && !collate.text) || fits(collation, characterSet)) continue;
      report('other', { database: name, collation, characterSet })
        .at(collate.text ? collate.span : set.span)
        .fix(
          collate.text
            ? `write characterSet: ${collation.split('_')[0] ?? ''}`
            : `write a collate too, such as ${characterSet}_general_ci`,
        );
    }
  },
});

/** Those of UCA 14 go with every set of Unicode, and `binary` with itself. */
function fits(collation: string, characterSet: string): boolean {
  const same = (name: string): string => (name === 'utf8mb3' ? 'utf8' : name);
  const set = collation.split('_')[0] ?? '';
  return set === 'uca1400' || same(set) === same(characterSet);
}
