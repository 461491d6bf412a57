import {
  type ClusterPlan,
  type KubedbDatabasePlan,
  kubedbNamespace,
  type Plan,
  shellWord,
} from '../../plan/index.js';
import {
  code,
  command,
  inDist,
  kubectl,
  needed,
  type RunbookBlock,
  type RunbookStep,
  type RunbookVariable,
} from '../runbook-step.js';
import type { ValuesFile } from '../system.js';
import { byHome, type Home } from './runbook-facts.js';

const licenceVariable: RunbookVariable = {
  name: 'KUBEDB_LICENSE',
  value: '"$HOME/kubedb-license.txt"',
  comment: 'path of the KubeDB licence; keep the file out of Git',
};

/** What has to be there before anything is installed. */
export function prepare(databases: readonly KubedbDatabasePlan[]): RunbookStep {
  return {
    phase: 'before',
    title: 'Have the KubeDB licence, and storage',
    variables: [licenceVariable],
    body: [
      {
        text: 'A licence is made for one cluster and sent by mail, so ask for it now ("Get the licence" below shows how). Each cluster with replicas needs the storage class the topology names, or one marked `(default)`:',
      },
      { shell: storageClasses(databases) },
      ...certManager(databases),
    ],
  };
}

function certManager(databases: readonly KubedbDatabasePlan[]): RunbookBlock[] {
  const check = (users: readonly KubedbDatabasePlan[]): RunbookBlock => ({
    shell: byHome(users).map(
      ({ home }) => `${kubectl(home)} get crd issuers.cert-manager.io certificates.cert-manager.io`,
    ),
  });
  const withTls = databases.filter(({ source }) => source.tls);
  if (withTls.length > 0) {
    const names = withTls.map(({ namespace, name }) => code(`${namespace}/${name}`)).join(', ');
    return [
      { text: `The certificates of ${names} come from cert-manager, which must be there:` },
      check(withTls),
    ];
  }
  const postgres = databases.filter(({ engine, distributed }) => engine === 'postgres' && distributed);
  if (postgres.length === 0) return [];
  return [
    {
      text: 'cert-manager should run on the hub: KubeDB has it sign the certificates of its own connections to Postgres.',
    },
    check(postgres),
  ];
}

function storageClasses(databases: readonly KubedbDatabasePlan[]): string[] {
  const asked = new Map<string, { readonly cluster: ClusterPlan; readonly classes: Set<string> }>();
  for (const { cluster, storageClass } of databases.flatMap(({ placements }) => placements)) {
    const entry = asked.get(cluster.name) ?? { cluster, classes: new Set() };
    if (storageClass !== undefined) entry.classes.add(storageClass);
    asked.set(cluster.name, entry);
  }
  return [...asked.values()].map(({ cluster, classes }) =>
    [`${kubectl(cluster)} get storageclass`, ...classes].join(' '),
  );
}

/** KubeDB on one cluster, with its licence. */
export function installOperator(
  { slice, releases }: Plan,
  { home, databases }: Home,
  values: readonly ValuesFile[],
): RunbookStep {
  const distributed = databases.some((database) => database.distributed);
  const own = values.filter(({ cluster }) => cluster.name === home.name);
  const members = slice?.members.length ?? 0;
  const agents: RunbookBlock[] = distributed
    ? [
        {
          text: 'The agents of the members get the right to export services from here; without it no replica gets a name on the slice. One for each cluster that has joined the hub, so the number of members or more:',
        },
        {
          shell: [
            command(
              `${kubectl(home)} -n ${kubedbNamespace} get manifestworkreplicasets.work.open-cluster-management.io petset-agent`,
              `-o jsonpath='{.status.summary.applied}{"\\n"}'`,
            ),
          ],
        },
        { expect: String(members) },
      ]
    : [];
  return {
    phase: 'operator',
    title: `Get the licence and install KubeDB on ${home.name}`,
    variables: [licenceVariable],
    body: [
      {
        text: `${distributed ? `On the hub alone; the other members need no operator. ` : ''}The licence holds for the cluster whose UID this prints:`,
      },
      { shell: [`${kubectl(home)} get namespace kube-system -o jsonpath='{.metadata.uid}{"\\n"}'`] },
      {
        text: 'Get one for that UID at https://appscode.com/issue-license?p=kubedb, save it, and point `KUBEDB_LICENSE` at the file. It must not expire within a week:',
      },
      {
        shell: [`openssl x509 -noout -enddate -checkend 604800 -in ${needed(licenceVariable.name)}`],
      },
      { expect: 'Certificate will not expire' },
      {
        shell: [
          command(
            'helm upgrade -i kubedb oci://ghcr.io/appscode-charts/kubedb',
            `--version ${shellWord(releases.kubedb.name)}`,
            `--kube-context ${shellWord(home.context)}`,
            `--namespace ${kubedbNamespace} --create-namespace`,
            `--set-file global.license=${needed(licenceVariable.name)}`,
            ...own.map(({ name }) => `-f ${inDist(home, `values/${name}`)}`),
            '--wait --timeout 15m --burst-limit=10000',
          ),
        ],
      },
      { shell: [`${kubectl(home)} -n ${kubedbNamespace} get pods`] },
      {
        text: distributed
          ? 'Every pod ready, each with the slice’s own container beside the operator’s, hence `2/2`. `1/2` in the first minute is in order.'
          : 'Every pod ready.',
      },
      ...(distributed ? [{ expect: operatorPods }] : []),
      ...agents,
    ],
  };
}

const operatorPods = `kubedb-kubedb-autoscaler-0       2/2   Running
kubedb-kubedb-ops-manager-0      2/2   Running
kubedb-kubedb-provisioner-0      2/2   Running
kubedb-kubedb-webhook-server-…   2/2   Running
kubedb-petset-…                  2/2   Running
kubedb-sidekick-…                2/2   Running`;
