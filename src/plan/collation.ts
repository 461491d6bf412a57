/** Default collations that are not called after their character set and `general_ci`. Source: MariaDB, information_schema.COLLATIONS */
const named: Readonly<Record<string, string>> = {
  big5: 'big5_chinese_ci',
  binary: 'binary',
  cp932: 'cp932_japanese_ci',
  dec8: 'dec8_swedish_ci',
  eucjpms: 'eucjpms_japanese_ci',
  euckr: 'euckr_korean_ci',
  gb2312: 'gb2312_chinese_ci',
  gbk: 'gbk_chinese_ci',
  hp8: 'hp8_english_ci',
  latin1: 'latin1_swedish_ci',
  latin5: 'latin5_turkish_ci',
  sjis: 'sjis_japanese_ci',
  swe7: 'swe7_swedish_ci',
  tis620: 'tis620_thai_ci',
  ujis: 'ujis_japanese_ci',
  utf8mb4: 'utf8mb4_unicode_ci',
};

/** The collation of a character set of which nothing more is said: the operator's own is of utf8, and of no other. */
export function collationOf(characterSet: string): string {
  const key = characterSet.toLowerCase();
  return named[key] ?? `${key}_general_ci`;
}
