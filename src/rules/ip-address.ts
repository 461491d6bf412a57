/** An IPv4 or IPv6 address. */
export interface Address {
  readonly family: 4 | 6;
  readonly value: bigint;
}

/** An IPv4 or IPv6 network. */
export interface Network {
  readonly family: 4 | 6;
  /** Its first address. */
  readonly first: bigint;
  readonly last: bigint;
}

const widths = { 4: 32n, 6: 128n } as const;

/** An address as a number; undefined for what Go's net.ParseIP does not take, such as leading zeros. */
export function addressOf(text: string): Address | undefined {
  return text.includes(':') ? ipv6(text) : ipv4(text);
}

function ipv4(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0n;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    value = value * 256n + BigInt(part);
  }
  return { family: 4, value };
}

function ipv6(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [left, right = []] = halves.map(groupsOf);
  if (!left) return undefined;
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  let value = 0n;
  for (const group of [...left, ...Array<string>(missing).fill('0'), ...right]) {
    if (!/^[0-9a-f]{1,4}$/i.test(group)) return undefined;
    value = value * 65536n + BigInt(`0x${group}`);
  }
  return { family: 6, value };
}

/** The groups of 16 bits of one half; the last two may be written like an IPv4 address. */
function groupsOf(half: string, index: number, halves: readonly string[]): string[] {
  if (half === '') return [];
  const groups = half.split(':');
  const embedded = index === halves.length - 1 ? ipv4(groups.at(-1) ?? '') : undefined;
  if (!embedded) return groups;
  const { value } = embedded;
  return [...groups.slice(0, -1), (value / 65536n).toString(16), (value % 65536n).toString(16)];
}

/** A network in CIDR notation, host bits dropped; undefined when the text is none. */
export function networkOf(cidr: string): Network | undefined {
  const [, text = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? [];
  const address = addressOf(text);
  if (!address || prefix === '') return undefined;
  const { family } = address;
  const host = widths[family] - BigInt(prefix);
  if (host < 0n) return undefined;
  const first = (address.value >> host) << host;
  return { family, first, last: first + (1n << host) - 1n };
}

/** Whether an address lies in a network. */
export function isIn({ family, value }: Address, network: Network): boolean {
  return family === network.family && value >= network.first && value <= network.last;
}

const special = [
  ['the unspecified address', ['0.0.0.0/8', '::/128']],
  ['a loopback address', ['127.0.0.0/8', '::1/128']],
  ['a link-local address', ['169.254.0.0/16', 'fe80::/10']],
  ['a multicast address', ['224.0.0.0/4', 'ff00::/8']],
  ['a reserved address', ['240.0.0.0/4']],
] as const satisfies readonly (readonly [what: string, cidrs: readonly string[]])[];

export type SpecialAddress = (typeof special)[number][0];

const specialNetworks = special.flatMap(([what, cidrs]) =>
  cidrs.flatMap((cidr) => {
    const network = networkOf(cidr);
    return network ? [{ what, network }] : [];
  }),
);

/** What an address is that no other machine reaches; undefined for an ordinary one. */
export function specialAddress(address: Address): SpecialAddress | undefined {
  return specialNetworks.find(({ network }) => isIn(address, network))?.what;
}
