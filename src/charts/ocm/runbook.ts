import { type ClusterPlan, type Plan, type SlicePlan, shellWord } from '../../plan/index.js';
import {
  applyWave,
  code,
  command,
  hubApiServer,
  inProbePod,
  kubectl,
  onEach,
  type RunbookStep,
  retry,
} from '../runbook-step.js';

/** The OCM hub, the members that join it, and the settings of their agents. */
export function ocmSteps({ hub, slice, releases }: Plan): readonly RunbookStep[] {
  if (!hub || !slice) return [];
  return [
    prepare(hub, slice),
    initHub(hub, releases.ocm),
    readToken(hub),
    ...slice.members.map((member) => join(member, hub, releases.ocm)),
    accept(hub, slice),
    configureAgents(slice),
    removal(),
  ];
}

function prepare(hub: ClusterPlan, { members }: SlicePlan): RunbookStep {
  const { apiServer } = hub.source;
  return {
    phase: 'before',
    title: 'Check clusteradm and the way to the hub',
    variables: hubApiServer(hub).variables,
    body: [
      {
        text: 'clusteradm installs Open Cluster Management (OCM): https://open-cluster-management.io/docs/getting-started/quick-start/',
      },
      { shell: ['clusteradm version'] },
      apiServer === undefined
        ? {
            text: `Every member calls the API server of ${hub.name}. The topology does not say its URL, so it is read from your kubeconfig; what this prints must be an address that the nodes of every member reach, and not \`127.0.0.1\` or \`localhost\`. If it is not, set \`HUB_API_SERVER\` by hand. Better: write it into the topology as \`apiServer\` of ${hub.name}.`,
          }
        : {
            text: `Every member must reach the API server of ${hub.name}, ${code(apiServer)}. Each of these must print \`open\`; one that waits and then fails is stopped by a firewall or a route:`,
          },
      apiServer === undefined
        ? { shell: ['echo "$HUB_API_SERVER"'] }
        : { shell: onEach(members, (member) => inProbePod(member, `nc -zv -w 5 ${hostAndPort(apiServer)}`)) },
    ],
  };
}

function hostAndPort(url: string): string {
  const { hostname, port } = new URL(url);
  return `${hostname.replace(/^\[|\]$/g, '')} ${port === '' ? '443' : port}`;
}

function bundle(version: string | undefined): string[] {
  return version === undefined ? [] : [`--bundle-version=${shellWord(version)}`];
}

function initHub(hub: ClusterPlan, version: string | undefined): RunbookStep {
  return {
    phase: 'ocm-hub',
    title: `Initialise ${hub.name} as the OCM hub`,
    body: [
      {
        text: 'Leave the first command out where the second shows the pods already.',
      },
      {
        shell: [
          command(
            `clusteradm init --context ${shellWord(hub.context)} --wait`,
            '--feature-gates=ManifestWorkReplicaSet=true',
            ...bundle(version),
          ),
        ],
      },
      { shell: [`${kubectl(hub)} -n open-cluster-management-hub get pods`] },
      { text: 'Every pod `Running` and ready, without restarts; these must be among them:' },
      {
        expect: `cluster-manager-addon-manager-controller-…   1/1   Running
cluster-manager-placement-controller-…       1/1   Running
cluster-manager-registration-controller-…    1/1   Running
cluster-manager-registration-webhook-…       1/1   Running
cluster-manager-work-controller-…            1/1   Running
cluster-manager-work-webhook-…               1/1   Running`,
      },
      {
        text: 'The gate must be on: KubeDB gives the agents their right to export services through a ManifestWorkReplicaSet, which a hub without the gate accepts and ignores.',
      },
      {
        shell: [
          command(
            `${kubectl(hub)} get clustermanagers.operator.open-cluster-management.io cluster-manager`,
            `-o jsonpath='{.spec.workConfiguration.featureGates}{"\\n"}'`,
          ),
        ],
      },
      { expect: '[{"feature":"ManifestWorkReplicaSet","mode":"Enable"}]' },
    ],
  };
}

function readToken(hub: ClusterPlan): RunbookStep {
  return {
    phase: 'ocm-join',
    title: 'Read the join token',
    body: [
      {
        text: 'Whoever is listed here has joined already; leave out its step below. An error about the resource type, or an empty list, means nobody has:',
      },
      { shell: [`${kubectl(hub)} get managedclusters.cluster.open-cluster-management.io`] },
      {
        text: 'The token goes into a variable of this shell and nowhere else: whoever has it can ask to join. Stay in this terminal until the members are accepted. The second command prints how long the token is; `0` means there is none.',
      },
      {
        shell: [
          command(
            `HUB_TOKEN=$(clusteradm get token --context ${shellWord(hub.context)} --output=json |`,
            `sed -n 's/.*"hub-token": *"\\([^"]*\\)".*/\\1/p')`,
          ),
          `echo "\${#HUB_TOKEN}"`,
        ],
      },
    ],
  };
}

