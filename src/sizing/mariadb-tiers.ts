import type { Workload } from './setting.js';

/** What sessions and caches get from some amount of memory on. Sizes in MiB. */
export interface Tier {
  /** MiB of memory from which on it holds. */
  readonly start: number;
  readonly sessionCap: number;
  readonly packet: number;
  readonly temporaryTable: number;
  readonly sortBuffer: number;
  readonly joinBuffer: number;
  readonly tableOpenCache: number;
  /** MALLOC_ARENA_MAX: the allocator's default grows with the cores of the node, and with it what it never gives back. */
  readonly arenas: number;
  readonly logBuffer: number;
  readonly ariaCache: number;
}

const columns = [
  'start',
  'sessionCap',
  'packet',
  'temporaryTable',
  'sortBuffer',
  'joinBuffer',
  'tableOpenCache',
  'arenas',
  'logBuffer',
  'ariaCache',
] as const satisfies readonly (keyof Tier)[];

/** Measured to hold under floods with 10.11.19 and 11.8.6; docs/sizing.md. */
const rows: readonly (readonly number[])[] = [
  [0, 8, 1, 1, 0.25, 0.125, 200, 1, 4, 8],
  [512, 8, 2, 1, 0.25, 0.125, 400, 1, 4, 8],
  [1024, 8, 4, 2, 0.5, 0.125, 400, 1, 8, 16],
  [2048, 8, 4, 2, 0.5, 0.25, 1000, 2, 8, 16],
  [4096, 8, 8, 4, 1, 0.25, 2000, 2, 16, 32],
  [8192, 16, 8, 8, 2, 0.25, 2000, 4, 16, 32],
  [16_384, 16, 8, 8, 2, 0.25, 2000, 4, 16, 128],
  [32_768, 16, 16, 16, 2, 0.25, 4000, 4, 16, 128],
];

const oltp: readonly Tier[] = rows.map(
  (row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? 0])) as unknown as Tier,
);

/** Sessions of reports sort and group more; below 2 GiB there is no room for that. */
const wideFrom = 2048;
const width: Readonly<Record<Workload, number>> = { oltp: 1, edge: 1, mixed: 2, analytics: 4 };

const byWorkload = new Map<Workload, readonly Tier[]>();

/** The tiers of a workload, smallest first. */
export function tiersFor(workload: Workload): readonly Tier[] {
  const known = byWorkload.get(workload);
  if (known) return known;
  const factor = width[workload];
  const tiers = oltp.map((tier) => {
    if (tier.start < wideFrom || factor === 1) return tier;
    return {
      ...tier,
      sessionCap: tier.sessionCap * factor,
      temporaryTable: tier.temporaryTable * factor,
      sortBuffer: tier.sortBuffer * factor,
      joinBuffer: tier.joinBuffer * factor,
    };
  });
  byWorkload.set(workload, tiers);
  return tiers;
}

/** Share of the memory that the connections get when nobody says how many: on the edge there are few. */
export const connectionShare: Readonly<Record<Workload, number>> = {
  oltp: 0.25,
  mixed: 0.25,
  analytics: 0.25,
  edge: 0.125,
};
