import { type Environment, Optional } from '@marcbachmann/cel-js';
import { RE2JS } from 're2js';
import { hasFormat, isRequestUri } from '../formats.js';
import { keyFault } from '../metadata.js';
import { Cidr, Ip } from './addresses.js';
import { Quantity } from './quantity.js';
import { Semver } from './semver.js';
import type { CelValue } from './values.js';

/** A function was given something it cannot take; the API server then refuses the object. */
export class CelFailure extends Error {}

/** A text that is a URL. */
class Url {
  readonly url: URL;
  readonly text: string;
  constructor(url: URL, text: string) {
    this.url = url;
    this.text = text;
  }
}

/** One of the named formats. */
class Format {
  readonly faults: (text: string) => readonly string[];
  constructor(faults: (text: string) => readonly string[]) {
    this.faults = faults;
  }
}

class Namespace {}
class SetsNamespace extends Namespace {}
class FormatNamespace extends Namespace {}
class IpNamespace extends Namespace {}

type Comparable = bigint | number | string | boolean | Date;

/** What Kubernetes adds to CEL. */
export function addFunctions(environment: Environment): Environment {
  addLists(environment);
  addTexts(environment);
  addAddresses(environment);
  addUrls(environment);
  addQuantities(environment);
  addSemver(environment);
  addFormats(environment);
  addSets(environment);
  return environment;
}

function addLists(environment: Environment): void {
  environment
    .registerFunction('list.isSorted(): bool', (list: Comparable[]) =>
      list.every((each, index) => index === 0 || (list[index - 1] as Comparable) <= each),
    )
    .registerFunction('list.sum(): dyn', (list: (bigint | number)[]) => {
      if (list.length === 0) return 0n;
      return typeof list[0] === 'bigint'
        ? (list as bigint[]).reduce((sum, each) => sum + each, 0n)
        : (list as number[]).reduce((sum, each) => sum + each, 0);
    })
    .registerFunction('list.min(): dyn', (list: Comparable[]) => extreme(list, (a, b) => a < b))
    .registerFunction('list.max(): dyn', (list: Comparable[]) => extreme(list, (a, b) => a > b))
    .registerFunction('list.indexOf(dyn): int', (list: CelValue[], value: CelValue) =>
      BigInt(list.findIndex((each) => isEqual(each, value))),
    )
    .registerFunction('list.lastIndexOf(dyn): int', (list: CelValue[], value: CelValue) =>
      BigInt(list.findLastIndex((each) => isEqual(each, value))),
    );
}

function extreme(list: readonly Comparable[], better: (a: Comparable, b: Comparable) => boolean): Comparable {
  const [first, ...rest] = list;
  if (first === undefined) throw new CelFailure('min and max need a list that is not empty');
  return rest.reduce((best, each) => (better(each, best) ? each : best), first);
}

function expression(pattern: string): RE2JS {
  try {
    return RE2JS.compile(pattern);
  } catch {
    throw new CelFailure(`${pattern} is no regular expression`);
  }
}

function addTexts(environment: Environment): void {
  environment
    .registerFunction('string.matchesPattern(string): bool', (text: string, pattern: string) =>
      expression(pattern).matcher(text).find(),
    )
    .registerFunction('matches(string, string): bool', (text: string, pattern: string) =>
      expression(pattern).matcher(text).find(),
    )
    .registerFunction('string.find(string): string', (text: string, pattern: string) => {
      const matcher = expression(pattern).matcher(text);
      return matcher.find() ? (matcher.group() ?? '') : '';
    })
    .registerFunction('string.findAll(string): list<string>', (text: string, pattern: string) =>
      findAll(text, pattern, -1n),
    )
    .registerFunction('string.findAll(string, int): list<string>', findAll)
    .registerFunction('string.replace(string, string): string', (text: string, from: string, to: string) =>
      text.replaceAll(from, () => to),
    )
    .registerFunction('string.replace(string, string, int): string', replaceSome)
    .registerFunction('string.charAt(int): string', (text: string, index: bigint) => {
      const characters = [...text];
      if (index < 0n || index > BigInt(characters.length))
        throw new CelFailure(`index ${index} is out of range`);
      return characters[Number(index)] ?? '';
    })
    .registerFunction('string.reverse(): string', (text: string) => [...text].reverse().join(''));
}