function join(member: ClusterPlan, hub: ClusterPlan, version: string | undefined): RunbookStep {
  const { word, variables } = hubApiServer(hub);
  const kind = hub.source.distribution === 'kind';
  return {
    phase: 'ocm-join',
    title: `Join ${member.name}`,
    variables,
    body: [
      ...(member.hub ? [{ text: 'The hub is a member of the slice too, so it joins itself.' }] : []),
      {
        shell: [
          command(
            `clusteradm join --context ${shellWord(member.context)} --wait`,
            `--hub-token "\${HUB_TOKEN:?read the join token first}"`,
            `--hub-apiserver ${word}`,
            `--cluster-name ${member.name}`,
            '--feature-gates=RawFeedbackJsonString=true',
            ...bundle(version),
            ...(kind ? ['--force-internal-endpoint-lookup'] : []),
          ),
        ],
      },
    ],
  };
}

function accept(hub: ClusterPlan, { members }: SlicePlan): RunbookStep {
  const names = members.map(({ name }) => name);
  const width = Math.max(...names.map(({ length }) => length));
  return {
    phase: 'ocm-join',
    title: 'Accept the members',
    body: [
      {
        text: 'A request takes a moment to arrive, so each command is repeated for up to five minutes; "no CSR to approve" until then is in order.',
      },
      {
        shell: [
          ...names.map((name) =>
            retry(`clusteradm accept --context ${shellWord(hub.context)} --clusters ${name}`),
          ),
          'unset HUB_TOKEN',
        ],
      },
      {
        shell: [
          command(
            `${kubectl(hub)} wait --for=condition=ManagedClusterConditionAvailable --timeout=10m`,
            `managedclusters.cluster.open-cluster-management.io ${names.join(' ')}`,
          ),
          `${kubectl(hub)} get managedclusters.cluster.open-cluster-management.io`,
        ],
      },
      { text: 'Accepted, joined and available, every one:' },
      {
        expect: [
          `${'NAME'.padEnd(width)}   HUB ACCEPTED   JOINED   AVAILABLE`,
          ...names.map((name) => `${name.padEnd(width)}   true           True     True`),
        ].join('\n'),
      },
      {
        text: 'The hub has a namespace for each member now, named like it. Nothing of yours belongs there: KubeDB keeps its work orders in them.',
      },
      { shell: [`${kubectl(hub)} get namespace ${names.join(' ')}`] },
    ],
  };
}

function configureAgents({ members }: SlicePlan): RunbookStep {
  return {
    phase: 'klusterlet',
    title: 'Configure the agent of every member',
    body: [
      {
        text: 'The Klusterlet is the agent’s own object, made by the join. Hence server-side and forced: the fields dbspan writes become what it says, all others stay as they are. Without the gate no replica ever counts as ready; without the long eviction period an agent that loses its work orders deletes pods and volumes after an hour.',
      },
      {
        shell: members.map((member) => applyWave(member, '15-klusterlet', { force: true })),
      },
      { text: 'Then each agent restarts with the new settings, within some five minutes:' },
      {
        shell: onEach(members, (member) => [
          retry(
            command(
              `${kubectl(member)} -n open-cluster-management-agent get deployment klusterlet-work-agent -o yaml |`,
              'grep -e eviction-grace-period=876000h',
            ),
          ),
          command(
            `${kubectl(member)} -n open-cluster-management-agent rollout status`,
            'deployment/klusterlet-work-agent --timeout=5m',
          ),
          `${kubectl(member)} get klusterlet klusterlet -o jsonpath='{.spec.workConfiguration.featureGates}{"\\n"}'`,
        ]),
      },
      { text: 'For each member:' },
      {
        expect: `- --appliedmanifestwork-eviction-grace-period=876000h0m0s
deployment "klusterlet-work-agent" successfully rolled out
[{"feature":"RawFeedbackJsonString","mode":"Enable"}]`,
      },
    ],
  };
}

function removal(): RunbookStep {
  return {
    phase: 'removal',
    title: 'Never delete a ManagedCluster that holds replicas',
    body: [
      {
        text: 'Deleting one, or letting a GitOps controller prune it, deletes every add-on and every work order of that member with it: database pods and their volumes. Take a member out of the slice and its replicas away first; its namespace on the hub stays behind and is yours to delete.',
      },
    ],
  };
}
