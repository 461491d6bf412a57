import { type DatabaseObject, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const reserved = {
  MariaDB: [
    'data',
    'custom-config',
    'init-scripts',
    'run-script',
    'initial-script',
    'git-secret',
    'tls-server-config',
    'tls-client-config',
    'tls-metrics-exporter-config',
    'metrics-exporter-config',
  ],
  Postgres: [
    'initial-script',
    'shared-memory',
    'data',
    'custom-config',
    'run-scripts',
    'role-scripts',
    'scripts',
    'certs',
  ],
} as const;

/** No volume of the pod template has the name of one that KubeDB adds itself. */
export const reservedVolume = defineRule({
  id: 'kubedb/reserved-volume',
  severity: 'error',
  why: 'KubeDB refuses a database with a volume of a name that it uses itself',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    volume: (p: { database: string; volume: string; kind: string }) =>
      `${p.database} has a volume called ${p.volume}, as KubeDB has for every ${p.kind}`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      const taken = namesTaken(database);
      for (const volume of database.spec.at('podTemplate', 'spec', 'volumes').items()) {
        const name = volume.at('name');
        if (name.text === undefined || !taken.has(name.text)) continue;
        report('volume', { database: database.name, volume: name.text, kind: database.kind })
          .at(name.span)
          .fix(`give it another name, such as own-${name.text}, here and in volumeMounts`);
      }
    }
  },
});

/** A Postgres also has a volume for each certificate that is declared. */
function namesTaken({ kind, name, spec }: DatabaseObject): ReadonlySet<string> {
  const taken = new Set<string>(reserved[kind]);
  if (kind === 'MariaDB') return taken;
  for (const certificate of spec.at('tls', 'certificates').items())
    taken.add(`${name}-${certificate.at('alias').text ?? ''}-cert`);
  return taken;
}
