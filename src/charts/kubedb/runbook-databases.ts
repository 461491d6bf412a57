import { type KubedbDatabasePlan, shellWord } from '../../plan/index.js';
import { applyWave, code, command, kubectl, type RunbookBlock, type RunbookStep } from '../runbook-step.js';
import { type Home, kinds } from './runbook-facts.js';

/** The PlacementPolicies of the databases on one cluster; none when nothing there is distributed. */
export function placeReplicas({ home, databases }: Home): RunbookStep[] {
  const placed = databases.filter(({ distributed }) => distributed);
  if (placed.length === 0) return [];
  const rules = `'{range .spec.clusterSpreadConstraint.distributionRules[*]}{.clusterName}{" "}{.replicaIndices}{"\\n"}{end}'`;
  return [
    {
      phase: 'placement',
      title: 'Place the replicas',
      body: [
        {
          text: 'Before the databases, which are refused without it. An ordinal never moves: in another cluster it would come up with an empty volume.',
        },
        { shell: [applyWave(home, '60-placement')] },
        ...placed.flatMap((database): RunbookBlock[] => [
          {
            shell: [
              command(
                `${kubectl(home)} get placementpolicies.apps.k8s.appscode.com ${database.placementPolicy}`,
                `-o jsonpath=${rules}`,
              ),
            ],
          },
          {
            expect: database.placements
              .map(({ cluster, ordinals }) => `${cluster.name} [${ordinals.join(',')}]`)
              .join('\n'),
          },
        ]),
      ],
    },
  ];
}

/** Secrets and the issuer that a database refers to: dbspan writes none of them. */
export function prepareDatabase(database: KubedbDatabasePlan): RunbookStep[] {
  const { home, namespace, name, source } = database;
  const secret = source.rootPasswordSecret?.name;
  const configuration = source.kubedb?.configurationSecret;
  const issuer = source.tls?.issuer;
  const body: RunbookBlock[] = [];
  if (secret !== undefined) body.push(...passwordSecret(database, secret));
  if (configuration !== undefined) body.push(...configurationSecret(database, configuration));
  if (issuer) {
    const found =
      issuer.kind === 'ClusterIssuer'
        ? `get clusterissuers.cert-manager.io ${issuer.name}`
        : `-n ${namespace} get issuers.cert-manager.io ${issuer.name}`;
    body.push(
      { text: 'Its issuer must be there, `READY` `True`:' },
      { shell: [`${kubectl(home)} ${found}`] },
    );
  }
  if (body.length === 0) return [];
  return [{ phase: 'database', title: `Prepare what ${namespace}/${name} refers to`, body }];
}

function passwordSecret(
  { engine, home, namespace, name, source }: KubedbDatabasePlan,
  secret: string,
): RunbookBlock[] {
  const { user } = kinds[engine];
  const plain =
    engine === 'mariadb' && source.kubedb?.wsrepSSTMethod === 'mariabackup'
      ? ' Letters and digits only: quotes, spaces and `#` break the state transfer with mariabackup.'
      : '';
  return [
    { text: `The Secret \`${secret}\` with the administrator’s password must be there before the database:` },
    { shell: [`${kubectl(home)} -n ${namespace} get secret ${secret}`] },
    {
      text: `If it is not, make it. The prompt keeps the password off the screen, out of the shell’s history and out of the list of processes.${plain}`,
    },
    {
      shell: [
        `(
  read -rsp 'password of ${user} on ${namespace}/${name}: ' PASSWORD && echo &&
    printf %s "$PASSWORD" | ${kubectl(home)} -n ${namespace} create secret generic ${secret} \\
      --type=kubernetes.io/basic-auth --from-literal=username=${user} --from-file=password=/dev/stdin
)`,
      ],
    },
  ];
}

function configurationSecret(
  { engine, home, namespace, name }: KubedbDatabasePlan,
  secret: string,
): RunbookBlock[] {
  const key = engine === 'mariadb' ? `${name}.cnf` : 'user.conf';
  const rule =
    engine === 'mariadb' ? 'Only keys that end in `.cnf` are read.' : 'Only the key `user.conf` is read.';
  return [
    { text: `The Secret \`${secret}\` with your own server configuration must be there as well. ${rule}` },
    { shell: [`${kubectl(home)} -n ${namespace} describe secret ${secret}`] },
    { text: `If it is not, make it from the file ${code(key)} in this folder:` },
    {
      shell: [`${kubectl(home)} -n ${namespace} create secret generic ${secret} --from-file=${key}=./${key}`],
    },
  ];
}

/** The databases whose objects are on one cluster. */
export function createDatabases({ home, databases }: Home): RunbookStep {
  const distributed = databases.some((database) => database.distributed);
  return {
    phase: 'database',
    title: `Create the databases on ${home.name}`,
    body: [
      {
        text: 'The catalogue of this KubeDB release must have the versions, and none may be deprecated (the operator would leave such a database alone). One line each, without `true`:',
      },
      {
        shell: [
          ...new Set(
            databases.map(({ engine, source }) =>
              command(
                `${kubectl(home)} get ${kinds[engine].versions} ${shellWord(source.version ?? '')}`,
                `-o jsonpath='{.metadata.name} {.spec.deprecated}{"\\n"}'`,
              ),
            ),
          ),
        ],
      },
      { shell: [applyWave(home, '70-database')] },
      {
        text: 'The first start pulls images and makes volumes; give it up to half an hour. Nothing else has to be done in the meantime.',
      },
      {
        shell: databases.map(({ engine, namespace, name }) =>
          command(
            `${kubectl(home)} -n ${namespace} wait --for=jsonpath='{.status.phase}'=Ready --timeout=30m`,
            `${kinds[engine].resource}/${name}`,
          ),
        ),
      },
      {
        expect: databases.map(({ engine, name }) => `${engine}.kubedb.com/${name} condition met`).join('\n'),
      },
      {
        text: `If one does not get there, look at its pods (as under Verify) and its events${distributed ? '; a pod that is missing on a member has its work order here, in the namespace named like the member' : ''}:`,
      },
      {
        shell: [
          ...databases.map(
            ({ engine, namespace, name }) =>
              `${kubectl(home)} -n ${namespace} describe ${kinds[engine].resource} ${name}`,
          ),
          ...new Set(
            databases
              .filter((database) => database.distributed)
              .flatMap(({ placements }) => placements)
              .map(
                ({ cluster }) =>
                  `${kubectl(home)} -n ${cluster.name} get manifestworks.work.open-cluster-management.io`,
              ),
          ),
        ],
      },
    ],
  };
}
