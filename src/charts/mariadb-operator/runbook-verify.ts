import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { code, command, kubectl, type RunbookBlock, type RunbookStep } from '../runbook-step.js';
import { type Entry, inServer, kinds, onEachDatabase } from './runbook-facts.js';
import { clientService } from './services.js';

/** That the servers of an entry run, and form what they shall form. */
export function verify({ title, namespace, databases, first }: Entry): RunbookStep {
  return {
    phase: 'verify',
    title: `Look at ${title}`,
    body: [
      {
        shell: onEachDatabase(databases, (cluster, { name }) => [
          `${kubectl(cluster)} -n ${namespace} get ${kinds.mariadb} ${name}`,
          `${kubectl(cluster)} -n ${namespace} get pods -l app.kubernetes.io/instance=${name} -o wide`,
        ]),
      },
      {
        text: `The database \`True\` and \`Running\`, and ${pods(first)}.`,
      },
      ...asked(databases, first),
      ...among(databases, first),
      ...accounts(databases),
    ],
  };
}

function pods({ replicas, antiAffinity }: MariadbOperatorDatabasePlan): string {
  if (replicas === 1) return 'its pod `1/1`';
  return `${replicas} pods, each \`2/2\` (the server, and the operator’s agent)${antiAffinity ? ' and on a node of its own' : ''}`;
}

function asked(
  databases: readonly MariadbOperatorDatabasePlan[],
  { galera, replicas }: MariadbOperatorDatabasePlan,
): RunbookBlock[] {
  const query = galera
    ? "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_ready')"
    : 'SELECT VERSION()';
  const shell = onEachDatabase(databases, (cluster, { namespace, name }) =>
    command(`${kubectl(cluster)} -n ${namespace} exec ${name}-0 -c mariadb --`, inServer(query)),
  );
  if (!galera) return [{ text: 'It answers:' }, { shell }];
  return [
    { text: 'Ask the first replica. The password is the container’s own and is not shown.' },
    { shell },
    {
      expect: [
        ['wsrep_cluster_size', String(replicas)],
        ['wsrep_cluster_status', 'Primary'],
        ['wsrep_local_state_comment', 'Synced'],
        ['wsrep_ready', 'ON'],
      ]
        .map(([variable = '', value = '']) => `${variable.padEnd(25)}   ${value}`)
        .join('\n'),
    },
  ];
}

function among(
  databases: readonly MariadbOperatorDatabasePlan[],
  { multiCluster }: MariadbOperatorDatabasePlan,
): RunbookBlock[] {
  if (!multiCluster) return [];
  return [
    { text: 'Every cluster reaches every other, and all name the same primary:' },
    {
      shell: onEachDatabase(databases, (cluster, { namespace, name }) => [
        `${kubectl(cluster)} -n ${namespace} get ${kinds.external}`,
        command(
          `${kubectl(cluster)} -n ${namespace} get ${kinds.mariadb} ${name}`,
          `-o jsonpath='{.status.currentMultiClusterPrimary}{"  "}{.status.replication.replicas}{"\\n"}'`,
        ),
      ]),
    },
    {
      text: `\`True\` for each; ${code(multiCluster.primary)} everywhere; and on the clusters that follow, \`slaveIORunning\` and \`slaveSQLRunning\` true, and few \`secondsBehindMaster\`.`,
    },
  ];
}

function accounts(databases: readonly MariadbOperatorDatabasePlan[]): RunbookBlock[] {
  const withObjects = databases.filter(({ users, schemas, backups }) => {
    return users.length + schemas.length + backups.length > 0;
  });
  if (withObjects.length === 0) return [];
  return [
    { text: 'What belongs to it, each `True`, a backup after its first run:' },
    {
      shell: onEachDatabase(withObjects, (cluster, { namespace, users, schemas, backups }) => {
        const used = [
          ...(schemas.length > 0 ? [kinds.database] : []),
          ...(users.length > 0 ? [kinds.user] : []),
          ...(users.some(({ grants }) => grants.length > 0) ? [kinds.grant] : []),
          ...(users.some(({ connection }) => connection) ? [kinds.connection] : []),
          ...(backups.some(({ kind }) => kind === 'physical') ? [kinds.physicalBackup] : []),
          ...(backups.some(({ kind }) => kind === 'logical') ? [kinds.backup] : []),
        ];
        return `${kubectl(cluster)} -n ${namespace} get ${used.join(',')}`;
      }),
    },
  ];
}

/** How clients reach the database. */
export function connect({ title, databases, first }: Entry): RunbookStep {
  return {
    phase: 'verify',
    title: `Connect to ${title}`,
    body: [
      { text: `${whereItAnswers(databases, first)}${tlsNote(first)}` },
      ...balanced(databases),
      {
        text: `The administrator is \`root\`, with the password in the Secret ${code(first.rootPassword.name)}; let workloads have accounts of their own, and refer to a Secret rather than print it.`,
      },
      ...connections(first),
    ],
  };
}

function whereItAnswers(
  { length }: readonly MariadbOperatorDatabasePlan[],
  first: MariadbOperatorDatabasePlan,
): string {
  const { namespace, home, replicas, multiCluster } = first;
  const primary = multiCluster?.members.find(({ name }) => name === multiCluster.primary);
  if (primary) {
    return `Clients that write go to ${code(`${primary.host}:${primary.port}`)}, the primary; the others answer reads, at hosts of their own.`;
  }
  const each = length > 1 ? ', on each cluster its own,' : '';
  const writes = replicas > 1 ? ' It leads to the one replica that takes the writes, and moves with it.' : '';
  const host = `${clientService(first)}.${namespace}.svc.${home.domain}:3306`;
  return `MariaDB answers at ${code(host)}${each} from a pod of the cluster.${writes}`;
}

function tlsNote({ name, tls, multiCluster, source }: MariadbOperatorDatabasePlan): string {
  if (!tls.enabled) return ' Nothing is encrypted.';
  const must = tls.required ? 'must use' : 'may use';
  const bundle = code(`${multiCluster ? `${source.name}-CLUSTER` : name}-ca-bundle`);
  return ` Clients ${must} TLS 1.3, and verify the server with \`ca.crt\` of the Secret ${bundle}.`;
}

function balanced(databases: readonly MariadbOperatorDatabasePlan[]): RunbookBlock[] {
  const exposed = databases.filter(({ service }) => service.type === 'LoadBalancer');
  if (exposed.length === 0) return [];
  return [
    { text: 'From outside, at the address under EXTERNAL-IP:' },
    {
      shell: onEachDatabase(exposed, (cluster, database) => {
        return `${kubectl(cluster)} -n ${database.namespace} get service ${clientService(database)}`;
      }),
    },
    {
      text: 'Its address, its networks and its traffic policy are heeded when the Service is made and never again: to change one, delete the Service, and the operator makes it anew.',
    },
  ];
}

function connections({ users }: MariadbOperatorDatabasePlan): RunbookBlock[] {
  const lines = users.flatMap(({ source, connection }) => {
    return connection ? [`- ${code(source.name)}: the Secret ${code(connection.secret)}`] : [];
  });
  if (lines.length === 0) return [];
  return [
    {
      text: `These Secrets hold a whole connection, under the keys \`username\`, \`password\`, \`host\`, \`port\`, \`database\` and \`dsn\`:\n\n${lines.join('\n')}`,
    },
  ];
}
