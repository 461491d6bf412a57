import { addressOf, networkOf } from './ip-address.js';

/** An IPv4 network. */
export interface Ipv4Network {
  /** Its first address, as a number. */
  readonly base: number;
  /** Number of addresses: a power of two. */
  readonly size: number;
}

/** An IPv4 address as a number; undefined for IPv6. */
export function ipv4Address(text: string): number | undefined {
  const address = addressOf(text);
  return address?.family === 4 ? Number(address.value) : undefined;
}

/** An IPv4 network in CIDR notation, host bits dropped; undefined for IPv6. */
export function ipv4Network(cidr: string): Ipv4Network | undefined {
  const network = networkOf(cidr);
  if (network?.family !== 4) return undefined;
  return { base: Number(network.first), size: Number(network.last - network.first) + 1 };
}

/** True when the address lies in the network. */
export function contains({ base, size }: Ipv4Network, address: number): boolean {
  return address >= base && address < base + size;
}

/** True when two networks share an address: one of the two then holds the other's first address. */
export function overlap(a: Ipv4Network, b: Ipv4Network): boolean {
  return contains(a, b.base) || contains(b, a.base);
}

/** At most `count` subnets that a slice may have and that overlap none of the networks taken. */
export function freeSliceSubnets(taken: readonly Ipv4Network[], count: number): string[] {
  const free: string[] = [];
  for (const cidr of sliceSubnets()) {
    if (free.length === count) break;
    const network = ipv4Network(cidr);
    if (network && !taken.some((other) => overlap(network, other))) free.push(cidr);
  }
  return free;
}

/** The 273 private /16 networks KubeSlice takes, those that home and cloud networks like best at the end. */
function* sliceSubnets(): Generator<string> {
  for (let second = 1; second <= 255; second++) yield `10.${second}.0.0/16`;
  for (let second = 16; second <= 31; second++) yield `172.${second}.0.0/16`;
  yield '10.0.0.0/16';
  yield '192.168.0.0/16';
}
