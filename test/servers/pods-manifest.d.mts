interface Service {
  readonly name: string;
  readonly headless: boolean;
  readonly publishesUnready: boolean;
  readonly ports: readonly (string | number)[];
}
interface File {
  readonly path: string;
  readonly mode: number;
  readonly text: string;
}
interface Volume {
  readonly kind: 'claim' | 'empty' | 'files';
  readonly memory?: boolean;
  readonly files?: readonly File[];
}
interface Probe {
  readonly command: readonly string[];
  readonly delay: number;
  readonly period: number;
  readonly timeout: number;
  readonly failures: number;
  readonly successes: number;
  readonly gracePeriod: number | undefined;
}
interface Mount {
  readonly volume: string;
  readonly path: string;
  readonly subPath: string;
  readonly readOnly: boolean;
}
interface Container {
  readonly name: string;
  readonly first: boolean;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  readonly mounts: readonly Mount[];
  readonly probes: Readonly<Record<'startup' | 'readiness' | 'liveness', Probe | undefined>>;
  readonly preStop: readonly string[] | undefined;
  readonly security: {
    readonly user: number;
    readonly group: number;
    readonly fsGroup: number | undefined;
    readonly readOnlyRoot: boolean;
  };
}
interface PodSet {
  readonly name: string;
  readonly namespace: string;
  readonly image: string;
  readonly main: string;
  readonly replicas: number;
  readonly serviceName: string;
  readonly parallel: boolean;
  readonly minReadySeconds: number;
  readonly gracePeriod: number;
  readonly services: readonly Service[];
  readonly volumes: ReadonlyMap<string, Volume>;
  readonly absent: readonly string[];
}
export function readPods(
  folder: string,
  options?: { name?: string; secret?: (name: string, key: string) => string },
): PodSet;
export function podOf(
  set: PodSet,
  ordinal: number,
  address: string,
): { readonly name: string; readonly containers: readonly Container[] };
