/** A server option with the reason for its value. */
export interface Setting {
  readonly option: string;
  readonly value: string | number | boolean;
  /** Where the value comes from: a field of the topology, or the arithmetic in short. */
  readonly why: string;
}

/** An option that somebody sets by hand, as it is written. */
export interface GivenOption {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** What the server mostly does. It decides how the memory of sessions is shared out. */
export type Workload = 'oltp' | 'mixed' | 'analytics' | 'edge';
