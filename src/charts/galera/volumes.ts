import { createHash } from 'node:crypto';
import type { Volume, VolumeMount } from '../../imports/index.js';
import { type StatefulSetDatabasePlan, tlsFolder } from '../../plan/index.js';
import type { SecretKey } from '../../topology/index.js';
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
  rootPassword: '/secrets/root',
  userPassword: '/secrets/user',
  exporter: '/etc/exporter',
} as const;

/** File of a password in its folder. */
export const passwordFile = 'password';

/** Name of the claim of each replica. */
export const claim = 'data';

/** What the pods' containers may mount, beside the claim. */
export function volumesOf(database: StatefulSetDatabasePlan): Volume[] {
  const names = namesOf(database);
  return [
    { name: 'config', configMap: { name: names.configuration } },
    { name: 'scripts', configMap: { name: names.scripts, defaultMode: executable } },
    ...passwordVolumes(database),
    ...tlsVolumes(database),
    // Not on a disk: written every second while a member waits, and by a server whose disk is full.
    { name: 'state', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } },
    { name: 'run', emptyDir: { sizeLimit: '16Mi' } },
    { name: 'tmp', emptyDir: { sizeLimit: database.temporary } },
    { name: 'census-tmp', emptyDir: { sizeLimit: '16Mi' } },
    ...(database.metrics ? [{ name: 'exporter', configMap: { name: names.exporter } }] : []),
  ];
}

/** The passwords, which only the very first start of a cluster reads. */
function passwordVolumes({ rootPassword, initialUser }: StatefulSetDatabasePlan): Volume[] {
  const root = passwordVolume('root-password', rootPassword);
  return initialUser ? [root, passwordVolume('user-password', initialUser.password)] : [root];
}

function passwordVolume(name: string, { name: secretName, key }: Required<SecretKey>): Volume {
  return { name, secret: { secretName, defaultMode: groupOnly, items: [{ key, path: passwordFile }] } };
}

/** Where the passwords are read. */
export function passwordMounts({ initialUser }: StatefulSetDatabasePlan): VolumeMount[] {
  const root = { name: 'root-password', mountPath: paths.rootPassword, readOnly: true };
  const user = { name: 'user-password', mountPath: paths.userPassword, readOnly: true };
  return initialUser ? [root, user] : [root];
}

/** Keys of the secret of a certificate, as cert-manager writes them, and files of the same names. */
const certificateFiles = ['ca.crt', 'tls.crt', 'tls.key'];

/** The certificate and its authority, where there are any. */
export function tlsVolumes({ source }: StatefulSetDatabasePlan): Volume[] {
  const secretName = source.tls?.secret;
  if (secretName === undefined) return [];
  const items = certificateFiles.map((key) => ({ key, path: key }));
  return [{ name: 'tls', secret: { secretName, defaultMode: groupOnly, items } }];
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
