import type { Span } from '../../diagnostics/index.js';
import { type Database, keySpan } from '../../topology/index.js';

/** A field that the provider of a database does not know. */
export interface ForeignField {
  /** Its path in the database, as people write it. */
  readonly field: string;
  readonly span: Span;
  readonly fix: string;
}

type Remedy = string | ((database: Database, exampleVersion: string) => string);

/** Fields that a provider cannot act on, and what to do instead. */
const unknownTo: Readonly<Record<Database['provider'], Readonly<Record<string, Remedy>>>> = {
  kubedb: {
    image: ({ version }, exampleVersion) =>
      version === undefined
        ? `write a version of KubeDB's catalogue instead, such as version: "${exampleVersion}"`
        : 'remove it; the version decides the image',
    probes: 'remove it; KubeDB sets the probes itself',
    service: ({ name, namespace }) =>
      `remove it; clients reach the service ${name}.${namespace}.svc that KubeDB makes`,
    scheduling: 'remove it; spread and placement decide where replicas run',
    imagePullSecrets: 'remove it; KubeDB takes pull secrets from the values of its chart',
    'storage.wearSaving': 'remove it, or write the options it stands for into config',
    'tls.secret': 'remove it, and name a cert-manager issuer as tls.issuer',
    'tls.enabled': 'remove it; without tls nothing is encrypted',
  },
  'mariadb-operator': {
    deletionPolicy: 'remove it; the operator never deletes a volume',
    'service.fromNamespaces': 'remove it, and write a NetworkPolicy of your own: the operator writes none',
  },
  statefulset: {
    deletionPolicy: 'remove it; volumes outlive the StatefulSet',
    'tls.issuer':
      'remove it, let cert-manager write a secret, and name that secret as tls.secret; the page of the provider has the names it must hold',
    'tls.enabled': 'remove it; without tls.secret nothing is encrypted',
  },
};

/** The fields of a database that its provider does not know. */
export function foreignFields(database: Database, exampleVersion: string): ForeignField[] {
  const found: ForeignField[] = [];
  for (const [field, remedy] of Object.entries(unknownTo[database.provider])) {
    const span = spanOf(database, field.split('.'));
    if (!span) continue;
    const fix = typeof remedy === 'string' ? remedy : remedy(database, exampleVersion);
    found.push({ field, span, fix });
  }
  return found;
}

/** Where the key of a field stands; undefined when it is not there. */
function spanOf(database: Database, path: readonly string[]): Span | undefined {
  let container: Record<string, unknown> = database as unknown as Record<string, unknown>;
  for (const [index, key] of path.entries()) {
    const value = container[key];
    if (value === undefined) return undefined;
    if (index === path.length - 1) return keySpan(container, key);
    container = value as Record<string, unknown>;
  }
  return undefined;
}
