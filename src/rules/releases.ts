import { kubedbReleases, unsupportedKubedbReleases } from '../plan/index.js';

/** How a KubeDB release stands to those that dbspan knows. */
export type ReleaseStanding = 'known' | 'unsupported' | 'unknown';

/** Judges a release by its name, which starts with a `v`. Older than the oldest known one is unsupported. */
export function releaseStanding(name: string): ReleaseStanding {
  if (kubedbReleases.some((release) => release.name === name)) return 'known';
  if (unsupportedKubedbReleases.includes(name)) return 'unsupported';
  const oldest = kubedbReleases[0]?.name ?? '';
  return isOlder(name, oldest) ? 'unsupported' : 'unknown';
}

/** By the date in the name. A pre-release comes before the release of its date. */
function isOlder(name: string, than: string): boolean {
  const date = dateOf(name);
  const limit = dateOf(than);
  return date < limit || (date === limit && name.length > than.length);
}

function dateOf(name: string): number {
  const [, year, month, day] = /^v(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(name) ?? [];
  return (Number(year ?? 0) * 100 + Number(month ?? 0)) * 100 + Number(day ?? 0);
}

/** The newest release dbspan knows that is no preview. */
export function newestRelease(): string {
  return kubedbReleases.filter(({ preview }) => !preview).at(-1)?.name ?? '';
}
