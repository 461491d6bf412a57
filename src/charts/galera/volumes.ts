import { createHash } from 'node:crypto';
import type { ProjectedSource, Volume, VolumeMount } from '../../imports/index.js';
import { type StatefulSetDatabasePlan, tlsFolder } from '../../plan/index.js';
import { namesOf } from './names.js';

/** Modes of files as the API takes them. */
const executable = 0o555;
const groupOnly = 0o440;

/** Where things are in the containers. */
export const paths = {
  data: '/var/lib/mysql',
  keep: '/keep',
  state: '/state',
  run: '/run/mysqld',
  scripts: '/scripts',
  configuration: '/etc/mysql/conf.d',
  secrets: '/secrets',
  exporter: '/etc/exporter',
} as const;

/** Files of the passwords, which only the very first start of a cluster reads. */
export const passwordFiles = { root: 'root-password', user: 'user-password' } as const;

/** Name of the claim of each replica. */
export const claim = 'data';

/** What the pods' containers may mount, beside the claim. */
export function volumesOf(database: StatefulSetDatabasePlan): Volume[] {
  const names = namesOf(database);
  return [
    { name: 'config', configMap: { name: names.configuration } },
    { name: 'scripts', configMap: { name: names.scripts, defaultMode: executable } },
    { name: 'secrets', projected: { defaultMode: groupOnly, sources: secretsOf(database) } },
    ...tlsVolumes(database),
    { name: 'state', emptyDir: { sizeLimit: '16Mi' } },
    { name: 'run', emptyDir: { sizeLimit: '16Mi' } },
    { name: 'tmp', emptyDir: { sizeLimit: database.temporary } },
    { name: 'census-tmp', emptyDir: { sizeLimit: '16Mi' } },
    ...(database.metrics ? [{ name: 'exporter', configMap: { name: names.exporter } }] : []),
  ];
}

function secretsOf({ rootPassword, initialUser }: StatefulSetDatabasePlan): ProjectedSource[] {
  const root = { name: rootPassword.name, items: [{ key: rootPassword.key, path: passwordFiles.root }] };
  if (!initialUser) return [{ secret: root }];
  const { name, key } = initialUser.password;
  return [{ secret: root }, { secret: { name, items: [{ key, path: passwordFiles.user }] } }];
}

/** The certificate and its authority, where there are any. */
export function tlsVolumes({ source }: StatefulSetDatabasePlan): Volume[] {
  const secretName = source.tls?.secret;
  return secretName === undefined ? [] : [{ name: 'tls', secret: { secretName, defaultMode: groupOnly } }];
}

/** Where they are read. */
export function tlsMounts({ source }: StatefulSetDatabasePlan): VolumeMount[] {
  return source.tls?.secret === undefined ? [] : [{ name: 'tls', mountPath: tlsFolder, readOnly: true }];
}

/** Digest of the files of a ConfigMap: on a pod template it makes a change of them a change of the pods. */
export function checksum(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name]}\0`);
  return hash.digest('hex');
}
