import type { DatabasePlan } from '../plan/index.js';
import { type DatabaseContext, inDatabase } from './context.js';
import { fixed, made, said, type Table } from './table.js';
import { startWords, stopWords } from './words.js';

type Context<Database extends DatabasePlan = DatabasePlan> = DatabaseContext<Database>;

/** Steps below the database's entry, for a table. */
export function at(...steps: readonly (string | number)[]) {
  return (context: Context) => [inDatabase(context, ...steps)];
}

/** The kind of an object of a database. */
export const head: Table<Context> = {
  apiVersion: fixed('the version that the provider’s releases serve'),
  kind: made(({ database: { provider, engine } }) => `fixed: what ${provider} has for ${engine}`),
  'metadata.namespace': said(at('namespace')),
};

/** Requests and limits of a server's container. */
export const resources: Table<Context> = {
  cpu: said(at('resources', 'cpu')),
  memory: {
    of: at('resources', 'memory'),
    says: ({ database }) => {
      const uses = database.sizing.memory.parts
        .map(({ part }) => part)
        .slice(0, 3)
        .join(', ');
      return `what the server is sized for, request and limit alike: ${uses} and the rest (dbspan size --database ${database.source.name})`;
    },
    unsaid: '1Gi, for which sizing.mode guaranteed chooses the settings',
  },
};

/** The three probes of a server. */
export const probes: Table<Context> = {
  'startupProbe.failureThreshold': {
    of: at('probes', 'startup', 'failureThreshold'),
    says: ({ database }) =>
      database.source.probes?.startup?.failureThreshold === undefined
        ? `a start takes up to ${startWords(database)}; in periods of 15 s, at least 40`
        : undefined,
  },
  'startupProbe.{periodSeconds,timeoutSeconds,initialDelaySeconds,successThreshold}': probe('startup'),
  'livenessProbe.{periodSeconds,timeoutSeconds,failureThreshold,initialDelaySeconds,successThreshold}':
    probe('liveness'),
  'readinessProbe.{periodSeconds,timeoutSeconds,failureThreshold,initialDelaySeconds,successThreshold}':
    probe('readiness'),
};

function probe(which: 'startup' | 'liveness' | 'readiness') {
  return {
    of: (context: Context, { pointer }: { readonly pointer: readonly (string | number)[] }) => [
      inDatabase(context, 'probes', which, String(pointer.at(-1))),
    ],
    unsaid: 'what slow hardware needs',
  };
}

/** How long a server gets to stop. */
export const stopTime = made<Context>(({ database }) => stopWords(database));

/** The entries of a table below a path. */
export function below<C>(path: string, table: Table<C>): Table<C> {
  return Object.fromEntries(Object.entries(table).map(([pattern, entry]) => [`${path}.${pattern}`, entry]));
}
