// The formats of text that the API server enforces in custom resources. It ignores any other.

const uuid = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const uuidOf = (version: string, variant: string): RegExp =>
  new RegExp(`^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}[0-9a-f]{3}-?${variant}[0-9a-f]{3}-?[0-9a-f]{12}$`, 'i');
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/;
const dateTime =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})([Tt])([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$/;
const hostname =
  /^(?:[a-zA-Z0-9\p{S}\p{L}](?:(?:-?[a-zA-Z0-9\p{S}\p{L}]{0,62})?)|(?:[a-zA-Z0-9\p{S}\p{L}](?:[a-zA-Z0-9\-\p{S}\p{L}]{0,61}[a-zA-Z0-9\p{S}\p{L}])?\.)+[a-zA-Z0-9\p{S}\p{L}](?:-?[a-zA-Z0-9\p{S}\p{L}]){1,62})$/u;
const shortName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const longName = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;

const checks: Readonly<Record<string, (text: string) => boolean>> = {
  bsonobjectid: (text) => /^[0-9a-fA-F]{24}$/.test(text),
  uri: isRequestUri,
  email: isEmail,
  hostname: isHostname,
  ipv4: (text) => !text.includes(':') && parseIp(text, true) !== undefined,
  ipv6: (text) => text.includes(':') && parseIp(text, true) !== undefined,
  cidr: isCidr,
  mac: isMac,
  uuid: (text) => uuid.test(text),
  uuid3: (text) => uuidOf('3', '[0-9a-f]').test(text),
  uuid4: (text) => uuidOf('4', '[89ab]').test(text),
  uuid5: (text) => uuidOf('5', '[89ab]').test(text),
  isbn: (text) => isIsbn10(text) || isIsbn13(text),
  isbn10: isIsbn10,
  isbn13: isIsbn13,
  creditcard: isCreditCard,
  ssn: (text) => /^\d{3}[- ]\d{2}[- ]\d{4}$/.test(text),
  hexcolor: (text) => /^#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/.test(text),
  rgbcolor: isRgb,
  byte: (text) => base64.test(text),
  password: () => true,
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text),
  duration: isDuration,
  datetime: isDateTime,
  k8sshortname: (text) => text.length <= 63 && shortName.test(text),
  k8slongname: (text) => text.length <= 253 && longName.test(text),
};

/** Whether a text has a format; undefined for a format the API server does not enforce. */
export function hasFormat(format: string, text: string): boolean | undefined {
  const name = format.replaceAll('-', '');
  return Object.hasOwn(checks, name) ? checks[name]?.(text) : undefined;
}

const examples: Readonly<Record<string, string>> = {
  datetime: 'a time such as 2026-01-31T12:00:00Z',
  date: 'a day such as 2026-01-31',
  duration: 'a duration such as 90s or 1h30m',
  byte: 'base64',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  cidr: 'a network such as 10.0.0.0/8',
  uri: 'a URL',
  email: 'an email address',
  hostname: 'a host name',
  quantity: 'a quantity such as 500m or 20Gi',
  int32: 'a whole number of 32 bits',
  int64: 'a whole number of 64 bits',
};

/** A format for people. */
export function formatName(format: string): string {
  return examples[format.replaceAll('-', '')] ?? `of the format ${format}`;
}

/** Whether a text of the form YYYY-MM-DD is a day of the calendar. */
export function isDay(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.slice(0, 10).split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** A time as RFC 3339 writes it. */
export function isDateTime(text: string): boolean {
  const match = dateTime.exec(text);
  if (!match) return false;
  const [hour, minute, second] = [match[5], match[6], match[7]].map(Number) as [number, number, number];
  return isDay(text) && hour <= 23 && minute <= 59 && second <= 59;
}

const goDuration = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;
const wordDuration =
  /^\s*(?:\d+\s*(?:nanoseconds?|nanos?|ns|microseconds?|micros?|us|µs|milliseconds?|millis?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|hs|h|days?|ds|d|weeks?|wks?|wk|w)\s*)+$/i;

/** A duration as Go writes it, or in the words of days and weeks that strfmt adds. */
export function isDuration(text: string): boolean {
  return goDuration.test(text) || wordDuration.test(text);
}

/** The bytes of an address as Go reads it; Kubernetes itself is lenient about leading zeros. */
export function parseIp(text: string, lenient = false): readonly number[] | undefined {
  if (!text.includes(':')) return parseIp4(text, lenient);
  return parseIp6(text, lenient);
}

function parseIp4(text: string, lenient: boolean): readonly number[] | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1);
  if (parts.some((part) => Number(part) > 255 || (!lenient && part.length > 1 && part.startsWith('0'))))
    return undefined;
  return parts.map(Number);
}

function parseIp6(text: string, lenient: boolean): readonly number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groups(half, lenient)) as [
    number[] | undefined,
    number[] | undefined,
  ];
  if (!head || (halves.length === 2 && !tail)) return undefined;
  const given = head.length + (tail?.length ?? 0);
  if (halves.length === 1) return given === 16 ? head : undefined;
  return given > 14 ? undefined : [...head, ...new Array(16 - given).fill(0), ...(tail ?? [])];
}

