import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The first account of a database is none that the server or its image makes itself. */
export const initialUser = defineRule({
  id: 'galera/initial-user',
  severity: 'error',
  why: 'the image gives up the first start, or the password of an account that members and probes log in with is another one',
  source: 'MariaDB/mariadb-docker 11.8/docker-entrypoint.sh',
  messages: {
    own: (p: { database: string; name: string }) =>
      `the first account of ${p.database} is ${p.name}, which the server makes itself`,
  },
  checkTopology({ databases }, report) {
    for (const { name: database, statefulset } of databases) {
      const user = statefulset?.initialUser;
      if (!user || !own.has(user.name.toLowerCase())) continue;
      report('own', { database, name: user.name })
        .at(valueSpan(user, 'name'))
        .fix('choose another name, such as app; the password of root is that of rootPasswordSecret');
    }
  },
});

/** Accounts of the server, and those that its image makes for itself. */
const own: ReadonlySet<string> = new Set(['root', 'mysql', 'mariadb.sys', 'healthcheck']);
