import { type ClusterPlan, type KubedbDatabasePlan, type SlicePlan, shellWord } from '../../plan/index.js';
import {
  code,
  command,
  inProbePod,
  kubectl,
  onEach,
  type RunbookBlock,
  type RunbookStep,
} from '../runbook-step.js';
import { kinds } from './runbook-facts.js';

/**
 * KubeDB's containers of a pod: the coordinator stands in every Postgres pod and in those of a Galera cluster.
 * Source: kubedb/apimachinery apis/kubedb/constants.go.
 */
function ownContainers({ engine, replicas }: KubedbDatabasePlan): string[] {
  if (engine === 'postgres') return ['postgres', 'pg-coordinator'];
  return replicas > 1 ? ['mariadb', 'md-coordinator'] : ['mariadb'];
}

/** The replicas of one database: where they are, and that they form one database. */
export function verifyDatabase(database: KubedbDatabasePlan): RunbookStep {
  const { namespace, name } = database;
  const places = placesOf(database);
  const own = ownContainers(database);
  const count = own.length + (database.distributed ? 1 : 0);
  const slice = database.distributed ? ', and the one that the slice adds' : '';
  return {
    phase: 'verify',
    title: `Look at ${namespace}/${name}`,
    body: [
      {
        text: `Every replica where it belongs, all its containers ready (${own.map(code).join(' and ')}${slice}):`,
      },
      {
        shell: onEach(
          places,
          ({ cluster, pods }) => `${kubectl(cluster)} -n ${namespace} get pods ${pods.join(' ')}`,
        ),
      },
      {
        expect: places
          .flatMap(({ name: place, pods }) => [
            ...(places.length > 1 ? [`== ${place}`] : []),
            ...pods.map((pod) => `${pod}   ${count}/${count}   Running`),
          ])
          .join('\n'),
      },
      ...(database.engine === 'mariadb' ? verifyMariadb(database) : verifyPostgres(database)),
    ],
  };
}

interface Place {
  /** Name of the cluster. */
  readonly name: string;
  readonly cluster: ClusterPlan;
  readonly pods: readonly string[];
}

function placesOf({ name, placements }: KubedbDatabasePlan): Place[] {
  return placements.map(({ cluster, ordinals }) => ({
    name: cluster.name,
    cluster,
    pods: ordinals.map((ordinal) => `${name}-${ordinal}`),
  }));
}

/** Asked on every cluster: the two sides of a cut see different things. */
function verifyMariadb(database: KubedbDatabasePlan): RunbookBlock[] {
  const { namespace, replicas } = database;
  const galera = replicas > 1;
  const query = galera
    ? "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_connected', 'wsrep_local_state_comment', 'wsrep_ready')"
    : 'SELECT VERSION()';
  const client = `'MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mariadb -uroot -BN -e "$1"' sh ${shellWord(query)}`;
  const asked = onEach(placesOf(database), ({ cluster, pods }) =>
    command(`${kubectl(cluster)} -n ${namespace} exec ${pods[0] ?? ''} -c mariadb --`, `sh -c ${client}`),
  );
  if (!galera) return [{ text: 'It answers:' }, { shell: asked }];
  return [
    {
      text: 'Ask the first replica of each cluster. The password is the container’s own and is not shown.',
    },
    { shell: asked },
    {
      text: 'Each must say the same, in whatever order. Another size, or a status other than `Primary`, means that a cluster is cut off or a replica still joins:',
    },
    {
      expect: [
        ['wsrep_cluster_size', String(replicas)],
        ['wsrep_cluster_status', 'Primary'],
        ['wsrep_connected', 'ON'],
        ['wsrep_local_state_comment', 'Synced'],
        ['wsrep_ready', 'ON'],
      ]
        .map(([variable = '', value = '']) => `${variable.padEnd(25)}   ${value}`)
        .join('\n'),
    },
  ];
}

function verifyPostgres(database: KubedbDatabasePlan): RunbookBlock[] {
  const { namespace, name, replicas } = database;
  const places = placesOf(database);
  const queries = [
    "SELECT CASE WHEN pg_is_in_recovery() THEN 'standby' ELSE 'primary' END",
    'SELECT application_name, state FROM pg_stat_replication ORDER BY application_name',
  ];
  const asked = places.flatMap(({ cluster, pods }) =>
    pods.flatMap((pod) => [
      `echo '== ${pod}'`,
      command(
        `${kubectl(cluster)} -n ${namespace} exec ${pod} -c postgres -- psql -U postgres -At`,
        ...queries.map((query) => `-c ${shellWord(query)}`),
      ),
    ]),
  );
  const pods = places.flatMap((place) => place.pods);
  const primary = `${name}-0`;
  const standbys = pods.filter((pod) => pod !== primary).sort();
  const result = pods.flatMap((pod) =>
    pod === primary
      ? [`== ${pod}`, 'primary', ...standbys.map((each) => `${each}|streaming`)]
      : [`== ${pod}`, 'standby'],
  );
  const rows =
    replicas > 1
      ? `One replica, whichever it is, must be the primary and list the ${replicas - 1} others by name, each \`streaming\`; the others are standbys and list nothing. With ${primary} as the primary:`
      : 'It must be the primary, with nobody to stream to:';
  return [{ text: 'Ask every replica:' }, { shell: asked }, { text: rows }, { expect: result.join('\n') }];
}

/** The names of the databases, asked on every member. */
export function verifyNames(
  { members, source }: SlicePlan,
  databases: readonly KubedbDatabasePlan[],
): RunbookStep {
  const lookups = databases.map((database) => `nslookup -type=a ${hostOf(database)}`);
  return {
    phase: 'verify',
    title: 'Resolve the names on every member',
    body: [
      {
        shell: onEach(members, (member) =>
          inProbePod(
            member,
            lookups.length === 1 ? (lookups[0] ?? '') : `sh -c ${shellWord(lookups.join('; '))}`,
          ),
        ),
      },
      { text: `On every member, each name with addresses out of the slice’s ${code(source.subnet)}:` },
      { expect: databases.map((database) => `Name:   ${hostOf(database)}\nAddress: …`).join('\n') },
      {
        text: '`No answer` means that the service is not exported yet; `NXDOMAIN`, that the DNS of that member does not forward.',
      },
    ],
  };
}

/** The name that clients use. Source: kubedb/apimachinery apis/kubedb/v1/mariadb_helpers.go. */
function hostOf({ namespace, name, distributed }: KubedbDatabasePlan): string {
  return `${name}.${namespace}.svc${distributed ? '.slice.local' : ''}`;
}

/** How clients reach a database. */
export function connect(database: KubedbDatabasePlan): RunbookStep {
  const { engine, distributed, home, namespace, name, source } = database;
  const { kind, port, user } = kinds[engine];
  const secret = source.rootPasswordSecret?.name ?? `${name}-auth`;
  const from = distributed
    ? 'from a pod in a namespace of the slice, on any member'
    : `from a pod on ${home.name}`;
  return {
    phase: 'verify',
    title: `Connect to ${namespace}/${name}`,
    body: [
      {
        text: `${kind} answers at ${code(`${hostOf(database)}:${port}`)}, ${from}. User and password (\`${user}\`) are the keys \`username\` and \`password\` of this Secret; let workloads refer to it rather than print it.`,
      },
      { shell: [`${kubectl(home)} -n ${namespace} get secret ${secret}`] },
    ],
  };
}
