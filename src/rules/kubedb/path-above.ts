import { containersOf, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** Folders of the server's image that hold what it needs, above those that KubeDB reserves. */
const hidden = {
  MariaDB: {
    container: 'mariadb',
    paths: ['/etc/mysql', '/etc/mysql/certs', '/etc/mysql/config', '/etc', '/var/lib', '/var', '/'],
  },
  Postgres: { container: 'postgres', paths: ['/etc', '/var', '/dev', '/tls', '/'] },
} as const;

/** Nothing is mounted over a folder in which the server's image and KubeDB's volumes lie. */
export const pathAbove = defineRule({
  id: 'kubedb/path-above',
  severity: 'warning',
  why: 'KubeDB only looks for mounts at its own paths and below, so this is accepted and then hides what the server and its scripts need',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go; kubedb/mariadb-init-docker scripts/run.sh',
  messages: {
    above: (p: { database: string; path: string }) =>
      `${p.database} mounts ${p.path}, over the server's own files`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      const { container: server, paths } = hidden[database.kind];
      for (const container of containersOf(database)) {
        if (container.at('name').text !== server) continue;
        for (const mount of container.at('volumeMounts').items()) {
          const path = mount.at('mountPath');
          const clean = `/${(path.text ?? 'none').split('/').filter(Boolean).join('/')}`;
          if (!paths.some((each) => each === clean) || mount.at('subPath').given) continue;
          report('above', { database: database.name, path: path.text ?? '' })
            .at(path.span)
            .fix('mount it at a path of your own, such as /own; server options go under spec.configuration');
        }
      }
    }
  },
});
