import type { Field } from '../../manifests/index.js';
import { containersOf, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const reserved = {
  MariaDB: [
    '/var/lib/mysql',
    '/etc/mysql/conf.d',
    '/etc/mysql/custom.conf.d',
    '/scripts',
    '/run-script',
    '/docker-entrypoint-initdb.d',
    '/etc/git-secret',
    '/etc/mysql/certs/server',
    '/etc/mysql/certs/client',
    '/etc/mysql/certs/metrics-exporter',
    '/etc/mysql/config/exporter',
  ],
  Postgres: [
    '/var/initdb',
    '/dev/shm',
    '/var/pv',
    '/etc/config',
    '/run_scripts',
    '/role_scripts',
    '/scripts',
    '/tls/certs',
  ],
} as const;

/** Nothing is mounted or cloned where KubeDB mounts its own volumes, nor below. */
export const reservedPath = defineRule({
  id: 'kubedb/reserved-path',
  severity: 'error',
  why: 'KubeDB refuses a database that mounts something at a path of its own or below it',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go, pkg/webhooks/kubedb/v1/postgres.go',
  messages: {
    mount: (p: { database: string; path: string; reserved: string }) =>
      `${p.database} mounts ${p.path}, but ${p.reserved} is KubeDB's`,
    clone: (p: { database: string; path: string; reserved: string }) =>
      `${p.database} clones its scripts to ${p.path}, but ${p.reserved} is KubeDB's`,
  },
  checkManifests(manifests, report) {
    for (const database of databaseObjects(manifests)) {
      const { kind, name, spec } = database;
      for (const container of containersOf(database)) {
        for (const mount of container.at('volumeMounts').items()) {
          const path = mount.at('mountPath');
          const hit = reservedAbove(path.text, reserved[kind]);
          if (hit === undefined) continue;
          report('mount', { database: name, path: path.text ?? '', reserved: hit })
            .at(path.span)
            .fix('mount it at a path of your own, such as /own');
        }
      }
      if (kind !== 'MariaDB') continue;
      for (const { path, argument } of gitRoots(spec)) {
        const hit = reservedAbove(path, reserved[kind]);
        if (hit === undefined) continue;
        report('clone', { database: name, path, reserved: hit })
          .at(argument.span)
          .fix('clone to a path of your own, such as --root=/git');
      }
    }
  },
});

function reservedAbove(path: string | undefined, list: readonly string[]): string | undefined {
  if (path === undefined) return undefined;
  const clean = `/${path.split('/').filter(Boolean).join('/')}`;
  return list.find((each) => clean === each || clean.startsWith(`${each}/`));
}

/** Where git-sync puts what it clones. */
function gitRoots(spec: Field): { readonly path: string; readonly argument: Field }[] {
  return spec
    .at('init', 'script', 'git', 'args')
    .items()
    .flatMap((argument) => {
      const path = /^--root=(.*)$/.exec(argument.text ?? '')?.[1];
      return path === undefined ? [] : [{ path, argument }];
    });
}
