import type { Goal, Outcome, Verdict } from '../../survival/index.js';

type Fate = Pick<Outcome, 'verdict' | 'writes'>;

/** What a loss comes to, in the words of every form of the picture. */
export function verdictWords({ verdict, writes }: Fate): string {
  if (verdict === 'data-at-risk')
    return writes === 'stop' ? 'writes stop, data at risk' : 'writes go on, data at risk';
  return legendWords[verdict];
}

/** The words of each verdict, as the legend has them. */
export const legendWords = {
  'writes-go-on': 'writes go on',
  'control-plane-lost': 'writes go on, no repairs',
  'reads-only': 'writes stop, stale reads',
  blocked: 'writes and reads stop',
  'data-at-risk': 'data at risk',
} as const satisfies Record<Verdict, string>;

/** What each verdict means. */
export const legendMeaning = {
  'writes-go-on': 'the replicas that are left take writes',
  'control-plane-lost': 'the hub is gone: replicas run on, and nothing mends or scales them',
  'reads-only': 'replicas that no longer follow still answer reads',
  blocked: 'no majority is left, and replicas refuse queries',
  'data-at-risk': 'answered commits may be lost, or no copy of the data is left',
} as const satisfies Record<Verdict, string>;

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
