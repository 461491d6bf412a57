import { containersOf, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const forbidden = {
  MariaDB: new Set([
    'MYSQL_ROOT_PASSWORD',
    'MYSQL_ALLOW_EMPTY_PASSWORD',
    'MYSQL_RANDOM_ROOT_PASSWORD',
    'MYSQL_ONETIME_PASSWORD',
  ]),
  Postgres: new Set(['POSTGRES_PASSWORD', 'POSTGRES_USER']),
} as const;

/** No container sets the superuser or the password by a variable; that is what the secret is for. */
export const environment = defineRule({
  id: 'kubedb/environment',
  severity: 'error',
  why: 'KubeDB refuses a database whose containers set its superuser or password by environment variables',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    variable: (p: { database: string; variable: string }) =>
      `${p.database} sets ${p.variable}, which KubeDB refuses`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      for (const container of containersOf(database)) {
        for (const entry of container.at('env').items()) {
          const name = entry.at('name');
          if (!forbidden[database.kind].has(name.text ?? '')) continue;
          report('variable', { database: database.name, variable: name.text ?? '' })
            .at(name.span)
            .fix(
              'remove it, and name a secret of type kubernetes.io/basic-auth with username and password as spec.authSecret',
            );
        }
      }
    }
  },
});
