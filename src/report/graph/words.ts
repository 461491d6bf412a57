import type { Goal } from '../../survival/index.js';

/** What a database survives, after "survives". */
export const survivesWords = {
  none: 'no failure for certain',
  node: 'the loss of any one node',
  zone: 'the loss of any one zone',
  cluster: 'the loss of any one cluster',
  'cluster+1': 'the loss of any one cluster and of one node more',
} as const satisfies Record<Goal, string>;

/** `7 ms`. */
export function roundTripWords(milliseconds: number): string {
  return `${trimmed(milliseconds)} ms`;
}

/** `5.12 Mbps`, decimal as in a topology. */
export function bandwidthWords(bitsPerSecond: number): string {
  for (const [factor, unit] of [
    [1e9, 'Gbps'],
    [1e6, 'Mbps'],
    [1e3, 'kbps'],
  ] as const)
    if (bitsPerSecond >= factor) return `${trimmed(bitsPerSecond / factor)} ${unit}`;
  return `${trimmed(bitsPerSecond)} bps`;
}

/** `1 vote`. */
export function votesWords(votes: number): string {
  return votes === 1 ? '1 vote' : `${votes} votes`;
}

export const engineWords = { mariadb: 'MariaDB', postgres: 'Postgres' } as const;

function trimmed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
