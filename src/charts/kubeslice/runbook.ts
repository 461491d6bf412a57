import {
  type ClusterPlan,
  kubesliceControllerNamespace,
  kubesliceWorkerNamespace,
  type Plan,
  type SlicePlan,
  shellWord,
} from '../../plan/index.js';
import {
  applyWave,
  code,
  command,
  hubApiServer,
  inDist,
  kubectl,
  onEach,
  type RunbookBlock,
  type RunbookStep,
  retry,
} from '../runbook-step.js';

/** KubeSlice: its controller, the project, the members and the slice. */
export function kubesliceSteps({ hub, slice, releases }: Plan): readonly RunbookStep[] {
  if (!hub || !slice) return [];
  return [
    prepare(hub, slice),
    installController(hub, releases.kubeslice),
    createProject(hub, slice),
    labelGateways(slice),
    checkInterfaces(slice),
    ...allowPrivileged(slice),
    register(hub, slice),
    checkWorkers(slice),
    createSlice(hub, slice),
    removal(slice),
  ];
}

function prepare(hub: ClusterPlan, { members, source }: SlicePlan): RunbookStep {
  const services = new Map((source.gateway?.services ?? []).map((service) => [service.cluster, service]));
  const ports = members.map(({ name }) => {
    const { type = 'NodePort', protocol = 'UDP' } = services.get(name) ?? {};
    const open =
      type === 'NodePort'
        ? `${protocol} 30000-32767 on its gateway nodes`
        : `a load balancer that takes ${protocol}`;
    return `- ${name}: ${open}`;
  });
  return {
    phase: 'before',
    title: 'Check nodes, firewalls and helm',
    body: [
      {
        text: `Kubernetes 1.28 or newer on every member, nodes with 4 processors and 16 GB of memory or more, one node for the tunnels (two, to survive the loss of one), and pods that may be privileged in the namespace \`${kubesliceWorkerNamespace}\`. The tables of the step before show versions and sizes.`,
      },
      {
        text: `Between the members, from each one’s gateway nodes to all others’:\n\n${ports.join('\n')}\n\nThe ports within that range are chosen at run time. From every member to ${hub.name}: the API server.`,
      },
      { shell: ['helm version --short'] },
      { text: 'helm 3.8 or newer: the charts come from an OCI registry.' },
    ],
  };
}

function installController(hub: ClusterPlan, version: string): RunbookStep {
  const { word, variables } = hubApiServer(hub);
  return {
    phase: 'kubeslice-controller',
    title: 'Install the KubeSlice controller on the hub',
    variables,
    body: [
      {
        shell: [
          command(
            'helm upgrade -i kubeslice-controller oci://ghcr.io/appscode-charts/kubeslice-controller',
            `--version ${shellWord(version)}`,
            `--kube-context ${shellWord(hub.context)}`,
            `--namespace ${kubesliceControllerNamespace} --create-namespace`,
            `-f ${inDist(hub, 'values/kubeslice-controller.yaml')}`,
            ...(variables.length > 0 ? [`--set kubeslice.controller.endpoint=${word}`] : []),
            '--wait --timeout 10m --burst-limit=10000',
          ),
        ],
      },
      {
        shell: [
          `${kubectl(hub)} -n ${kubesliceControllerNamespace} get pods`,
          `${kubectl(hub)} get clustermanagementaddons.addon.open-cluster-management.io kubeslice`,
        ],
      },
      {
        text: 'The manager must run, and OCM must know the add-on. Without it no worker is ever installed: look for `ocm.enabled: true` in the values.',
      },
      {
        expect: `kubeslice-controller-manager-…   2/2   Running

NAME
kubeslice`,
      },
    ],
  };
}

