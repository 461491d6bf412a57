import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';

/** A secret that a database refers to and that nobody makes for it. */
export interface NeededSecret {
  readonly name: string;
  /** What it is for, as the runbook says it. */
  readonly purpose: string;
  readonly content:
    | { readonly kind: 'password'; readonly keys: readonly string[] }
    | { readonly kind: 'credentials'; readonly keys: readonly string[] }
    | { readonly kind: 'certificate' }
    | { readonly kind: 'registry' };
}

/** The secrets of a database, each once. */
export function neededSecrets(database: MariadbOperatorDatabasePlan): NeededSecret[] {
  const { rootPassword, multiCluster, source } = database;
  // Also those of accounts and buckets that another cluster has at the moment: the primary may move here.
  const { users = [], backups = [] } = source.mariadbOperator ?? {};
  const secrets = new Map<
    string,
    { name: string; purpose: string; kind: 'password' | 'credentials'; keys: Set<string> }
  >();
  const add = (kind: 'password' | 'credentials', purpose: string, name: string, key: string): void => {
    const known = secrets.get(name);
    if (known) {
      known.keys.add(key);
      if (!known.purpose.includes(purpose)) known.purpose += `, ${purpose}`;
    } else secrets.set(name, { name, purpose, kind, keys: new Set([key]) });
  };
  if (!rootPassword.generate) add('password', 'the password of root', rootPassword.name, rootPassword.key);
  if (multiCluster) {
    const { name, key } = multiCluster.replicationPassword;
    add('password', 'the password of replication', name, key);
  }
  for (const { name: account, passwordSecret } of users) {
    const { name, key = 'password' } = passwordSecret;
    add('password', `the password of ${account}`, name, key);
  }
  for (const { s3 } of backups) {
    if (!s3) continue;
    for (const { name, key = 'password' } of [s3.accessKeyId, s3.secretAccessKey]) {
      add('credentials', `the keys of the bucket ${s3.bucket}`, name, key);
    }
  }
  return [
    ...[...secrets.values()].map(({ name, purpose, kind, keys }): NeededSecret => {
      return { name, purpose, content: { kind, keys: [...keys] } };
    }),
    ...(source.tls?.secret === undefined
      ? []
      : [
          {
            name: source.tls.secret,
            purpose: 'the server’s certificate, its key and its authority',
            content: { kind: 'certificate' } as const,
          },
        ]),
    ...(source.imagePullSecrets ?? []).map((name): NeededSecret => {
      return { name, purpose: 'the registry', content: { kind: 'registry' } };
    }),
  ];
}
