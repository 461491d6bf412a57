import type { MariadbOperatorDatabasePlan, MultiClusterPlan } from '../../plan/index.js';
import { applyWave, code, command, kubectl, type RunbookBlock, type RunbookStep } from '../runbook-step.js';
import { type Entry, kinds, onOneDatabase } from './runbook-facts.js';

/** What has to be done by hand when something is wrong. */
export function mend(entries: readonly Entry[]): RunbookStep[] {
  const replicated = entries.filter(({ first }) => first.replicas > 1);
  const galera = entries.filter(({ first }) => first.galera);
  return [
    ...(replicated.length > 0 ? [brokenChange(replicated)] : []),
    ...(galera.length > 0 ? [lostQuorum(galera)] : []),
    ...entries.flatMap(movePrimary),
  ];
}

function brokenChange(entries: readonly Entry[]): RunbookStep {
  return {
    phase: 'mending',
    title: 'A change has broken a replica',
    body: [
      {
        text: 'The operator restarts one replica after the other, and each only while all are ready. When a change keeps the first of them from starting (an option that its release does not know, more memory than a node has), it waits, also with the change that undoes it: no commit mends that. The others go on serving. Undo the change in the topology and apply it, then delete the pod that does not start, and it comes back with what is right:',
      },
      {
        shell: entries.flatMap(({ databases }) =>
          onOneDatabase(
            databases,
            (cluster, { namespace, name }) =>
              `${kubectl(cluster)} -n ${namespace} get pods -l app.kubernetes.io/instance=${name}`,
          ),
        ),
      },
      { text: 'With its name, and the context and namespace of its database:' },
      { shell: ['kubectl --context CONTEXT -n NAMESPACE delete pod POD'] },
    ],
  };
}

function lostQuorum(entries: readonly Entry[]): RunbookStep {
  return {
    phase: 'mending',
    title: 'A Galera cluster does not come back by itself',
    body: [
      {
        text: 'When all replicas went down, the operator asks each how far it got and starts the cluster from the one that got farthest. Give it the time: a recovery that is cut short begins anew. What it is at, and what it found:',
      },
      {
        shell: entries.flatMap(({ databases }) =>
          onOneDatabase(databases, (cluster, { namespace, name }) =>
            command(
              `${kubectl(cluster)} -n ${namespace} get ${kinds.mariadb} ${name}`,
              `-o jsonpath='{.status.galeraRecovery}{"\\n"}'`,
            ),
          ),
        ),
      },
      {
        text: 'A release before the mend of 2026 trusts `safe_to_bootstrap: 1` even of a replica whose volume is empty, and then copies emptiness over the others. If a volume is new, or was swapped, do not wait: suspend the database (`spec.suspend: true`) and compare `grastate.dat` by hand. To start from one replica, whatever the others have, write `mariadbOperator.forceBootstrap` with its ordinal into the topology, apply it, wait until all are ready, and take it out again. What only the others had is lost.',
      },
    ],
  };
}

function movePrimary(entry: Entry): RunbookStep[] {
  const { title, namespace, databases, first } = entry;
  const { multiCluster } = first;
  if (!multiCluster) return [];
  const primary = databases.find(({ name }) => name === multiCluster.primary);
  const others = databases.filter((database) => database !== primary);
  const [next] = others;
  if (!primary || !next) return [];
  return [
    {
      phase: 'mending',
      title: `Move the primary of ${title} to another cluster`,
      body: [
        {
          text: `Nothing does this by itself, and no load balancer follows by itself. Here from ${primary.home.name} to ${next.home.name}. When ${primary.home.name} is lost, leave out what needs it, and know that the commits which were not sent yet are lost; **before it comes back, keep clients away from it, since it still takes itself for the primary**.`,
        },
        { text: `First, no more writes on ${primary.home.name}:` },
        {
          shell: [
            command(
              `${kubectl(primary.home)} -n ${namespace} patch ${kinds.mariadb} ${primary.name} --type=merge`,
              `-p '{"spec":{"maintenance":{"enabled":true,"cordon":true,"drainConnections":true,"drainGracePeriodSeconds":30,"readOnly":true}}}'`,
            ),
          ],
        },
        {
          text: 'Then wait until the other has everything: `slaveIORunning` and `slaveSQLRunning` true, `secondsBehindMaster` 0.',
        },
        {
          shell: [
            command(
              `${kubectl(next.home)} -n ${namespace} get ${kinds.mariadb} ${next.name}`,
              `-o jsonpath='{.status.replication.replicas}{"\\n"}'`,
            ),
          ],
        },
        {
          text: `In the topology, write ${code(`primary: ${next.home.name}`)} under \`multiCluster\`, run \`dbspan synth\`, and read what it changes. Leave the order of the members as it is. Apply it to the new primary, and when that is one, to all others:`,
        },
        {
          shell: [
            applyWave(next.home, '70-database'),
            command(
              `${kubectl(next.home)} -n ${namespace} wait --timeout=10m`,
              `--for=jsonpath='{.status.currentMultiClusterPrimary}'=${next.name} ${kinds.mariadb}/${next.name}`,
            ),
            ...[primary, ...others.slice(1)].map(({ home }) => applyWave(home, '70-database')),
          ],
        },
        {
          text: 'Point the load balancer, or the name that clients use, to the new primary. Then let the old one serve reads again:',
        },
        {
          shell: [
            command(
              `${kubectl(primary.home)} -n ${namespace} patch ${kinds.mariadb} ${primary.name} --type=merge`,
              `-p '{"spec":{"maintenance":{"enabled":false}}}'`,
            ),
          ],
        },
        ...leftBehind(primary),
        ...rebuilt(multiCluster),
      ],
    },
  ];
}

/** Objects that are no longer in the old primary's folder, where nothing prunes. Their policy keeps what they stand for. */
function leftBehind({
  home,
  namespace,
  users,
  schemas,
  backups,
}: MariadbOperatorDatabasePlan): RunbookBlock[] {
  const named: readonly (readonly [string, readonly string[]])[] = [
    [kinds.connection, users.flatMap(({ connection, objectName }) => (connection ? [objectName] : []))],
    [kinds.grant, users.flatMap(({ grants }) => grants.map(({ objectName }) => objectName))],
    [kinds.user, users.map(({ objectName }) => objectName)],
    [kinds.database, schemas.map(({ objectName }) => objectName)],
    [
      kinds.physicalBackup,
      backups.flatMap(({ kind, objectName }) => (kind === 'physical' ? [objectName] : [])),
    ],
    [kinds.backup, backups.flatMap(({ kind, objectName }) => (kind === 'logical' ? [objectName] : []))],
  ];
  const used = named.filter(([, names]) => names.length > 0);
  if (used.length === 0) return [];
  return [
    {
      text: 'Accounts and backups are the new primary’s now. Where no GitOps controller prunes, delete their objects on the old one; what they stand for stays:',
    },
    {
      shell: used.map(
        ([kind, names]) => `${kubectl(home)} -n ${namespace} delete ${kind} ${names.join(' ')}`,
      ),
    },
  ];
}

function rebuilt({ members }: MultiClusterPlan): RunbookBlock[] {
  const [founder] = members;
  if (!founder) return [];
  return [
    {
      text: `A cluster that was lost for good, or that wrote on its own, has to begin anew from a backup: delete its MariaDB object and its claims, then apply its folder. The first member, ${code(founder.name)}, is the one that is written without a source: before that, write \`gtidDomainId\` and \`serverId\` of every member as they are, and then move it to the end of the list.`,
    },
  ];
}
