export interface Member {
  readonly name: string;
  readonly site: string;
  readonly kind: 'replica' | 'arbitrator';
  readonly weight: number;
}
export type Step =
  | { readonly event: 'crash' | 'leave' | 'leave in turn' | 'split'; readonly sites: readonly string[] }
  | { readonly event: 'lose'; readonly links: readonly (readonly [string, string])[] }
  | { readonly event: 'heal' };
export interface Case {
  readonly layout: string;
  readonly steps: readonly Step[];
  readonly timers?: 'default';
}
export const cases: readonly Case[];
export function membersOf(layout: string): Member[];
export function needsNetwork(each: Pick<Case, 'steps'>): boolean;