function findAll(text: string, pattern: string, limit: bigint): string[] {
  const matcher = expression(pattern).matcher(text);
  const found: string[] = [];
  while ((limit < 0n || found.length < Number(limit)) && matcher.find()) found.push(matcher.group() ?? '');
  return found;
}

function replaceSome(text: string, from: string, to: string, limit: bigint): string {
  if (limit < 0n) return text.replaceAll(from, () => to);
  let result = '';
  let rest = text;
  for (let left = limit; left > 0n; left--) {
    const at = rest.indexOf(from);
    if (at === -1) break;
    result += rest.slice(0, at) + to;
    rest = rest.slice(at + from.length);
    if (from === '') {
      result += rest.slice(0, 1);
      rest = rest.slice(1);
    }
  }
  return result + rest;
}

function addAddresses(environment: Environment): void {
  environment
    .registerType('Ip', { ctor: Ip, fields: {} })
    .registerType('Cidr', { ctor: Cidr, fields: {} })
    .registerType('IpNamespace', { ctor: IpNamespace, fields: {} })
    .registerConstant('ip', 'IpNamespace', new IpNamespace())
    .registerFunction('ip(string): Ip', (text: string) => needed(Ip.parse(text), `${text} is no IP address`))
    .registerFunction('isIP(string): bool', (text: string) => Ip.parse(text) !== undefined)
    .registerFunction(
      'IpNamespace.isCanonical(string): bool',
      (_: IpNamespace, text: string) =>
        needed(Ip.parse(text), `${text} is no IP address`).toString() === text,
    )
    .registerFunction('Ip.family(): int', (ip: Ip) => ip.family)
    .registerFunction('Ip.isUnspecified(): bool', (ip: Ip) => ip.isUnspecified)
    .registerFunction('Ip.isLoopback(): bool', (ip: Ip) => ip.isLoopback)
    .registerFunction('Ip.isLinkLocalMulticast(): bool', (ip: Ip) => ip.isLinkLocalMulticast)
    .registerFunction('Ip.isLinkLocalUnicast(): bool', (ip: Ip) => ip.isLinkLocalUnicast)
    .registerFunction('Ip.isGlobalUnicast(): bool', (ip: Ip) => ip.isGlobalUnicast)
    .registerFunction('string(Ip): string', (ip: Ip) => ip.toString())
    .registerOperator('Ip == Ip', (a: Ip, b: Ip) => a.toString() === b.toString())
    .registerFunction('cidr(string): Cidr', (text: string) =>
      needed(Cidr.parse(text), `${text} is no network`),
    )
    .registerFunction('isCIDR(string): bool', (text: string) => Cidr.parse(text) !== undefined)
    .registerFunction('Cidr.containsIP(string): bool', (cidr: Cidr, text: string) =>
      cidr.contains(needed(Ip.parse(text), `${text} is no IP address`).bytes),
    )
    .registerFunction('Cidr.containsIP(Ip): bool', (cidr: Cidr, ip: Ip) => cidr.contains(ip.bytes))
    .registerFunction('Cidr.containsCIDR(string): bool', (cidr: Cidr, text: string) =>
      holds(cidr, needed(Cidr.parse(text), `${text} is no network`)),
    )
    .registerFunction('Cidr.containsCIDR(Cidr): bool', holds)
    .registerFunction('Cidr.ip(): Ip', (cidr: Cidr) => new Ip(cidr.bytes))
    .registerFunction('Cidr.masked(): Cidr', (cidr: Cidr) => cidr.masked())
    .registerFunction('Cidr.prefixLength(): int', (cidr: Cidr) => BigInt(cidr.length))
    .registerFunction('string(Cidr): string', (cidr: Cidr) => cidr.toString())
    .registerOperator('Cidr == Cidr', (a: Cidr, b: Cidr) => a.toString() === b.toString());
}

function holds(outer: Cidr, inner: Cidr): boolean {
  return outer.length <= inner.length && outer.contains(inner.bytes);
}

