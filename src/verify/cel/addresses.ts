import { parseCidr, parseIp } from '../formats.js';

/** An address, as Go's netip.Addr; an IPv4 address in IPv6 clothes is refused, and so is a zone. */
export class Ip {
  readonly bytes: readonly number[];

  constructor(bytes: readonly number[]) {
    this.bytes = bytes;
  }

  static parse(text: string): Ip | undefined {
    const bytes = parseIp(text);
    if (!bytes || (bytes.length === 16 && isMapped(bytes))) return undefined;
    return new Ip(bytes);
  }

  get family(): bigint {
    return this.bytes.length === 4 ? 4n : 6n;
  }

  toString(): string {
    return this.bytes.length === 4 ? this.bytes.join('.') : textOf6(this.bytes);
  }

  get isUnspecified(): boolean {
    return this.bytes.every((byte) => byte === 0);
  }

  get isLoopback(): boolean {
    return this.bytes.length === 4
      ? this.bytes[0] === 127
      : this.bytes.every((byte, index) => byte === (index === 15 ? 1 : 0));
  }

  get isMulticast(): boolean {
    return this.bytes.length === 4 ? ((this.bytes[0] ?? 0) & 0xf0) === 0xe0 : this.bytes[0] === 0xff;
  }

  get isLinkLocalMulticast(): boolean {
    const [first, second = 0, third] = this.bytes;
    return this.bytes.length === 4
      ? first === 224 && second === 0 && third === 0
      : first === 0xff && (second & 0x0f) === 2;
  }

  get isLinkLocalUnicast(): boolean {
    const [first, second = 0] = this.bytes;
    return this.bytes.length === 4
      ? first === 169 && second === 254
      : first === 0xfe && (second & 0xc0) === 0x80;
  }

  get isGlobalUnicast(): boolean {
    const isBroadcast = this.bytes.length === 4 && this.bytes.every((byte) => byte === 255);
    return !(
      this.isUnspecified ||
      this.isLoopback ||
      this.isMulticast ||
      this.isLinkLocalUnicast ||
      isBroadcast
    );
  }
}

/** A network, with the address as it was given. */
export class Cidr {
  readonly bytes: readonly number[];
  readonly length: number;

  constructor(bytes: readonly number[], length: number) {
    this.bytes = bytes;
    this.length = length;
  }

  static parse(text: string): Cidr | undefined {
    const parsed = parseCidr(text);
    if (!parsed || (parsed.bytes.length === 16 && isMapped(parsed.bytes))) return undefined;
    return new Cidr(parsed.bytes, parsed.length);
  }

  contains(bytes: readonly number[]): boolean {
    if (bytes.length !== this.bytes.length) return false;
    const own = masked(this.bytes, this.length);
    return masked(bytes, this.length).every((byte, index) => byte === own[index]);
  }

  masked(): Cidr {
    return new Cidr(masked(this.bytes, this.length), this.length);
  }

  toString(): string {
    return `${new Ip(this.bytes).toString()}/${this.length}`;
  }
}

function masked(bytes: readonly number[], length: number): number[] {
  return bytes.map((byte, index) => {
    const bits = Math.max(0, Math.min(8, length - index * 8));
    return byte & (0xff << (8 - bits)) & 0xff;
  });
}

function isMapped(bytes: readonly number[]): boolean {
  return bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
}

/** The one form of RFC 5952: lower case, the longest run of zeros left out. */
function textOf6(bytes: readonly number[]): string {
  const groups: number[] = [];
  for (let at = 0; at < 16; at += 2) groups.push(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
  let [start, length] = [-1, 1];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (end < 8 && groups[end] === 0) end++;
    if (end - at > length) [start, length] = [at, end - at];
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return start === -1 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}
