import { serverVersionOfImage } from './image.js';

/** Release series of MariaDB with long support, oldest first: what a cluster goes through one after the other. */
const longTermSeries = ['10.4', '10.5', '10.6', '10.11', '11.4', '11.8', '12.3'];

/** Newest patches that were looked at. Source: MariaDB/mariadb-docker versions.json */
const newestPatch: Readonly<Record<string, string>> = {
  '10.5': '10.5.29',
  '10.6': '10.6.27',
  '10.11': '10.11.18',
  '11.4': '11.4.12',
  '11.8': '11.8.8',
};

/** The first series with a format of files that a full copy by mariabackup from an older one cannot become. */
const formats = ['10.5', '10.8'];

/** How an image stands to the one before it. */
export interface VersionEdge {
  /** `unknown` when one of the two does not say its version. */
  readonly kind: 'same' | 'patch' | 'patch-back' | 'series' | 'back' | 'unknown';
  readonly from: string;
  readonly to: string;
  /** Series with long support in between that are left out, oldest first. */
  readonly skipped: readonly string[];
  /** Series whose format of files lies in between; undefined when there is none. */
  readonly format: string | undefined;
}

/** Compares the MariaDB in two images. */
export function versionEdge(before: string, after: string): VersionEdge {
  const [from, to] = [serverVersionOfImage(before).version, serverVersionOfImage(after).version];
  if (from === undefined || to === undefined)
    return { kind: 'unknown', from: from ?? before, to: to ?? after, skipped: [], format: undefined };
  const difference = byVersion(seriesOf(from), seriesOf(to));
  const between = (series: string) => byVersion(series, seriesOf(from)) > 0;
  return {
    kind: difference === 0 ? patchEdge(from, to) : difference < 0 ? 'series' : 'back',
    from,
    to,
    skipped: longTermSeries.filter((series) => between(series) && byVersion(series, seriesOf(to)) < 0),
    format: formats.findLast((series) => between(series) && byVersion(series, seriesOf(to)) <= 0),
  };
}

function patchEdge(from: string, to: string): VersionEdge['kind'] {
  // Without a patch on both sides it is the newest one of the day.
  if (!/^\d+\.\d+\.\d+$/.test(from) || !/^\d+\.\d+\.\d+$/.test(to)) return 'same';
  const difference = byVersion(from, to);
  return difference === 0 ? 'same' : difference < 0 ? 'patch' : 'patch-back';
}

/** The images through which a cluster goes on its way to a later series: of the same repository and kind, without a digest. */
export function imagesBetween(before: string, after: string): string[] {
  const { kind, skipped } = versionEdge(before, after);
  if (kind !== 'series') return [];
  const { repository, tag } = serverVersionOfImage(after);
  const variant = /-ubi\d*/.exec(tag ?? '')?.[0] ?? '';
  return skipped.map((series) => `${repository}:${newestPatch[series] ?? series}${variant}`);
}

function seriesOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function byVersion(left: string, right: string): number {
  const [a, b] = [left.split('.').map(Number), right.split('.').map(Number)];
  for (const index of [0, 1, 2]) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