function addUrls(environment: Environment): void {
  environment
    .registerType('Url', { ctor: Url, fields: {} })
    .registerFunction('isURL(string): bool', (text: string) => urlOf(text) !== undefined)
    .registerFunction('url(string): Url', (text: string) => needed(urlOf(text), `${text} is no URL`))
    .registerFunction(
      'Url.getScheme(): string',
      ({ text }: Url) => /^([a-zA-Z][\w+.-]*):/.exec(text)?.[1]?.toLowerCase() ?? '',
    )
    .registerFunction('Url.getHost(): string', ({ text }: Url) => hostOf(text))
    .registerFunction('Url.getHostname(): string', ({ text }: Url) =>
      hostOf(text)
        .replace(/:\d*$/, '')
        .replace(/^\[(.*)\]$/, '$1'),
    )
    .registerFunction('Url.getPort(): string', ({ text }: Url) => /:(\d*)$/.exec(hostOf(text))?.[1] ?? '')
    .registerFunction('Url.getEscapedPath(): string', ({ text }: Url) =>
      text
        .replace(/^[a-zA-Z][\w+.-]*:/, '')
        .replace(/^\/\/[^/?#]*/, '')
        .replace(/[?#].*$/s, '')
        .replaceAll(' ', '%20'),
    )
    .registerFunction('Url.getQuery(): map<string, list<string>>', ({ url }: Url) => {
      const query = new Map<string, string[]>();
      for (const [key, value] of url.searchParams) query.set(key, [...(query.get(key) ?? []), value]);
      return query;
    });
}

function urlOf(text: string): Url | undefined {
  if (!isRequestUri(text)) return undefined;
  try {
    return new Url(new URL(text, 'http://none'), text);
  } catch {
    return undefined;
  }
}

function hostOf(text: string): string {
  const authority = /^(?:[a-zA-Z][\w+.-]*:)?\/\/([^/?#]*)/.exec(text)?.[1] ?? '';
  return authority.slice(authority.lastIndexOf('@') + 1);
}

function addQuantities(environment: Environment): void {
  const quantity = (text: string): Quantity => needed(Quantity.parse(text), `${text} is no quantity`);
  environment
    .registerType('Quantity', { ctor: Quantity, fields: {} })
    .registerFunction('quantity(string): Quantity', quantity)
    .registerFunction('isQuantity(string): bool', (text: string) => Quantity.parse(text) !== undefined)
    .registerFunction('Quantity.sign(): int', ({ nano }: Quantity) => (nano < 0n ? -1n : nano > 0n ? 1n : 0n))
    .registerFunction('Quantity.isInteger(): bool', (each: Quantity) => each.isWhole)
    .registerFunction('Quantity.asInteger(): int', (each: Quantity) => {
      if (!each.isWhole) throw new CelFailure('the quantity is no whole number');
      return each.whole;
    })
    .registerFunction('Quantity.asApproximateFloat(): double', ({ nano }: Quantity) => Number(nano) / 1e9)
    .registerFunction(
      'Quantity.add(Quantity): Quantity',
      (a: Quantity, b: Quantity) => new Quantity(a.nano + b.nano),
    )
    .registerFunction(
      'Quantity.add(int): Quantity',
      (a: Quantity, b: bigint) => new Quantity(a.nano + b * 1_000_000_000n),
    )
    .registerFunction(
      'Quantity.sub(Quantity): Quantity',
      (a: Quantity, b: Quantity) => new Quantity(a.nano - b.nano),
    )
    .registerFunction(
      'Quantity.sub(int): Quantity',
      (a: Quantity, b: bigint) => new Quantity(a.nano - b * 1_000_000_000n),
    )
    .registerFunction('Quantity.isGreaterThan(Quantity): bool', (a: Quantity, b: Quantity) => a.nano > b.nano)
    .registerFunction('Quantity.isLessThan(Quantity): bool', (a: Quantity, b: Quantity) => a.nano < b.nano)
    .registerFunction('Quantity.compareTo(Quantity): int', (a: Quantity, b: Quantity) => a.compare(b))
    .registerOperator('Quantity == Quantity', (a: Quantity, b: Quantity) => a.nano === b.nano);
}

function addSemver(environment: Environment): void {
  const semver = (text: string, lenient = false): Semver =>
    needed(Semver.parse(text, lenient), `${text} is no version of Semantic Versioning`);
  environment
    .registerType('Semver', { ctor: Semver, fields: {} })
    .registerFunction('semver(string): Semver', (text: string) => semver(text))
    .registerFunction('semver(string, bool): Semver', semver)
    .registerFunction('isSemver(string): bool', (text: string) => Semver.parse(text) !== undefined)
    .registerFunction(
      'isSemver(string, bool): bool',
      (text: string, lenient: boolean) => Semver.parse(text, lenient) !== undefined,
    )
    .registerFunction('Semver.major(): int', ({ numbers }: Semver) => numbers[0])
    .registerFunction('Semver.minor(): int', ({ numbers }: Semver) => numbers[1])
    .registerFunction('Semver.patch(): int', ({ numbers }: Semver) => numbers[2])
    .registerFunction('Semver.compareTo(Semver): int', (a: Semver, b: Semver) => a.compare(b))
    .registerFunction('Semver.isGreaterThan(Semver): bool', (a: Semver, b: Semver) => a.compare(b) > 0n)
    .registerFunction('Semver.isLessThan(Semver): bool', (a: Semver, b: Semver) => a.compare(b) < 0n)
    .registerOperator('Semver == Semver', (a: Semver, b: Semver) => a.compare(b) === 0n);
}

const dnsLabel = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const dns1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const labelValue = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;

const fits = (longest: number, pattern: RegExp) => (text: string) =>
  text.length <= longest && pattern.test(text);

const namedFormats: Readonly<Record<string, (text: string) => boolean>> = {
  dns1123Label: fits(63, dnsLabel),
  dns1123LabelPrefix: (text) => fits(63, dnsLabel)(text.replace(/-$/, 'a')),
  dns1123Subdomain: fits(253, subdomain),
  dns1123SubdomainPrefix: (text) => fits(253, subdomain)(text.replace(/-$/, 'a')),
  dns1035Label: fits(63, dns1035),
  dns1035LabelPrefix: (text) => fits(63, dns1035)(text.replace(/-$/, 'a')),
  qualifiedName: (text) => keyFault(text) === undefined,
  labelValue: fits(63, labelValue),
  uri: isRequestUri,
  uuid: (text) => hasFormat('uuid', text) === true,
  byte: (text) => hasFormat('byte', text) === true,
  date: (text) => hasFormat('date', text) === true,
  datetime: (text) => hasFormat('datetime', text) === true,
};

function addFormats(environment: Environment): void {
  environment
    .registerType('Format', { ctor: Format, fields: {} })
    .registerType('FormatNamespace', { ctor: FormatNamespace, fields: {} })
    .registerConstant('format', 'FormatNamespace', new FormatNamespace());
  for (const [name, isGood] of Object.entries(namedFormats)) {
    const made = new Format((text) => (isGood(text) ? [] : [`${text} is not of the form ${name}`]));
    environment.registerFunction(`FormatNamespace.${name}(): Format`, () => made);
  }
  environment.registerFunction('Format.validate(string): optional', (format: Format, text: string) => {
    const faults = format.faults(text);
    return faults.length === 0 ? Optional.none() : Optional.of(faults);
  });
}

function addSets(environment: Environment): void {
  const contains = (outer: CelValue[], inner: CelValue[]): boolean =>
    inner.every((each) => outer.some((other) => isEqual(each, other)));
  environment
    .registerType('SetsNamespace', { ctor: SetsNamespace, fields: {} })
    .registerConstant('sets', 'SetsNamespace', new SetsNamespace())
    .registerFunction(
      'SetsNamespace.contains(list, list): bool',
      (_: SetsNamespace, a: CelValue[], b: CelValue[]) => contains(a, b),
    )
    .registerFunction(
      'SetsNamespace.equivalent(list, list): bool',
      (_: SetsNamespace, a: CelValue[], b: CelValue[]) => contains(a, b) && contains(b, a),
    )
    .registerFunction(
      'SetsNamespace.intersects(list, list): bool',
      (_: SetsNamespace, a: CelValue[], b: CelValue[]) =>
        a.some((each) => b.some((other) => isEqual(each, other))),
    );
}

function needed<T>(value: T | undefined, problem: string): T {
  if (value === undefined) throw new CelFailure(problem);
  return value;
}

function isEqual(a: CelValue, b: CelValue): boolean {
  if (typeof a === 'bigint' && typeof b === 'number') return Number(a) === b;
  if (typeof a === 'number' && typeof b === 'bigint') return a === Number(b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((each, index) => isEqual(each, b[index] as CelValue));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, value]) => b.has(key) && isEqual(value, b.get(key)));
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime();
  return a === b;
}
