import { type StatefulSetDatabasePlan, serverSocket, shellWord } from '../../plan/index.js';
import {
  code,
  command,
  onEachCluster,
  type Reached,
  type RunbookBlock,
  type RunbookStep,
} from '../runbook-step.js';
import { type Entry, groupSize, inNamespace, memberSelector, ordinals } from './runbook-facts.js';

/** A query in the container of a member, as the account that the server knows by its process. */
export function asMysql(
  cluster: Reached,
  database: StatefulSetDatabasePlan,
  member: string,
  query: string,
): string {
  return command(
    `${inNamespace(cluster, database)} exec ${member} -c mariadb --`,
    `mariadb --no-defaults --user=mysql --socket=${serverSocket} -BN -e ${shellWord(query)}`,
  );
}

const statusQuery =
  "SHOW GLOBAL STATUS WHERE Variable_name IN ('wsrep_cluster_size', 'wsrep_cluster_status', 'wsrep_local_state_comment', 'wsrep_ready')";

/** The members of a database, and that they form one cluster. */
export function verifyDatabase(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const containers = 2 + (database.metrics ? 1 : 0);
  const pods = Array.from({ length: database.replicas }, (_, ordinal) => `${database.name}-${ordinal}`);
  return {
    phase: 'verify',
    title: `Look at ${title}`,
    body: [
      { text: 'Every member on a node of its own, all its containers ready:' },
      {
        shell: onEachCluster(
          entry.clusters,
          (cluster) => `${inNamespace(cluster, database)} get pods -l ${memberSelector(database)} -o wide`,
        ),
      },
      { expect: pods.map((pod) => `${pod}   ${containers}/${containers}   Running`).join('\n') },
      { text: 'Each member must say the same. No password is needed inside the pods:' },
      {
        shell: onEachCluster(entry.clusters, (cluster) => [
          `for member in ${ordinals(database)}; do`,
          `  echo "-- $member"`,
          `  ${asMysql(cluster, database, `${database.name}-$member`, statusQuery).replaceAll('\n', '\n  ')}`,
          'done',
        ]),
      },
      {
        expect: [
          ['wsrep_cluster_size', String(groupSize(database))],
          ['wsrep_cluster_status', 'Primary'],
          ['wsrep_local_state_comment', 'Synced'],
          ['wsrep_ready', 'ON'],
        ]
          .map(([variable = '', value = '']) => `${variable.padEnd(25)}   ${value}`)
          .join('\n'),
      },
      ...(database.arbitrator
        ? [{ text: 'The arbitrator counts in the size: it has a vote, and no data.' }]
        : []),
      ...(database.metrics ? metrics(entry) : []),
    ],
  };
}

function metrics({ clusters, database }: Entry): RunbookBlock[] {
  return [
    {
      text: 'The exporter answers, and the server answers it; the first line must be `mysql_up 1` (end the first command with Ctrl-C, or let its time run out):',
    },
    {
      shell: onEachCluster(clusters, (cluster) => [
        `timeout 20 ${inNamespace(cluster, database)} port-forward pod/${database.name}-0 9104 >/dev/null &`,
        "sleep 5; curl -s http://127.0.0.1:9104/metrics | grep '^mysql_up'; wait",
      ]),
    },
  ];
}

/** How clients reach a database. */
export function connect(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { name, namespace, home, service, rootPassword, initialUser } = database;
  const host = `${name}.${namespace}.svc.${home.domain}`;
  const account = initialUser
    ? `${code(initialUser.name)}, whose password is in the Secret ${code(initialUser.password.name)}, on the database ${code(initialUser.database)}; \`root\` is in ${code(rootPassword.name)}`
    : `\`root\`, whose password is in the Secret ${code(rootPassword.name)}; give applications accounts of their own`;
  const body: RunbookBlock[] = [
    {
      text: `Clients in the cluster connect to ${code(`${host}:3306`)} and land on any ready member; each takes writes. The account is ${account}. Two members that change the same row at the same time make one of the two commits fail with error 1213: applications must try such a transaction again, or be pointed at one member (${code(`${name}-0.${name}-peers.${namespace}.svc.${home.domain}`)}).`,
    },
  ];
  if (service.type === 'LoadBalancer') {
    body.push(
      { text: 'From outside, at the address of the load balancer:' },
      {
        shell: onEachCluster(
          entry.clusters,
          (cluster) =>
            `${inNamespace(cluster, database)} get service ${name} -o jsonpath='{.status.loadBalancer.ingress[0]}{"\\n"}'`,
        ),
      },
      {
        text: 'Nothing there after some minutes: `kubectl describe service` holds the cloud’s reason. An address that does not answer: the client is not in `service.allowFrom`, or the balancer itself is not, where it checks health from addresses of its own subnet (AWS) or connects from them (OpenStack); then add that subnet.',
      },
    );
  }
  return { phase: 'verify', title: `Connect to ${title}`, body };
}
