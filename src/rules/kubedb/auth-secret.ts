import { Buffer } from 'node:buffer';
import type { Report } from '../../diagnostics/index.js';
import type { Field, Manifest } from '../../manifests/index.js';
import { type DatabaseObject, databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

const messages = {
  key: (p: { database: string; secret: string; keys: readonly string[] }) =>
    `the secret ${p.secret} of ${p.database} has no ${p.keys.join(' and no ')}`,
  user: (p: { database: string; secret: string; user: string }) =>
    `the secret ${p.secret} of ${p.database} is for the user ${p.user}, but KubeDB's MariaDB knows only root`,
};

/** The secret given to a database has the user and the password that KubeDB reads from it. */
export const authSecret = defineRule({
  id: 'kubedb/auth-secret',
  severity: 'error',
  why: 'the pods read username and password from this secret and stay in CreateContainerConfigError without them, and the root of a MariaDB has no other name',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go, apis/kubedb/constants.go',
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
  const user = userOf(secret);
  if (database.kind !== 'MariaDB' || !user || user.text === 'root') return;
  report('user', { ...names, user: user.text })
    .at(user.field.span)
    .related(reference, 'the database takes it')
    .fix(`write ${user.right}`);
}

/** What `stringData` says counts before what `data` says. */
function userOf({
  root,
}: Manifest): { readonly field: Field; readonly text: string; readonly right: string } | undefined {
  const plain = root.at('stringData', 'username');
  if (plain.text !== undefined) return { field: plain, text: plain.text, right: 'root' };
  const encoded = root.at('data', 'username');
  if (encoded.text === undefined) return undefined;
  return {
    field: encoded,
    text: Buffer.from(encoded.text, 'base64').toString(),
    right: 'cm9vdA==, root in base64',
  };
}
