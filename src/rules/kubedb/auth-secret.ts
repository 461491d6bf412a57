import { Buffer } from 'node:buffer';
import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { type DatabaseObject, databaseObjects, mariadbModeOf } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  key: (p: { database: string; secret: string; keys: readonly string[] }) =>
    `the secret ${p.secret} of ${p.database} has no ${p.keys.join(' and no ')}`,
  user: (p: { database: string; secret: string; user: string }) =>
    `the secret ${p.secret} of ${p.database} is for the user ${p.user}, but KubeDB's MariaDB knows only root`,
  transfer: (p: { database: string; secret: string }) =>
    `the password in the secret ${p.secret} of ${p.database} has a #, a quote or a space, which ends it for mariabackup`,
};

/** The secret given to a database has the user and the password that KubeDB reads from it. */
export const authSecret = defineRule({
  id: 'kubedb/auth-secret',
  severity: 'error',
  why: 'the pods read username and password from this secret and stay in CreateContainerConfigError without them, the root of a MariaDB has no other name, and mariabackup gets its password through a file without quotes',
  source:
    'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go, apis/kubedb/constants.go; kubedb/mariadb-init-docker scripts/on-start.sh',
  messages,
  checkManifests(manifests, report) {
    const secrets = new Map<string, Manifest>();
    for (const secret of manifests.of('Secret', ''))
      secrets.set(`${secret.namespace ?? ''}/${secret.name}`, secret);
    for (const database of databaseObjects(manifests)) {
      const name = database.spec.at('authSecret', 'name').text;
      const secret = secrets.get(`${database.namespace ?? ''}/${name ?? ''}`);
      if (secret) checkSecret(database, secret, report);
    }
  },
});

function checkSecret(database: DatabaseObject, secret: Manifest, report: Report<typeof messages>): void {
  const reference = database.spec.at('authSecret', 'name').span;
  const names = { database: database.name, secret: secret.name };
  const missing = ['username', 'password'].filter(
    (key) => !secret.root.at('data', key).given && !secret.root.at('stringData', key).given,
  );
  if (missing.length > 0) {
    report('key', { ...names, keys: missing })
      .at(secret.root.at('metadata', 'name').span)
      .related(reference, 'the database takes it')
      .fix('give it the type kubernetes.io/basic-auth with the keys username and password');
  }
  if (transfersByBackup(database) && /[#'"\s]/.test(textOf(secret, 'password')?.text ?? '')) {
    report('transfer', names)
      .at(secret.root.at('metadata', 'name').span)
      .related(database.spec.at('wsrepSSTMethod').span, 'the way of the transfer')
      .fix('take a password of letters and digits, or wsrepSSTMethod: rsync');
  }
  const user = textOf(secret, 'username');
  if (database.kind !== 'MariaDB' || !user || user.text === 'root') return;
  report('user', { ...names, user: user.text })
    .at(user.field.span)
    .related(reference, 'the database takes it')
    .fix(user.encoded ? 'write cm9vdA==, root in base64' : 'write root');
}

function transfersByBackup(database: DatabaseObject): boolean {
  if (database.kind !== 'MariaDB' || database.spec.at('wsrepSSTMethod').text !== 'mariabackup') return false;
  return mariadbModeOf(database) === 'GaleraCluster';
}

/** What `stringData` says counts before what `data` says. */
function textOf(
  { root }: Manifest,
  key: string,
): { readonly field: Field; readonly text: string; readonly encoded: boolean } | undefined {
  const plain = root.at('stringData', key);
  if (plain.text !== undefined) return { field: plain, text: plain.text, encoded: false };
  const field = root.at('data', key);
  if (field.text === undefined) return undefined;
  return { field, text: Buffer.from(field.text, 'base64').toString(), encoded: true };
}
