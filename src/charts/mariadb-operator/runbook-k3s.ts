import { type ClusterPlan, loadBalancerProvider, type Plan, shellWord } from '../../plan/index.js';
import { byFleet, code, type RunbookBlock, type RunbookStep, type RunbookVariable } from '../runbook-step.js';
import { operatorHomes } from './values.js';

const nodeVariable: RunbookVariable = {
  name: 'K3S_NODE',
  value: '',
  comment: 'address of the first node of the K3s cluster at hand, for its first installation only',
};

/** How a K3s cluster is installed that does not exist yet; one step for clusters that are alike. */
export function installK3s(plan: Plan): RunbookStep[] {
  const clusters = operatorHomes(plan).filter(({ source }) => source.distribution === 'k3s');
  const balanced = balancedByK3s(plan);
  return byFleet(clusters).flatMap(({ name, clusters: [cluster, ...others] }) => {
    if (!cluster) return [];
    const many = others.length > 0 ? ` Repeat it for each of the ${others.length + 1} clusters.` : '';
    return [
      {
        phase: 'clusters',
        title: others.length > 0 ? `Install K3s on each cluster of ${name}` : `Install K3s on ${name}`,
        variables: [nodeVariable],
        body: [
          {
            text: `Only for a cluster that does not exist yet: on one that runs, the same line restarts K3s with other settings.${many} On the first node, as root:`,
          },
          { shell: [serverLine(plan, cluster, balanced.has(cluster))] },
          ...about(balanced.has(cluster)),
          ...otherNodes(cluster),
          ...credentials(cluster, others.length > 0),
        ],
      },
    ];
  });
}

function serverLine(plan: Plan, cluster: ClusterPlan, isBalanced: boolean): string {
  const { kubernetes } = plan.topology.releases ?? {};
  const channel =
    kubernetes === undefined ? '' : `INSTALL_K3S_CHANNEL=${shellWord(`v${kubernetes.replace(/^v/, '')}`)} `;
  return `curl -sfL https://get.k3s.io | ${channel}INSTALL_K3S_EXEC=${shellWord(`server ${flagsOf(cluster, isBalanced).join(' ')}`)} sh -`;
}

function flagsOf({ domain }: ClusterPlan, isBalanced: boolean): string[] {
  return [
    '--disable traefik',
    ...(isBalanced ? [] : ['--disable servicelb']),
    ...(domain === 'cluster.local' ? [] : [`--cluster-domain ${domain}`]),
  ];
}

/** The clusters on which a database is reached through the load balancer that K3s brings along. */
function balancedByK3s({ databases }: Plan): ReadonlySet<ClusterPlan> {
  const homes = databases.flatMap((database) => {
    return database.provider !== 'kubedb' && database.service.type === 'LoadBalancer' ? [database.home] : [];
  });
  return new Set(homes.filter(({ source }) => loadBalancerProvider(source) === 'servicelb'));
}

function about(isBalanced: boolean): RunbookBlock[] {
  const balancer = isBalanced
    ? 'ServiceLB stays: it gives the load balancer of a database its address.'
    : 'No database here asks K3s for a load balancer, so that ServiceLB may go; a Service of type LoadBalancer then waits for an address until something else gives it one.';
  return [
    {
      text: `Leave Traefik out of the line if something here needs an ingress. ${balancer}`,
    },
    {
      text: 'Two more parts can go, by flags of their own (`--disable` does not know them, and says nothing): `--disable-network-policy`, after which a NetworkPolicy is accepted and does nothing; and `--disable-cloud-controller`, which takes ServiceLB along, and after which another controller has to set up the nodes. The line keeps both.',
    },
  ];
}

function otherNodes({ source }: ClusterPlan): RunbookBlock[] {
  const { nodes } = source;
  const count = typeof nodes === 'object' ? Object.values(nodes).reduce((sum, each) => sum + each, 0) : nodes;
  if (count === 1) {
    return [
      {
        text: 'With one node, K3s keeps its own state in SQLite, which spares the card. `--cluster-init` (etcd) is for three servers, not for one.',
      },
    ];
  }
  return [
    {
      text: 'On each other node, with the token that the first one has in `/var/lib/rancher/k3s/server/node-token`, copied to `/root/node-token`, and the address of the first in place of FIRST-NODE:',
    },
    {
      shell: [
        'curl -sfL https://get.k3s.io | K3S_URL=https://FIRST-NODE:6443 K3S_TOKEN_FILE=/root/node-token sh -',
      ],
    },
    {
      text: 'Those are agents: while the first node is away, the databases run and nothing can be changed, and the operator fails nothing over. For three servers, add `--cluster-init` to the line of the first, and `--server` with its URL to that of two others; etcd writes to the card at every change.',
    },
  ];
}

function credentials({ context }: ClusterPlan, isFleet: boolean): RunbookBlock[] {
  const name = isFleet ? '$cluster' : context;
  const shown = isFleet ? 'the cluster’s name' : code(context);
  const setting = isFleet ? ['cluster=…'] : [];
  const file = isFleet
    ? '"$HOME/.kube/$cluster.yaml"'
    : `"$HOME/.kube/${context.replace(/[^A-Za-z0-9._-]/g, '-')}.yaml"`;
  return [
    {
      text: `Then, on your own machine, a kubeconfig whose context is called ${shown}. K3s calls every cluster \`default\`, at 127.0.0.1:`,
    },
    {
      shell: [
        ...setting,
        `(umask 077 && ssh "root@\${K3S_NODE:?address of the first node}" cat /etc/rancher/k3s/k3s.yaml |
  sed -e "s/127\\.0\\.0\\.1/$K3S_NODE/" -e "s|: default\\$|: ${name}|" > ${file}.new &&
  [ -s ${file}.new ] && mv ${file}.new ${file})`,
        `export KUBECONFIG="\${KUBECONFIG:-$HOME/.kube/config}":${file}`,
      ],
    },
  ];
}
