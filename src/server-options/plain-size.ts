import { mariadbOption, postgresSetting } from './option.js';
import { postgresNumber } from './postgres-value.js';

/** A size without a unit that is much too small to be meant so. */
export interface PlainSize {
  /** What the server reads, in words: `64 kB`. */
  readonly read: string;
  /** The unit that was meant, as the server spells it. */
  readonly meant: 'M' | 'MB';
  /** How to say that the number was meant as it is; empty where there is no unit for it. */
  readonly also: string;
}

/** Options whose number counts bytes. */
const ofBytes = /-(?:size|packet|mem-used|space-usage)$/;

/** What a plain number of MariaDB is, when it is below 1 KiB where the default is far above it, and the server lets it be. */
export function mariadbPlainSize(
  key: string,
  value: string | undefined,
  version: string | undefined,
): PlainSize | undefined {
  const option = mariadbOption(key, version);
  if (!option || !ofBytes.test(key) || Number(option.initial ?? 0) < 16_384) return undefined;
  const bytes = plainNumber(value);
  if (bytes === undefined || bytes >= 1024 || bytes < (option.least ?? 0)) return undefined;
  return { read: `${bytes} bytes`, meant: 'M', also: '' };
}

/** What a plain number of Postgres is, when it is less than a sixteenth of the default, and the server takes it. */
export function postgresPlainSize(
  name: string,
  value: string | undefined,
  version: string | undefined,
): PlainSize | undefined {
  const setting = postgresSetting(name, version);
  if (!setting || !/^(?:8?kB|MB)$/.test(setting.unit ?? '')) return undefined;
  const number = plainNumber(value);
  const initial = postgresNumber(setting, setting.initial ?? '')?.base ?? 0;
  const bytes = postgresNumber(setting, value ?? '')?.base ?? 0;
  if (number === undefined || number < (setting.least ?? 0) || bytes >= initial / 16) return undefined;
  const read = bytes / 1024;
  return { read: `${read} kB`, meant: 'MB', also: `, or ${read}kB if that is meant` };
}

/** Nothing and minus one have meanings of their own. */
function plainNumber(value: string | undefined): number | undefined {
  return value !== undefined && /^[1-9]\d*$/.test(value) ? Number(value) : undefined;
}
