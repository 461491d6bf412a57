/**
 * The waves of a program, in the order in which they must be applied. The order is the webhooks': a Cluster is refused
 * before its Project's namespace is labelled, a SliceConfig before its members are registered and healthy, a database
 * before its PlacementPolicy exists; and slice.local must resolve everywhere before a database starts.
 */
export const waves = [
  '10-namespaces',
  '15-klusterlet',
  '20-kubeslice-project',
  '30-registration',
  '40-slice',
  '50-dns',
  '60-placement',
  '70-database',
] as const;

/** Name of a wave, and of its directory. */
export type Wave = (typeof waves)[number];
