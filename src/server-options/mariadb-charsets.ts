import { seriesOf } from './option.js';

/** The character sets that MariaDB is built with, and the old name of utf8mb3. */
const characterSets = new Set(
  `armscii8 ascii big5 binary cp1250 cp1251 cp1256 cp1257 cp850 cp852 cp866 cp932 dec8 eucjpms euckr gb2312 gbk geostd8 greek
  hebrew hp8 keybcs2 koi8r koi8u latin1 latin2 latin5 latin7 macce macroman sjis swe7 tis620 ucs2 ujis utf16 utf16le utf32 utf8
  utf8mb3 utf8mb4`.split(/\s+/),
);

const ofCharacterSet = new Set(['character-set-server', 'character-set-filesystem']);

/** What MariaDB would have taken for a character set or a collation; undefined when it takes the value, and for other options. */
export function characterSetRefusal(
  key: string,
  value: string | undefined,
  version: string | undefined,
): string | undefined {
  const wanted = value?.toLowerCase();
  if (wanted === undefined || /^\d+$/.test(wanted)) return undefined;
  if (ofCharacterSet.has(key)) return characterSets.has(wanted) ? undefined : 'one such as utf8mb4';
  if (key === 'collation-server') return collationRefusal(wanted, seriesOf(version));
  return undefined;
}

/** First series with collations of UCA 14, and the first that takes MySQL's names of UCA 9 for them. */
const unicode14 = 10_010;
const unicode9 = 11_004;

function collationRefusal(wanted: string, series: number | undefined): string | undefined {
  const modern = series === undefined || series >= unicode14;
  const better = modern ? 'utf8mb4_uca1400_ai_ci' : 'utf8mb4_unicode_520_ci';
  if (/^uca1400_/.test(wanted)) return modern ? undefined : better;
  if (!characterSets.has(wanted.replace(/_.*$/, ''))) return `one such as ${better}`;
  if (/_uca1400_/.test(wanted) && !modern) return better;
  if (/_0900_/.test(wanted) && series !== undefined && series < unicode9) return better;
  return undefined;
}
