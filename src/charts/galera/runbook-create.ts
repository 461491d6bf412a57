import { type ClusterPlan, type StatefulSetDatabasePlan, shellWord } from '../../plan/index.js';
import {
  applyWave,
  code,
  command,
  kubectl,
  onEachCluster,
  type RunbookBlock,
  type RunbookStep,
} from '../runbook-step.js';
import { namesOf } from './names.js';
import { type Entry, inNamespace, memberSelector } from './runbook-facts.js';
import { zoneLabel } from './scheduling.js';

/** What the clusters must have before anything is written to them. */
export function prepareClusters(entries: readonly Entry[]): RunbookStep {
  const clusters = [...new Set(entries.flatMap((entry) => entry.clusters))];
  const names = entries.map(({ title }) => code(title)).join(', ');
  const zoned = clusters.filter(({ source }) => source.zones);
  const monitored = clustersOf(entries, ({ metrics }) => metrics?.serviceMonitor === true);
  const body: RunbookBlock[] = [
    {
      text: `${names} ${entries.length === 1 ? 'needs' : 'need'} no operator. The storage class that the topology names, or the one marked \`(default)\`, must be there; \`true\` under EXPANSION lets volumes grow later, and \`WaitForFirstConsumer\` puts each into the zone of its replica.`,
    },
    {
      shell: onEachCluster(
        clusters,
        (cluster) => `${kubectl(cluster)} get storageclass -o custom-columns='${classColumns}'`,
      ),
    },
  ];
  if (zoned.length > 0) {
    body.push(
      { text: 'The nodes must carry the zones of the topology:' },
      { shell: onEachCluster(zoned, (cluster) => `${kubectl(cluster)} get nodes -L ${zoneLabel}`) },
    );
  }
  if (monitored.length > 0) {
    body.push(
      { text: 'The ServiceMonitors are refused without their definition:' },
      {
        shell: onEachCluster(
          monitored,
          (cluster) => `${kubectl(cluster)} get crd servicemonitors.monitoring.coreos.com`,
        ),
      },
    );
  }
  return { phase: 'before', title: 'Check storage and zones', body };
}

const classColumns = [
  'NAME:.metadata.name',
  'DEFAULT:.metadata.annotations.storageclass\\.kubernetes\\.io/is-default-class',
  'EXPANSION:.allowVolumeExpansion',
  'BINDING:.volumeBindingMode',
].join(',');

function clustersOf(
  entries: readonly Entry[],
  holds: (database: StatefulSetDatabasePlan) => boolean,
): ClusterPlan[] {
  return [...new Set(entries.filter(({ database }) => holds(database)).flatMap(({ clusters }) => clusters))];
}

/** Secrets that a database refers to: dbspan writes none. */
export function makeSecrets(entry: Entry): RunbookStep {
  const { database, title } = entry;
  const { rootPassword, initialUser, source } = database;
  const body: RunbookBlock[] = [
    {
      text: 'They must be there before the pods, which wait for them otherwise. A prompt keeps a password off the screen, out of the shell’s history and out of the list of processes. The server reads them at its very first start only: a change of a Secret later changes no password.',
    },
    ...passwordSecret(entry, rootPassword, `password of root on ${title}`),
  ];
  if (initialUser) {
    body.push(...passwordSecret(entry, initialUser.password, `password of ${initialUser.name} on ${title}`));
  }
  if (source.tls?.secret !== undefined) body.push(...certificate(entry, source.tls.secret));
  for (const secret of source.imagePullSecrets ?? []) {
    body.push(
      { text: `The Secret ${code(secret)} with the registry’s credentials:` },
      {
        shell: onEachCluster(
          entry.clusters,
          (cluster) => `${inNamespace(cluster, database)} get secret ${secret}`,
        ),
      },
    );
  }
  body.push(...securityConstraint(entry));
  return { phase: 'database', title: `Make the secrets of ${title}`, body };
}