function createProject(hub: ClusterPlan, { projectNamespace, source }: SlicePlan): RunbookStep {
  const { readWrite, readOnly } = source.serviceAccounts ?? { readWrite: ['admin'] };
  const accounts = [
    ...(readWrite ?? []).map((name) => `kubeslice-rbac-rw-${name.toLowerCase()}`),
    ...(readOnly ?? []).map((name) => `kubeslice-rbac-ro-${name.toLowerCase()}`),
  ];
  const found: RunbookBlock[] =
    accounts.length === 0
      ? []
      : [
          { text: 'A minute later its service accounts are there:' },
          {
            shell: [retry(`${kubectl(hub)} -n ${projectNamespace} get serviceaccount ${accounts.join(' ')}`)],
          },
        ];
  return {
    phase: 'project',
    title: 'Create the KubeSlice project',
    body: [
      {
        shell: [applyWave(hub, '20-kubeslice-project')],
      },
      {
        text: `KubeSlice makes the namespace \`${projectNamespace}\` and labels it. Until the label is there it refuses every member.`,
      },
      {
        shell: [
          retry(
            command(
              `${kubectl(hub)} wait namespace/${projectNamespace} --timeout=10s`,
              `--for=jsonpath='{.metadata.labels.kubeslice-controller-resource-name}'=Project-${projectNamespace}`,
            ),
          ),
        ],
      },
      { expect: `namespace/${projectNamespace} condition met` },
      ...found,
    ],
  };
}

function labelGateways({ members }: SlicePlan): RunbookStep {
  const label = 'kubeslice.io/node-type=gateway';
  const known = members.flatMap((member) => {
    const nodes = member.source.gatewayNodes ?? [];
    if (nodes.length === 0) return [];
    return [`${kubectl(member)} label node ${nodes.join(' ')} ${label} --overwrite`];
  });
  const open = members.flatMap((member): RunbookBlock[] => {
    if ((member.source.gatewayNodes ?? []).length > 0) return [];
    return [
      {
        text: `${member.name}: the topology names no \`gatewayNodes\`. Choose a worker node that the other members reach; the prompt asks for its name. Once more for a second node.`,
      },
      { shell: [`${kubectl(member)} get nodes -o wide`] },
      {
        shell: [
          `read -rp 'gateway node of ${member.name}: ' NODE && ${kubectl(member)} label node "$NODE" ${label} --overwrite`,
        ],
      },
    ];
  });
  return {
    phase: 'gateway-nodes',
    title: 'Label the gateway nodes',
    body: [
      {
        text: 'The nodes that carry the tunnels. Without one the KubeSlice worker stays `Pending`, and its cluster never registers.',
      },
      ...(known.length > 0 ? [{ shell: known }] : []),
      ...open,
      { text: 'One node or more on every member:' },
      { shell: onEach(members, (member) => `${kubectl(member)} get nodes -l ${label} -o wide`) },
    ],
  };
}

function checkInterfaces({ members }: SlicePlan): RunbookStep {
  const width = Math.max(...members.map(({ name }) => name.length));
  return {
    phase: 'gateway-nodes',
    title: 'Check the network interfaces',
    body: [
      { text: 'On every gateway node, logged in there (not on this machine):' },
      { shell: ["ip route get 8.8.8.8 | awk '{ print $5 }'"] },
      {
        text: 'It must print what the topology has. A wrong interface fails without a word: the tunnel never comes up. If one differs, correct `networkInterface` in the topology and run `dbspan synth` before you go on.',
      },
      {
        expect: members
          .map(({ name, source }) => `${name.padEnd(width)}   ${source.networkInterface ?? ''}`)
          .join('\n'),
      },
    ],
  };
}

function register(hub: ClusterPlan, { members, projectNamespace }: SlicePlan): RunbookStep {
  const names = members.map(({ name }) => name).join(' ');
  const wait = (condition: string) =>
    command(
      `${kubectl(hub)} -n ${projectNamespace} wait --timeout=20m`,
      `--for=jsonpath=${condition}`,
      `clusters.controller.kubeslice.io ${names}`,
    );
  return {
    phase: 'registration',
    title: 'Apply the registration',
    body: [
      { shell: [applyWave(hub, '30-registration')] },
      {
        text: 'OCM now installs the worker on each member (the first command lists an add-on `kubeslice` for each), and the worker reports back: registered first, healthy up to two minutes later. The slice is refused before all of them are both.',
      },
      {
        shell: [
          `${kubectl(hub)} get managedclusteraddons.addon.open-cluster-management.io -A`,
          wait("'{.status.registrationStatus}'=Registered"),
          wait("'{.status.clusterHealth.clusterHealthStatus}'=Normal"),
        ],
      },
      {
        expect: members.map(({ name }) => `cluster.controller.kubeslice.io/${name} condition met`).join('\n'),
      },
      {
        text: 'If one does not get there, the pods of the next step say why. An operator that is `Pending` has no labelled gateway node.',
      },
    ],
  };
}

