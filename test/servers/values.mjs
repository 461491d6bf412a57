// Whether a server uses the values that it was given: both sides in one form.

const powers = { k: 1, m: 2, g: 3, t: 4, p: 5, e: 6 };

/** A value of MariaDB in one form: sizes and numbers as numbers, switches as ON and OFF, words in capitals. */
export function mariadbValue(value) {
  if (typeof value === 'boolean') return value ? 'ON' : 'OFF';
  const text = `${value}`.trim();
  const [, digits, letter] = /^(-?\d+(?:\.\d+)?)([kmgtpe])?$/i.exec(text) ?? [];
  if (digits !== undefined) return Number(digits) * 1024 ** (powers[letter?.toLowerCase()] ?? 0);
  const word = text.toUpperCase();
  if (['TRUE', 'YES'].includes(word)) return 'ON';
  if (['FALSE', 'NO'].includes(word)) return 'OFF';
  return word;
}

function sameMariadbValue(planned, shown) {
  const [a, b] = [mariadbValue(planned), mariadbValue(shown)];
  if (a === b) return true;
  const bits = { ON: 1, OFF: 0 };
  if ((bits[a] ?? a) === (bits[b] ?? b)) return true;
  const members = (value) => `${value}`.split(',').sort().join();
  return members(a) === members(b);
}

/** Periods of Galera in seconds: PT1M30S. */
function seconds(text) {
  const [, minutes, rest] = /^PT(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(text) ?? [];
  if (minutes === undefined && rest === undefined) return undefined;
  return Number(minutes ?? 0) * 60 + Number(rest ?? 0);
}

/** wsrep_provider_options by key; of two the later one wins. */
export function providerOptions(text) {
  const options = new Map();
  for (const part of `${text}`.split(';')) {
    const [key, ...value] = part.split('=');
    if (key.trim()) options.set(key.trim(), value.join('=').trim());
  }
  return options;
}

function providerDifferences(planned, shown) {
  const actual = providerOptions(shown);
  const wrong = [];
  for (const [key, value] of providerOptions(planned)) {
    const is = actual.get(key);
    const same = is !== undefined && (sameMariadbValue(value, is) || (seconds(value) ?? -1) === seconds(is));
    if (!same) wrong.push(`${key}: planned ${value}, is ${is ?? 'not there'}`);
  }
  return wrong;
}

/**
 * Settings that a MariaDB server does not use as planned. `variables` by name with underscores. Options in `elsewhere`
 * are those that the suite sets itself.
 */
export function mariadbDifferences(settings, variables, elsewhere = new Set()) {
  const wrong = [];
  for (const { option, value } of settings) {
    const key = option
      .toLowerCase()
      .replaceAll('-', '_')
      .replace(/^loose_/, '');
    if (elsewhere.has(key)) continue;
    const [name, planned] =
      variables.has(key) || !key.startsWith('skip_') ? [key, value] : [key.slice('skip_'.length), 'OFF'];
    const shown = variables.get(name);
    if (shown === undefined) wrong.push(`${option}: the server has no such variable`);
    else if (name === 'wsrep_provider_options') wrong.push(...providerDifferences(planned, shown));
    else if (!sameMariadbValue(planned, shown)) wrong.push(`${option}: planned ${planned}, is ${shown}`);
  }
  return wrong;
}

const sizes = { B: 1, kB: 1024, '8kB': 8192, MB: 1024 ** 2, GB: 1024 ** 3, TB: 1024 ** 4 };
const times = { us: 0.001, ms: 1, s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 };

/** A value of Postgres in one form; `unit` is that of a bare number. */
export function postgresValue(value, unit) {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  const text = `${value}`.trim();
  const [, digits, own] = /^(-?\d+(?:\.\d+)?)\s*([a-z]+)?$/i.exec(text) ?? [];
  if (digits === undefined)
    return { true: 'on', yes: 'on', false: 'off', no: 'off' }[text.toLowerCase()] ?? text;
  const factor = own === undefined ? (sizes[unit] ?? times[unit]) : (sizes[own] ?? times[own]);
  if (own !== undefined && factor === undefined) return text;
  // -1 is a word: whatever some other setting says.
  return Number(digits) < 0 ? Number(digits) : Number(digits) * (factor ?? 1);
}

/** Settings that a Postgres server does not use as planned, or has from elsewhere than the file. `shown` is pg_settings. */
export function postgresDifferences(settings, shown, elsewhere = new Set()) {
  const wrong = [];
  const rows = new Map(shown.map((row) => [row.name, row]));
  for (const { option, value } of settings) {
    if (elsewhere.has(option)) continue;
    const row = rows.get(option);
    const unit = row?.unit ?? undefined;
    if (row === undefined) wrong.push(`${option}: the server has no such setting`);
    else if (row.source !== 'configuration file') wrong.push(`${option}: is set by ${row.source}`);
    else if (!samePostgresValue(postgresValue(value, unit), postgresValue(row.setting, unit), unit))
      wrong.push(`${option}: planned ${value}, is ${row.setting}${unit ? ` x ${unit}` : ''}`);
  }
  return wrong;
}

/** Postgres rounds to its unit: 2611kB are that many, 100kB in blocks of 8kB are not. */
function samePostgresValue(planned, shown, unit) {
  if (planned === shown) return true;
  return (
    typeof planned === 'number' &&
    typeof shown === 'number' &&
    Math.abs(planned - shown) < (sizes[unit] ?? times[unit] ?? 0)
  );
}
