import { contains, ipv4Address, ipv4Network } from '../cidr.js';

/** What an address is that no other cluster reaches. */
export type LocalAddress = 'a loopback address' | 'a link-local address' | 'no address of a host';

const local: readonly (readonly [cidr: string, is: LocalAddress])[] = [
  ['127.0.0.0/8', 'a loopback address'],
  ['169.254.0.0/16', 'a link-local address'],
  ['0.0.0.0/8', 'no address of a host'],
  ['224.0.0.0/3', 'no address of a host'],
];

/** True for what Go's net.ParseIP takes. */
export function isAddress(text: string): boolean {
  if (isDotted(text)) return true;
  return ipv6Groups(text) !== undefined;
}

/** What is wrong with an address that other clusters are to reach; undefined when nothing is. */
export function localAddress(text: string): LocalAddress | undefined {
  const address = ipv4Address(text);
  if (address !== undefined) {
    for (const [cidr, is] of local) {
      const network = ipv4Network(cidr);
      if (network && contains(network, address)) return is;
    }
    return undefined;
  }
  const groups = ipv6Groups(text);
  if (!groups) return undefined;
  const first = groups[0] ?? 0;
  if (groups.slice(0, 7).every((group) => group === 0))
    return groups[7] === 1 ? 'a loopback address' : groups[7] === 0 ? 'no address of a host' : undefined;
  if (first >= 0xff00) return 'no address of a host';
  return (first & 0xffc0) === 0xfe80 ? 'a link-local address' : undefined;
}

/** Go takes no leading zeros. */
function isDotted(text: string): boolean {
  return ipv4Address(text) !== undefined && !/(?:^|\.)0\d/.test(text);
}

/** The eight groups of an IPv6 address. */
function ipv6Groups(text: string): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map((half) => groupsOf(half));
  if (!left || (halves.length === 2 && !right)) return undefined;
  if (!right) return left.length === 8 ? left : undefined;
  const zeros = 8 - left.length - right.length;
  return zeros < 1 ? undefined : [...left, ...Array.from({ length: zeros }, () => 0), ...right];
}

function groupsOf(half: string): number[] | undefined {
  if (half === '') return [];
  const groups: number[] = [];
  const parts = half.split(':');
  for (const [index, part] of parts.entries()) {
    const embedded = index === parts.length - 1 && isDotted(part) ? ipv4Address(part) : undefined;
    if (embedded !== undefined) groups.push(Math.floor(embedded / 65536), embedded % 65536);
    else if (/^[\da-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