function checkWorkers({ members }: SlicePlan): RunbookStep {
  return {
    phase: 'registration',
    title: 'Check the workers',
    body: [
      { shell: onEach(members, (member) => `${kubectl(member)} -n ${kubesliceWorkerNamespace} get pods`) },
      { text: 'On every member (jobs may stand beside them as `Completed`):' },
      {
        expect: `forwarder-kernel-…     1/1   Running
kubeslice-dns-…        1/1   Running
kubeslice-netop-…      1/1   Running
kubeslice-operator-…   2/2   Running
nsmgr-…                2/2   Running
registry-k8s-…         1/1   Running`,
      },
    ],
  };
}

/** OpenShift admits no privileged pod without this, and the add-on takes no chart value that would bind it. */
function allowPrivileged({ members }: SlicePlan): RunbookStep[] {
  const openshift = members.filter(({ source }) => source.distribution === 'openshift');
  if (openshift.length === 0) return [];
  return [
    {
      phase: 'gateway-nodes',
      title: 'Allow the worker’s privileged pods on OpenShift',
      body: [
        {
          text: `KubeSlice’s worker needs privileged pods, host networking and host paths, and the add-on that installs it takes no setting for OpenShift. Without this its pods are never created, and the member never registers.`,
        },
        {
          shell: onEach(openshift, ({ context }) =>
            [kubesliceWorkerNamespace, 'kubeslice-nsm-webhook-system']
              .map(
                (namespace) =>
                  `oc --context ${shellWord(context)} adm policy add-scc-to-group privileged system:serviceaccounts:${namespace}`,
              )
              .join('\n'),
          ),
        },
      ],
    },
  ];
}

function createSlice(hub: ClusterPlan, slice: SlicePlan): RunbookStep {
  const { members, name, projectNamespace } = slice;
  const router = `vl3-slice-router-${name}`;
  const onboarded = slice.namespaces.map(({ namespace }) => code(namespace)).join(', ');
  return {
    phase: 'slice',
    title: `Create the slice ${name}`,
    body: [
      {
        text: 'Repeated for up to ten minutes, because admission checks the state of every member. "registration is not completed" or "health is not normal" until then is in order; any other refusal is not, and stays the same however long you wait.',
      },
      { shell: [retry(applyWave(hub, '40-slice'), 60)] },
      { shell: [`${kubectl(hub)} -n ${projectNamespace} get sliceconfigs.controller.kubeslice.io ${name}`] },
      { text: 'The router comes up on every member, then the gateways:' },
      {
        shell: onEach(members, (member) => [
          retry(
            `${kubectl(member)} -n ${kubesliceWorkerNamespace} rollout status deployment/${router} --timeout=5m`,
          ),
          `${kubectl(member)} -n ${kubesliceWorkerNamespace} get pods -l kubeslice.io/pod-type=slicegateway`,
          `${kubectl(member)} get namespaces -l kubeslice.io/slice=${name}`,
        ]),
      },
      {
        text: `On every member: a router that is rolled out, ${gateways(members.length)}, and the namespaces ${onboarded} (as far as the topology puts them on that member). A gateway that does not get to \`Running\` points at the interface or at a closed port.`,
      },
    ],
  };
}

/** Two gateways for each other member. Source: kubeslice/worker-operator main.go, NumberOfGateways. */
function gateways(members: number): string {
  return members < 2
    ? 'no gateway (there is no other member)'
    : `${2 * (members - 1)} gateway pods \`Running\``;
}

function removal({ name }: SlicePlan): RunbookStep {
  return {
    phase: 'removal',
    title: `Take the slice ${name} down`,
    body: [
      {
        text: [
          'In this order; each point needs the one before it. Taking files out of `dist/` deletes nothing by itself, and what prunes must not prune these:',
          '',
          '1. The databases. `DoNotTerminate` refuses until the topology says another `deletionPolicy`. The volumes’ work orders stay in the members’ namespaces on the hub.',
          `2. The ServiceExports that are left, then the namespaces: set \`applicationNamespaces\` of the SliceConfig ${name} to \`[]\` and wait until no member shows one. Deleting a SliceConfig that has namespaces is always refused.`,
          `3. The SliceConfig ${name}.`,
          '4. The ManagedClusterAddOns `kubeslice`, never while the slice exists; then the KubeSlice Clusters, which take up to ten minutes each.',
          '5. The Project, and the KubeSlice controller last. ManagedClusters stay.',
        ].join('\n'),
      },
    ],
  };
}
