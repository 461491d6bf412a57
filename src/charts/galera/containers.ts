import type {
  Container,
  ContainerResources,
  ContainerSecurityContext,
  EnvironmentVariable,
  Probe,
} from '../../imports/index.js';
import { type ProbePlan, type StatefulSetDatabasePlan, serverSocket } from '../../plan/index.js';
import { namesOf, ports } from './names.js';
import { claim, passwordFile, passwordMounts, paths, tlsMounts } from './volumes.js';

/** What a process may do, in every container. */
export const restricted: ContainerSecurityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
};

/** Seconds that a server gets to stop which no longer answers, or lost its cluster; whatever it does not do then, the next start does. */
const hungGracePeriod = 30;

/** Key of the number of members in its ConfigMap. */
export const replicasKey = 'replicas';

/** File of the exporter in its ConfigMap. */
export const exporterFile = 'exporter.cnf';

/** Of a small container: no limit of its processor time, since one that is held back answers too late to count. */
export function unhurried(cpu: string, memory: string, most = memory): ContainerResources {
  return { requests: { cpu, memory }, limits: { memory: most } };
}

/** The server, behind the script that decides how it starts. */
export function serverContainer(database: StatefulSetDatabasePlan): Container {
  const { image, resources, probes, drain } = database;
  const { memory, cpu } = resources;
  const amounts = { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  const sized = Object.keys(amounts).length > 0;
  return {
    name: 'mariadb',
    image,
    command: [`${paths.scripts}/start.sh`],
    env: [...sharedEnvironment(database), ...serverEnvironment(database)],
    ports: [
      { name: 'mysql', containerPort: ports.mysql },
      { name: 'group', containerPort: ports.group },
      { name: 'group-udp', containerPort: ports.group, protocol: 'UDP' },
      { name: 'incremental', containerPort: ports.incremental },
      { name: 'transfer', containerPort: ports.transfer },
    ],
    resources: sized ? { requests: amounts, limits: { ...amounts } } : undefined,
    volumeMounts: [
      { name: claim, mountPath: paths.data, subPath: 'data' },
      { name: claim, mountPath: paths.keep, subPath: 'keep' },
      { name: 'state', mountPath: paths.state },
      { name: 'run', mountPath: paths.run },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'scripts', mountPath: paths.scripts, readOnly: true },
      { name: 'config', mountPath: paths.configuration, readOnly: true },
      ...passwordMounts(database),
      ...tlsMounts(database),
    ],
    startupProbe: probe('startup', probes.startup),
    livenessProbe: { ...probe('live', probes.liveness), terminationGracePeriodSeconds: hungGracePeriod },
    readinessProbe: probe('ready', probes.readiness),
    // The services forget the pod while the server still answers.
    lifecycle: { preStop: { exec: { command: ['sleep', String(drain)] } } },
    securityContext: restricted,
  };
}

/** Tells the other members about this one, from the first second of the pod on. */
export function censusContainer(database: StatefulSetDatabasePlan): Container {
  return {
    name: 'census',
    image: database.image,
    command: [`${paths.scripts}/census.sh`, 'serve'],
    env: sharedEnvironment(database),
    ports: [{ name: 'census', containerPort: ports.census }],
    resources: unhurried('100m', '96Mi'),
    volumeMounts: [
      { name: 'state', mountPath: paths.state },
      { name: 'run', mountPath: paths.run },
      { name: 'census-tmp', mountPath: '/tmp' },
      { name: 'scripts', mountPath: paths.scripts, readOnly: true },
    ],
    securityContext: restricted,
  };
}

/** The exporter. It runs as the user whom the server knows by the socket, and so needs no password. */
export function exporterContainers({ metrics }: StatefulSetDatabasePlan): Container[] {
  if (!metrics) return [];
  return [
    {
      name: 'exporter',
      image: metrics.image,
      args: [
        `--config.my-cnf=${paths.exporter}/${exporterFile}`,
        // A member follows nobody, and mysql@localhost may not ask.
        '--no-collect.slave_status',
      ],
      ports: [{ name: 'metrics', containerPort: ports.metrics }],
      resources: unhurried('50m', '64Mi'),
      volumeMounts: [
        { name: 'run', mountPath: paths.run, readOnly: true },
        { name: 'exporter', mountPath: paths.exporter, readOnly: true },
      ],
      securityContext: restricted,
    },
  ];
}

/** What all scripts read. */
function sharedEnvironment(database: StatefulSetDatabasePlan): EnvironmentVariable[] {
  return [
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
    { name: 'POD_NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } },
    { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
    { name: 'CLUSTER_NAME', value: database.clusterName },
    { name: 'PEERS', value: database.peers.join(',') },
    // Not a value of the template: a change of the number restarts nobody, and is read at the next start.
    {
      name: 'REPLICAS',
      valueFrom: { configMapKeyRef: { name: namesOf(database).members, key: replicasKey } },
    },
    { name: 'DATA_DIR', value: paths.data },
    { name: 'KEEP_DIR', value: paths.keep },
    { name: 'STATE_DIR', value: paths.state },
    { name: 'SOCKET', value: serverSocket },
    { name: 'BOOT_BUDGET', value: String(database.bootBudget) },
    { name: 'AVAILABLE_WHEN_DONOR', value: database.availableWhenDonor ? '1' : '0' },
  ];
}

/** Enough for state transfers; measured on 10.11 and 11.8, each of them is needed. */
const transferGrants = 'RELOAD, PROCESS, BINLOG MONITOR';

function serverEnvironment(database: StatefulSetDatabasePlan): EnvironmentVariable[] {
  const { forceBootstrap, initialUser, sizing } = database;
  const user: EnvironmentVariable[] = initialUser
    ? [
        { name: 'MARIADB_DATABASE', value: literal(initialUser.database) },
        { name: 'MARIADB_USER', value: literal(initialUser.name) },
        { name: 'MARIADB_PASSWORD_FILE', value: `${paths.userPassword}/${passwordFile}` },
      ]
    : [];
  return [
    ...(forceBootstrap === undefined ? [] : [{ name: 'FORCE_BOOTSTRAP', value: forceBootstrap }]),
    { name: 'MARIADB_ROOT_PASSWORD_FILE', value: `${paths.rootPassword}/${passwordFile}` },
    ...user,
    { name: 'MARIADB_MYSQL_LOCALHOST_USER', value: '1' },
    { name: 'MARIADB_MYSQL_LOCALHOST_GRANTS', value: transferGrants },
    ...Object.entries(sizing.environment).map(([name, value]) => ({ name, value })),
  ];
}

/** A text in which Kubernetes replaces nothing. */
function literal(text: string): string {
  return text.replaceAll('$', '$$$$');
}

function probe(what: 'startup' | 'live' | 'ready', numbers: ProbePlan): Probe {
  return { exec: { command: [`${paths.scripts}/probe.sh`, what] }, ...numbers };
}
