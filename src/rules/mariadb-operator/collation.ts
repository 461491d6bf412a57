import { nearest, valueSpan } from '../../topology/index.js';
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
    unknown: (p: { characterSet: string }) => `MariaDB has no character set ${p.characterSet}`,
  },
  checkTopology({ databases }, report) {
    for (const { mariadbOperator } of databases) {
      for (const database of mariadbOperator?.databases ?? []) {
        const { name, characterSet = 'utf8mb4', collation } = database;
        if (!characterSets.has(characterSet)) {
          const meant = nearest(characterSet, [...characterSets]);
          report('unknown', { characterSet })
            .at(valueSpan(database, 'characterSet'))
            .fix(meant === undefined ? 'write utf8mb4, or remove it' : `did you mean ${meant}?`);
        } else if (collation !== undefined && !fits(collation, characterSet)) {
          report('other', { database: name, collation, characterSet })
            .at(valueSpan(database, 'collation'))
            .fix(`remove it, or write one that begins with ${characterSet}_`);
        }
      }
    }
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

/** As `SHOW CHARACTER SET` lists them, and the two names of the older Unicode. */
const characterSets: ReadonlySet<string> = new Set(
  (
    'armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb2312 gbk geostd8 ' +
    'greek hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16 ' +
    'utf16le utf32 utf8 utf8mb3 utf8mb4'
  ).split(' '),
);
