import { type MariadbOperatorDatabasePlan, type Plan, shellWord } from '../../plan/index.js';
import {
  code,
  command,
  contextWord,
  inDist,
  kubectl,
  onEachCluster,
  type RunbookBlock,
  type RunbookStep,
} from '../runbook-step.js';
import { onEachDatabase, operatorNamespace } from './runbook-facts.js';
import { operatorHomes, operatorValues } from './values.js';

/** What has to be there before anything is installed. */
export function prepare(databases: readonly MariadbOperatorDatabasePlan[]): RunbookStep {
  return {
    phase: 'before',
    title: 'Check the storage of mariadb-operator’s databases',
    body: [
      { text: 'Each cluster needs the storage class that the topology names, or one marked `(default)`:' },
      {
        shell: onEachDatabase(databases, (cluster, { placements, backups }) => {
          const classes = [placements[0], ...backups.map(({ volume }) => volume)].flatMap((each) => {
            return each?.storageClass ?? [];
          });
          return [`${kubectl(cluster)} get storageclass`, ...new Set(classes)].join(' ');
        }),
      },
      ...localPath(databases),
      ...needed(databases),
    ],
  };
}

function localPath(databases: readonly MariadbOperatorDatabasePlan[]): RunbookBlock[] {
  if (databases.every(({ volumesGrow }) => volumesGrow)) return [];
  return [
    {
      text: '`local-path` is a folder of the node, `/var/lib/rancher/k3s/storage` as K3s sets it up. Know what that means: the size of a volume is not enforced, so a database that grows can fill the disk of the node for everyone; a volume never grows, so move to another class or restore a backup for more; a replica stays with its node, and is gone with it; and deleting the claim deletes the folder. Room on the nodes:',
    },
    {
      shell: onEachDatabase(
        databases.filter(({ volumesGrow }) => !volumesGrow),
        (cluster) =>
          command(
            `${kubectl(cluster)} get nodes`,
            `-o custom-columns='NODE:.metadata.name,DISK:.status.allocatable.ephemeral-storage'`,
          ),
      ),
    },
  ];
}

/** Kinds of others that the databases rely on. */
function needed(databases: readonly MariadbOperatorDatabasePlan[]): RunbookBlock[] {
  const blocks: RunbookBlock[] = [];
  const signed = databases.filter(({ source }) => source.tls?.issuer);
  if (signed.length > 0) {
    blocks.push(
      { text: 'cert-manager signs certificates, and must be there:' },
      {
        shell: onEachDatabase(signed, (cluster) => {
          return `${kubectl(cluster)} get crd issuers.cert-manager.io certificates.cert-manager.io`;
        }),
      },
    );
  }
  const measured = databases.filter(({ metrics }) => metrics);
  if (measured.length > 0) {
    blocks.push(
      {
        text: 'Where metrics are asked for, the operator starts the exporter only if the kind ServiceMonitor of Prometheus’ operator is known:',
      },
      {
        shell: onEachDatabase(measured, (cluster) => {
          return `${kubectl(cluster)} get crd servicemonitors.monitoring.coreos.com`;
        }),
      },
    );
  }
  return blocks;
}

/** The operator on every cluster with a database of it. */
export function installOperator(plan: Plan): RunbookStep {
  const homes = operatorHomes(plan);
  const withValues = new Set(operatorValues(plan).map(({ cluster }) => cluster));
  const version = shellWord(plan.releases.mariadbOperator);
  return {
    phase: 'operator',
    title: 'Install mariadb-operator',
    body: [
      {
        text: `Its custom resources first, as a chart of their own, then the operator. The charts are at ghcr.io; the repository at helm.mariadb.com that older guides name is deprecated. The same commands upgrade it: read the notes of the release first, and know that the replicas restart one after the other, because their agents have to be of the operator’s release.`,
      },
      {
        shell: onEachCluster(homes, (cluster, one) => [
          chart(cluster, 'mariadb-operator-crds', version, []),
          chart(
            cluster,
            'mariadb-operator',
            version,
            withValues.has(one) ? [`-f ${inDist(cluster, 'values/mariadb-operator.yaml')}`] : [],
          ),
          `${kubectl(cluster)} -n ${operatorNamespace} get pods`,
        ]),
      },
      { text: 'Three pods on each, the operator, its webhook, and what makes the webhook’s certificate:' },
      {
        expect: `mariadb-operator-…                   1/1   Running
mariadb-operator-cert-controller-…   1/1   Running
mariadb-operator-webhook-…           1/1   Running`,
      },
    ],
  };
}

function chart(
  cluster: Parameters<typeof contextWord>[0],
  name: string,
  version: string,
  values: readonly string[],
): string {
  return command(
    `helm upgrade --install ${name} oci://ghcr.io/mariadb-operator/charts/${name}`,
    `--version ${version} --kube-context ${contextWord(cluster)}`,
    `--namespace ${operatorNamespace} --create-namespace`,
    ...values,
    '--wait --timeout 10m',
  );
}

/** Taking a database down, and the operator. */
export function remove(databases: readonly MariadbOperatorDatabasePlan[]): RunbookStep {
  return {
    phase: 'removal',
    title: 'Take down a database of mariadb-operator, or the operator',
    body: [
      {
        text: `Deleting the MariaDB object stops the servers and leaves their volumes: applied again, the database comes back with its data. Only deleting the claims deletes data, with \`local-path\` at once and for good. The claims of a database carry the label \`app.kubernetes.io/instance\` with its name.`,
      },
      {
        shell: onEachDatabase(databases, (cluster, { namespace, name }) => {
          return `${kubectl(cluster)} -n ${namespace} get pvc -l app.kubernetes.io/instance=${name}`;
        }),
      },
      {
        text: `\`helm uninstall mariadb-operator\` leaves the databases running with nobody to look after them. **Never uninstall ${code('mariadb-operator-crds')} while a database is needed**: with the custom resources every MariaDB object goes.`,
      },
    ],
  };
}