function groups(half: string, lenient: boolean): number[] | undefined {
  if (half === '') return [];
  const bytes: number[] = [];
  const parts = half.split(':');
  for (const [index, part] of parts.entries()) {
    if (part.includes('.') && index === parts.length - 1) {
      const four = parseIp4(part, lenient);
      if (!four) return undefined;
      bytes.push(...four);
    } else {
      if (!/^[0-9a-fA-F]{1,4}$/.test(part)) return undefined;
      const value = Number.parseInt(part, 16);
      bytes.push(value >> 8, value & 255);
    }
  }
  return bytes;
}

/** An address and the length of its prefix, as Go's net.ParseCIDR reads it. */
export function parseCidr(
  text: string,
  lenient = false,
): { readonly bytes: readonly number[]; readonly length: number } | undefined {
  const [address = '', length = '', ...rest] = text.split('/');
  const bytes = parseIp(address, lenient);
  if (!bytes || rest.length > 0 || !/^\d{1,3}$/.test(length) || (length.length > 1 && length.startsWith('0')))
    return undefined;
  return Number(length) > bytes.length * 8 ? undefined : { bytes, length: Number(length) };
}

function isCidr(text: string): boolean {
  return parseCidr(text, true) !== undefined;
}

function isMac(text: string): boolean {
  return (
    /^[0-9a-f]{2}([:-])[0-9a-f]{2}(?:\1[0-9a-f]{2}){4}(?:(?:\1[0-9a-f]{2}){2}|(?:\1[0-9a-f]{2}){14})?$/i.test(
      text,
    ) || /^[0-9a-f]{4}(?:\.[0-9a-f]{4}){2}(?:\.[0-9a-f]{4}|(?:\.[0-9a-f]{4}){7})?$/i.test(text)
  );
}

function isHostname(text: string): boolean {
  if (!hostname.test(text)) return false;
  const bytes = (each: string): number => Buffer.byteLength(each);
  return bytes(text) <= 255 && text.split('.').every((label) => bytes(label) <= 63);
}

/** What Go's url.ParseRequestURI takes: an absolute URL or a path that begins with a slash. */
export function isRequestUri(text: string): boolean {
  if (text === '' || /[\u0000-\u0020\u007f]/.test(text.replace(/ /g, '%20'))) return false;
  if (/%(?![0-9a-fA-F]{2})/.test(text.split('?')[0] ?? '')) return false;
  const scheme = /^([a-zA-Z][a-zA-Z0-9+.-]*):(.*)$/s.exec(text);
  if (!scheme) return text.startsWith('/');
  const rest = scheme[2] ?? '';
  if (!rest.startsWith('/')) return rest !== '' && !rest.includes(' ');
  return authorityIsGood(rest);
}

function authorityIsGood(rest: string): boolean {
  if (!rest.startsWith('//')) return true;
  const authority = rest.slice(2).split(/[/?#]/)[0] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[\s<>"\\^`{|}]/.test(host)) return false;
  const port = /:([^\]]*)$/.exec(host)?.[1];
  return port === undefined || /^\d*$/.test(port);
}

function isEmail(text: string): boolean {
  const bare = /<([^<>]+)>[ \t]*$/.exec(text)?.[1] ?? text.replace(/^[ \t]+|[ \t]+$/g, '');
  return /^(?:[^\s@<>(),;:\\"[\].]+(?:\.[^\s@<>(),;:\\"[\].]+)*|"(?:[^"\\]|\\.)*")@(?:[^\s@<>(),;:\\"[\].]+(?:\.[^\s@<>(),;:\\"[\].]+)*|\[[^\]]*\])$/.test(
    bare,
  );
}

function isIsbn10(text: string): boolean {
  const digits = text.replaceAll(/[\s-]+/g, '');
  if (!/^(?:[0-9]{9}X|[0-9]{10})$/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].entries())
    sum += (10 - index) * (digit === 'X' ? 10 : Number(digit));
  return sum % 11 === 0;
}

function isIsbn13(text: string): boolean {
  const digits = text.replaceAll(/[\s-]+/g, '');
  if (!/^[0-9]{13}$/.test(digits)) return false;
  let sum = 0;
  for (const [index, digit] of [...digits].entries()) sum += (index % 2 === 0 ? 1 : 3) * Number(digit);
  return sum % 10 === 0;
}

function isCreditCard(text: string): boolean {
  const digits = text.replaceAll(/[^0-9]+/g, '');
  if (
    !/^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|(?:222[1-9]|22[3-9][0-9]|2[3-6][0-9]{2}|27[01][0-9]|2720)[0-9]{12}|6(?:011|5[0-9]{2})[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11}|6[27][0-9]{14})$/.test(
      digits,
    )
  )
    return false;
  let sum = 0;
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

function isRgb(text: string): boolean {
  const match = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(text);
  return match?.slice(1).every((part) => Number(part) <= 255 && !/^0\d/.test(part)) ?? false;
}

const quantity = /^[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$/;

/** A quantity of Kubernetes: `500m`, `20Gi`, `1e3`. */
export function isQuantity(text: string): boolean {
  return quantity.test(text);
}
