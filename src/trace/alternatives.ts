import { bytes, type Database, milliseconds } from '../topology/index.js';
import type { Steps } from './place.js';

/** What else a field of the language may be, as its name says; the provider and the engine make another database of it. */
const enumerations: Readonly<Record<string, readonly unknown[]>> = {
  deletionPolicy: ['DoNotTerminate', 'Halt', 'Delete', 'WipeOut'],
  distribution: ['kubeadm', 'k3s', 'rke2', 'eks', 'aks', 'gke', 'openshift'],
  effect: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
  engine: [],
  exposure: ['cluster', 'internal-load-balancer', 'load-balancer'],
  ipFamily: ['ipv4', 'ipv6'],
  loadBalancerProvider: ['azure', 'aws', 'gke', 'openstack', 'metallb', 'servicelb'],
  mode: ['guaranteed', 'target'],
  node: ['ScheduleAnyway', 'DoNotSchedule'],
  operator: ['Exists', 'Equal'],
  provider: [],
  replication: ['galera', 'primary-replica'],
  sst: ['mariabackup', 'rsync', 'mysqldump'],
  standbyMode: ['Hot', 'Warm'],
  streamingMode: ['Synchronous', 'Asynchronous'],
  survive: ['none', 'node', 'zone', 'cluster', 'cluster+1'],
  workload: ['oltp', 'mixed', 'analytics', 'edge'],
  wsrepSSTMethod: ['rsync', 'mariabackup'],
};

/** A word that is one of a few in one place, and a name in another. */
const enumerationsAt: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/\.backups\.\d+\.kind$/, ['physical', 'logical']],
  [/(?:^|\.)issuer\.kind$/, ['Issuer', 'ClusterIssuer']],
  [/(?:^|\.)spread\.zone$/, ['ScheduleAnyway', 'DoNotSchedule']],
  [/\.schedule$/, ['7 3 * * 1']],
];

/** Releases of servers between which what is written differs. */
const serverVersions: Readonly<Record<string, readonly string[]>> = {
  mariadb: ['10.4.34', '10.11.16', '10.11.18', '11.4.9', '11.8.6', '11.8.8'],
  postgres: ['12.17', '14.10', '15.18', '17.9'],
};

/** Memory enough for little, and for all that may be chosen. */
const memories = ['300Mi', '512Mi', '1Gi', '1536Mi', '2Gi', '4Gi', '6Gi', '12Gi', '24Gi', '48Gi', '96Gi'];

const volumes = ['1Gi', '4Gi', '9Gi', '20Gi', '40Gi', '100Gi', '333Gi', '2Ti'];

/** Numbers that are never zero. */
const always = /^nodes|replicas$|Seconds$|Threshold$|[cC]onnections$|Tick$/;

/** Values that a field could have instead of its own: as many as it takes to see what depends on it. */
export function alternatives(
  steps: Steps,
  value: unknown,
  { engine, provider }: Pick<Database, 'engine' | 'provider'>,
): readonly unknown[] {
  const name = String(steps.at(-1));
  const path = steps.join('.');
  const [, listed] = enumerationsAt.find(([pattern]) => pattern.test(path)) ?? [];
  if (name === 'memory' && steps[0] === 'resources') return memories.filter((each) => each !== value);
  // The others know one kind of replication for an engine.
  if (name === 'replication' && provider !== 'mariadb-operator') return [];
  if (path === 'storage.size') return volumes.filter((each) => each !== value);
  if (name === 'data' && typeof value === 'string') return otherSizes(value, [0.25, 0.5, 0.75, 1.25]);
  if (/\.grants\.\d+\.(?:database|table)$/.test(path)) return [`${String(value)}x`, '*'];
  const choices = listed ?? (isSchedulingField(path) ? undefined : enumerations[name]);
  if (choices) return choices.filter((each) => each !== value);
  if (name === 'version') return (serverVersions[engine] ?? []).filter((each) => each !== value);
  if (Array.isArray(value)) return otherLists(value);
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return otherNumbers(value).filter((each) => each > 0 || !always.test(path));
  if (typeof value !== 'string') return [];
  if (/(?:^|\.)config\./.test(path)) return otherOptions(value);
  if (name === 'image' && !path.includes('statefulset')) return otherImages(value);
  return otherTexts(name, value);
}

/** Labels of nodes may be called as a field of the language is. */
function isSchedulingField(path: string): boolean {
  return /(?:^|\.)(?:nodeSelector|annotations|config)\./.test(path);
}

function otherNumbers(value: number): number[] {
  const others = [value + 1, value - 1, value * 2, Math.floor(value / 2), value * 10];
  return [...new Set(others)].filter((each) => each >= 0 && each !== value);
}

function otherLists(list: readonly unknown[]): unknown[][] {
  const other = (each: unknown): unknown =>
    typeof each === 'number' ? each + Math.max(...(list as number[])) + 7 : `${String(each)}x`;
  const swapped = list.map((_, at) => list.map((each, index) => (index === at ? other(each) : each)));
  const more = [...list, other(list.at(-1))];
  return list.length > 1 ? [more, ...swapped, list.slice(0, -1)] : [more, ...swapped];
}

function otherImages(image: string): string[] {
  const [, name = image] = /^(.*?)(?::[^/:]*)?$/.exec(image) ?? [];
  return [...(serverVersions['mariadb'] ?? []).map((version) => `${name}:${version}`), `${name}:11.8.6-ubi`];
}

/** An option of a server: of several parts each changed alone. */
function otherOptions(value: string): string[] {
  const parts = value.split(';');
  return parts.flatMap((part, at) =>
    othersOfOption(part).map((other) => parts.map((each, index) => (index === at ? other : each)).join(';')),
  );
}

function othersOfOption(text: string): string[] {
  if (!/\d/.test(text)) return [`${text}x`];
  const changedBy = (change: (number: number) => number): string =>
    text.replace(/\d+(?=\D*$)/, (number) => String(Math.max(1, Math.floor(change(Number(number))))));
  return [
    changedBy((number) => number * 2),
    changedBy((number) => number + 3),
    changedBy((number) => number / 2),
    changedBy((number) => number / 4),
    changedBy((number) => number * 1.45),
  ];
}

const sizes = /^[0-9.]+(?:[KMGTP]i|[kMGTP])$/;
const durations = /^(?:[0-9.]+(?:ms|[dhms]))+$/;

function otherTexts(name: string, value: string): string[] {
  if (/^\d+%$/.test(value)) return ['10%', '25%', '35%', '55%', '70%'].filter((each) => each !== value);
  if (name === 'cpu' && /^\d+m?$/.test(value))
    return ['500m', '1', '2', '3', '6', '8'].filter((each) => each !== value);
  if (sizes.test(value)) {
    return otherSizes(value, [0.25, 0.5, 0.75, 1.5, 2, 8]);
  }
  if (durations.test(value)) {
    const total = milliseconds(value);
    return [0.5, 2, 60].map((factor) => `${Math.max(1, Math.round(total * factor))}ms`);
  }
  return [`${value}x`];
}

function otherSizes(value: string, factors: readonly number[]): string[] {
  const mebibytes = bytes(value) / 2 ** 20;
  return factors.map((factor) => `${Math.max(1, Math.round(mebibytes * factor))}Mi`);
}
