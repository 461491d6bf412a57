import type { Step } from './quorum-cases.mjs';

export interface Shown {
  readonly name: string;
  readonly status: string;
  readonly size?: number;
  readonly weight?: number;
  readonly writes: boolean;
}
export interface Result {
  readonly ended: number;
  readonly error?: string | undefined;
}
export function inWords(steps: readonly Step[]): string;
export function replicasInWords(replicas: readonly Shown[]): string;
export function longestPause(results: readonly Result[], from: number, to: number): number;
export function seconds(milliseconds: number): string;
