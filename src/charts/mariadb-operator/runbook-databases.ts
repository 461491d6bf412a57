import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import {
  applyWave,
  command,
  kubectl,
  onEachCluster,
  type Reached,
  type RunbookBlock,
  type RunbookStep,
} from '../runbook-step.js';
import { kinds, onEachDatabase, onOneDatabase } from './runbook-facts.js';

/** The databases, and of one that spans clusters the member first that has the data. */
export function createDatabases(databases: readonly MariadbOperatorDatabasePlan[]): RunbookStep[] {
  const later = databases.filter(({ bootstrap }) => bootstrap);
  const laterHomes = new Set(later.map(({ home }) => home));
  const first = databases.filter(({ home }) => !laterHomes.has(home));
  const rest = databases.filter(({ home }) => laterHomes.has(home));
  if (rest.length === 0) return [create('Create the databases of mariadb-operator', first)];
  return [
    create('Create the databases with which others begin', first, {
      before: founders(first),
      after: firstBackups(first, later),
    }),
    create('Create the databases that begin with a backup', rest),
  ];
}

function create(
  title: string,
  databases: readonly MariadbOperatorDatabasePlan[],
  {
    before = [],
    after = [],
  }: { readonly before?: readonly RunbookBlock[]; readonly after?: readonly RunbookBlock[] } = {},
): RunbookStep {
  const several = databases.some(({ replicas }) => replicas > 1);
  const copied = databases.some(({ bootstrap }) => bootstrap);
  return {
    phase: 'database',
    title,
    body: [
      ...before,
      {
        shell: onEachCluster([...new Set(databases.map(({ home }) => home))], (cluster) => {
          return applyWave(cluster, '70-database');
        }),
      },
      {
        text: `The first start pulls images and makes volumes${copied ? ', brings back a backup' : ''}${several ? ', and replicas start one after the other, each with a full copy' : ''}${copied ? ', which takes as long as the data is large' : '; give it up to half an hour'}.${databases.some(({ home }) => home.fleet !== undefined) ? ' Of a fleet, those that are not ready in time are named: repeat it for them.' : ''}`,
      },
      {
        shell: onEachDatabase(databases, (cluster, { namespace, name, bootstrap, galera }) =>
          command(
            `${kubectl(cluster)} -n ${namespace} wait --for=condition=Ready --timeout=${patience(cluster, bootstrap ? (galera?.timeouts.clusterBootstrap ?? '2h') : '30m')}`,
            `${kinds.mariadb}/${name}${cluster.looped ? ' || echo "NOT READY: $cluster"' : ''}`,
          ),
        ),
      },
      {
        expect: [
          ...new Set(databases.map(({ name }) => `mariadb.k8s.mariadb.com/${name} condition met`)),
        ].join('\n'),
      },
      {
        text: 'If one does not get there: what the operator says, and what the server says. `Pending` is a question of nodes or storage, `CrashLoopBackOff` one of options or memory.',
      },
      {
        shell: onOneDatabase(databases, (cluster, { namespace, name }) => [
          `${kubectl(cluster)} -n ${namespace} describe ${kinds.mariadb} ${name}`,
          `${kubectl(cluster)} -n ${namespace} logs ${name}-0 -c mariadb --tail=50`,
        ]),
      },
      ...after,
    ],
  };
}

/** The first member has the first data, so that it has to be the primary until the others have them too. */
function founders(databases: readonly MariadbOperatorDatabasePlan[]): RunbookBlock[] {
  return databases.flatMap(({ home, source, multiCluster }) => {
    if (!multiCluster || multiCluster.isPrimary) return [];
    return [
      {
        text: `If ${source.name} does not exist yet: it begins on ${home.name}, the first of its members. Write \`primary: ${home.name}\` until all clusters have it, and move the primary afterwards.`,
      },
    ];
  });
}

function firstBackups(
  databases: readonly MariadbOperatorDatabasePlan[],
  later: readonly MariadbOperatorDatabasePlan[],
): RunbookBlock[] {
  const sources = new Set(later.map(({ source }) => source));
  const begun = databases.filter(({ source, backups }) => sources.has(source) && backups.length > 0);
  if (begun.length === 0) return [];
  return [
    {
      text: 'The databases of the other clusters begin with a copy, so the first backup has to be complete. It is taken as soon as the database is ready:',
    },
    {
      shell: onEachDatabase(begun, (cluster, { namespace, backups }) =>
        backups
          .filter(({ kind }) => kind === 'physical')
          .map(({ objectName }) =>
            command(
              `${kubectl(cluster)} -n ${namespace} wait --for=condition=Complete --timeout=1h`,
              `${kinds.physicalBackup}/${objectName}`,
            ),
          ),
      ),
    },
  ];
}

/** How long one command waits: on a fleet not so long that one dead site holds up all others. */
function patience({ looped }: Reached, time: string): string {
  return looped ? '5m' : time;
}