function passwordSecret(
  { clusters, database }: Entry,
  { name, key }: { readonly name: string; readonly key: string },
  prompt: string,
): RunbookBlock[] {
  const create = (kube: string): string =>
    command(
      `printf %s "$PASSWORD" | ${kube} create secret generic ${name}`,
      `--from-file=${shellWord(key)}=/dev/stdin`,
    );
  const [only, ...others] = clusters;
  const making =
    only && others.length === 0
      ? [`  ${create(inNamespace(only, database)).replaceAll('\n', '\n  ')}`]
      : onEachCluster(clusters, (cluster) => create(inNamespace(cluster, database))).map(
          (line) => `  ${line.replaceAll('\n', '\n  ')}`,
        );
  return [
    {
      shell: [
        [
          '(',
          `  read -rsp ${shellWord(`${prompt}: `)} PASSWORD && echo && [ -n "$PASSWORD" ] || exit`,
          ...making,
          ')',
        ].join('\n'),
      ],
    },
  ];
}

/** OpenShift chooses the users of pods itself, unless their account may choose. */
function securityConstraint({ clusters, database }: Entry): RunbookBlock[] {
  const guarded = clusters.filter(({ source }) => source.distribution === 'openshift');
  if (guarded.length === 0) return [];
  const { account } = namesOf(database);
  return [
    {
      text: 'The image’s files belong to the user 999, and OpenShift refuses pods that choose their user. This lets the database’s account choose any but root:',
    },
    {
      shell: onEachCluster(guarded, (cluster) =>
        command(
          `${inNamespace(cluster, database)} create rolebinding ${account}-nonroot`,
          `--clusterrole=system:openshift:scc:nonroot-v2 --serviceaccount=${database.namespace}:${account}`,
        ),
      ),
    },
  ];
}

function certificate({ clusters, database }: Entry, secret: string): RunbookBlock[] {
  const { name, namespace, home } = database;
  const own = `${name}.${namespace}.svc.${home.domain}`;
  const peers = `*.${name}-peers.${namespace}.svc.${home.domain}`;
  return [
    {
      text: `The Secret ${code(secret)} with the keys \`tls.crt\`, \`tls.key\` and \`ca.crt\`. Its certificate must hold ${code(own)} and ${code(peers)}, and be good for servers and for clients: members are both to each other. A Certificate of cert-manager with these \`dnsNames\`, \`usages: [server auth, client auth]\` and this \`secretName\` writes it; renewed, it is read when a pod is replaced.`,
    },
    {
      shell: onEachCluster(
        clusters,
        (cluster) => `${inNamespace(cluster, database)} describe secret ${secret}`,
      ),
    },
  ];
}

/** The objects, and the wait until all members are ready. */
export function createDatabases(entries: readonly Entry[]): RunbookStep {
  const clusters = [...new Set(entries.flatMap((entry) => entry.clusters))];
  return {
    phase: 'database',
    title: 'Create the databases',
    body: [
      { shell: onEachCluster(clusters, (cluster) => applyWave(cluster, '70-database')) },
      {
        text: 'All members start together. Each asks the others what their volumes hold; only when all have answered and none has data does the first one make the database, and the others copy it. Nothing has to be done meanwhile.',
      },
      ...entries.flatMap((entry): RunbookBlock[] => [
        {
          shell: onEachCluster(entry.clusters, (cluster) =>
            command(
              `${inNamespace(cluster, entry.database)} rollout status statefulset/${entry.database.name}`,
              cluster.looped ? '--timeout=5m || echo "NOT READY: $cluster"' : '--timeout=30m',
            ),
          ),
        },
      ]),
      {
        text: 'If one does not get there, its log says in plain words what it waits for (the newest lines of each member):',
      },
      {
        shell: entries.flatMap((entry) =>
          onEachCluster(entry.clusters, (cluster) =>
            command(
              `${inNamespace(cluster, entry.database)} logs -l ${memberSelector(entry.database)}`,
              '-c mariadb --prefix --tail=5',
            ),
          ),
        ),
      },
      {
        text: 'A pod that is `Pending` found no node: too few of them, or none in a zone that is wanted (`kubectl describe pod` says which). One that is `ContainerCreating` for long misses a Secret.',
      },
    ],
  };
}
