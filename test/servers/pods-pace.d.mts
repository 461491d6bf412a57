export interface Probe {
  readonly command: readonly string[];
  readonly delay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
  readonly successes: number;
  readonly gracePeriod: number | undefined;
}
export function paced(kind: 'startup' | 'readiness' | 'liveness', probe: Probe): Probe;
