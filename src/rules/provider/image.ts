import { serverVersionOfImage } from '../../plan/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf } from '../sites.js';

/** An image is one of the official ones of MariaDB, and its tag says which version is in it. */
export const image = defineRule({
  id: 'provider/image',
  severity: 'warning',
  why: 'a restart years later brings another major version into the cluster, and an image that is made otherwise has its files, users and start script elsewhere',
  source: 'MariaDB/mariadb-docker 11.8/docker-entrypoint.sh',
  messages: {
    moving: (p: { image: string }) => `${p.image} is another server from time to time`,
    digest: (p: { image: string }) => `${p.image} does not say which version is in it`,
    foreign: (p: { image: string }) => `${p.image} is not made like the official image of MariaDB`,
  },
  checkPlan(plan, report) {
    for (const { source } of firstSitesOf(plan)) {
      const { image } = source;
      if (image === undefined) continue;
      const { repository, version, digestOnly, digest } = serverVersionOfImage(image);
      const span = valueSpan(source, 'image');
      if (isForeign(repository)) {
        report('foreign', { image }).at(span).fix('use mariadb:11.8.8, or a mirror of it');
      } else if (digestOnly) {
        report('digest', { image })
          .at(span)
          .fix(
            'write the tag before the digest, as in mariadb:11.8.8@sha256:…: options and sizes are judged by the version',
          );
      } else if (version === undefined && digest === undefined) {
        report('moving', { image }).at(span).fix('use a tag that names the version, such as mariadb:11.8.8');
      }
    }
  },
});

/** Images with other paths, another account and a start script of their own. */
function isForeign(repository: string): boolean {
  const parts = repository.split('/');
  const last = parts.at(-1) ?? '';
  return (
    parts.some((part) => /^bitnami/.test(part)) || /^(?:mysql|percona|mariadb-galera|postgres)/.test(last)
  );
}
