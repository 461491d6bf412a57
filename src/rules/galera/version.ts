import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { firstSitesOf } from '../sites.js';

/** First series whose image makes the account by which members copy data and probes log in. */
const first = [10, 6] as const;

/** The image of a Galera cluster can do what its start script asks of it. */
export const version = defineRule({
  id: 'galera/version',
  severity: 'error',
  why: 'the image does not make the account mysql@localhost, so that no member can copy the data of another one and no probe can log in',
  source: 'MariaDB/mariadb-docker 10.6/docker-entrypoint.sh',
  messages: {
    old: (p: { database: string; version: string }) =>
      `${p.database} runs MariaDB ${p.version}, and starts with ${first.join('.')} or newer`,
  },
  checkPlan(plan, report) {
    for (const { provider, version: said, source } of firstSitesOf(plan)) {
      if (provider !== 'statefulset' || said === undefined) continue;
      const [major = 0, minor = 0] = said.split('.').map(Number);
      if (major > first[0] || (major === first[0] && minor >= first[1])) continue;
      report('old', { database: source.name, version: said })
        .at(valueSpan(source, source.image === undefined ? 'version' : 'image'))
        .fix('write image: mariadb:11.8.8; to move data there, restore a dump');
    }
  },
});
