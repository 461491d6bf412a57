import { type ClusterChoice, defaults, type KubedbChoices } from './answers.js';
import { replicasPerCluster } from './layout.js';
import { scalar } from './scalar.js';

/** The newest versions that KubeDB's newest release has and still supports. */
const versions = { mariadb: '11.8.5', postgres: '17.9' } as const;

/** No distribution's usual pod or service network overlaps it. */
const subnet = '10.7.0.0/16';

/** KubeSlice names things by the slice and two clusters; more characters end in names that are too long. */
const longestSliceName = 15;
const longestProjectName = 30;

/** What follows the head in the file of a program for KubeDB: the clusters, the slice that joins several, the database. */
export function kubedbParts(choices: KubedbChoices): string[][] {
  const several = choices.clusters.length > 1;
  const parts = [clusters(choices)];
  if (several) parts.push(links(choices), slice(choices));
  parts.push(database(choices));
  return parts;
}

/** Whether the KubeSlice project is called like the program. */
export function namesProject({ name, clusters }: KubedbChoices): boolean {
  return clusters.length > 1 && projectOf(name) === name;
}

function clusters({ clusters, apiServer }: KubedbChoices): string[] {
  const several = clusters.length > 1;
  return [
    several
      ? '# The order is final: it decides subnets and which end of a tunnel is the server. Append, never reorder.'
      : '# One cluster needs neither a hub nor a slice; dbspan init -c A -c B -c C writes a file that has both.',
    'clusters:',
    ...clusters.flatMap((cluster, index) => {
      if (!several) return lonely(cluster);
      return index === 0 ? hub(cluster, apiServer) : member(cluster, clusters[0]?.name ?? '');
    }),
  ];
}

function lonely({ name, distribution, networkInterface }: ClusterChoice): string[] {
  return [
    `  - name: ${scalar(name)}`,
    `    distribution: ${distribution}`,
    ...(networkInterface === undefined ? [] : [`    networkInterface: ${scalar(networkInterface)}`]),
    '    # storageClass: fast # left out, the volumes are of the default class of the cluster',
  ];
}

function hub(cluster: ClusterChoice, apiServer: string | undefined): string[] {
  const { name, distribution, networkInterface } = cluster;
  const command = "ip route get 8.8.8.8 | awk '{ print $5 }'";
  return [
    `  - name: ${scalar(name)}`,
    '    hub: true # runs the OCM hub, the KubeSlice controller and the KubeDB operator',
    `    distribution: ${distribution} # decides how slice.local reaches the DNS of the cluster`,
    ...(apiServer === undefined
      ? [
          '    # FILL IN the URL under which the other clusters reach the API server: they join through it.',
          '    # apiServer: https://10.2.0.56:6443',
        ]
      : [`    apiServer: ${scalar(apiServer)} # as the other clusters reach it: they join through it`]),
    ...(networkInterface === undefined
      ? [
          `    # FILL IN what a gateway node prints: ${command}`,
          '    # A wrong interface makes the tunnel fail without a word.',
          `    networkInterface: ${defaults.networkInterface}`,
        ]
      : [`    networkInterface: ${scalar(networkInterface)} # of a gateway node: ${command}`]),
    ...dns(cluster),
    '    # The nodes that carry the tunnels, two for redundancy; left out, RUNBOOK.md asks for them.',
    '    # gatewayNodes: [node-1, node-2]',
    '    # With its networks given, dbspan checks that the subnet of the slice is free there.',
    '    # podCIDRs: [10.42.0.0/16]',
    '    # serviceCIDRs: [10.43.0.0/16]',
    '    # storageClass: fast # left out, the volumes are of the default class of the cluster',
  ];
}

function member(cluster: ClusterChoice, first: string): string[] {
  const { name, distribution, networkInterface } = cluster;
  return [
    `  - name: ${scalar(name)}`,
    `    distribution: ${distribution}`,
    networkInterface === undefined
      ? `    networkInterface: ${defaults.networkInterface} # FILL IN, as on ${first}`
      : `    networkInterface: ${scalar(networkInterface)}`,
    ...dns(cluster),
  ];
}

/** Distributions whose CoreDNS imports nothing, so that dbspan writes the whole Corefile. */
const wholeCorefile: ReadonlySet<string> = new Set(['kubeadm', 'kind', 'eks']);

function dns({ name, distribution }: ClusterChoice): string[] {
  const lines = [
    '    # FILL IN once KubeSlice runs there: the address of kubeslice-dns, by the command in RUNBOOK.md.',
    '    # kubesliceDNS: 10.43.172.191',
  ];
  if (wholeCorefile.has(distribution)) {
    lines.push(
      `    # Its CoreDNS imports nothing, so the whole Corefile is written; a step of RUNBOOK.md saves the present one.`,
      `    corefile: corefiles/${name}.Corefile`,
    );
  }
  return lines;
}

function links({ clusters }: KubedbChoices): string[] {
  const [one, other] = clusters.map(({ name }) => scalar(name));
  return [
    '# The network between two clusters, measured from gateway node to gateway node; commits wait for the round trip.',
    '# links:',
    `#   - between: [${one}, ${other}]`,
    '#     rtt: 7ms',
    '#     bandwidth: 1Gbps',
  ];
}

function slice({ name }: KubedbChoices): string[] {
  const project = projectOf(name);
  return [
    'slice:',
    `  name: ${scalar(sliceName(name))} # ${longestSliceName} characters at most`,
    ...(project === name ? [] : [`  project: ${scalar(project)} # ${longestProjectName} characters at most`]),
    '  # A private /16 that overlaps no pod or service network of any cluster. It can never be changed.',
    `  subnet: ${subnet}`,
    '  # Limits what the clusters send each other, state transfers included; left out, to 10 Gbit/s.',
    '  # bandwidth:',
    '  #   ceiling: 800Mbps # at 5Mbps a copy of 1 GiB takes 28 minutes',
    '  #   guaranteed: 200Mbps',
  ];
}

/** KubeSlice starts the names of services with that of the slice, and those start with a letter. */
function sliceName(name: string): string {
  return cut(/^\d/.test(name) ? `s${name}` : name, longestSliceName);
}

/** KubeSlice takes no project of more than 30 characters, and none that holds the prefix of its namespaces. */
function projectOf(name: string): string {
  let rest = name;
  while (rest.includes('kubeslice-')) rest = rest.replaceAll('kubeslice-', '');
  return cut(rest, longestProjectName) || 'databases';
}

function cut(name: string, length: number): string {
  return name.slice(0, length).replace(/-+$/, '');
}

function database(choices: KubedbChoices): string[] {
  const { engine, database, namespace, size, memory } = choices;
  return [
    'databases:',
    `  - name: ${scalar(database)}`,
    `    namespace: ${scalar(namespace)}`,
    '    provider: kubedb',
    `    engine: ${engine}`,
    `    version: "${versions[engine]}" # keep the quotes: without them YAML reads 17.10 as the number 17.1`,
    ...placement(choices),
    '    storage:',
    `      size: ${size} # of each replica; it can grow, never shrink`,
    '    resources:',
    `      memory: ${memory} # of the server of each replica: request and limit`,
    ...(engine === 'postgres'
      ? [
          '    kubedb:',
          '      streamingMode: Synchronous # with Asynchronous a failover loses the commits that were not streamed yet',
        ]
      : []),
    '    # deletionPolicy: DoNotTerminate # the default: deleting the object is refused',
  ];
}

function placement({ clusters }: KubedbChoices): string[] {
  const names = clusters.map(({ name }) => scalar(name));
  const counts = replicasPerCluster(names.length);
  const lines = ['    placement:'];
  for (const [index, count] of counts.entries()) {
    lines.push(`      - cluster: ${names[index]}`, `        replicas: ${count}`);
  }
  const [first] = names;
  if (names.length === 1) {
    return [
      ...lines,
      '    # Where the cluster has three nodes or more, keep its replicas apart, and the loss of a node stops nothing:',
      ...apart,
      '    # survive: node',
    ];
  }
  if (names.length === 2) {
    return [
      '    # Two sites cannot survive the loss of either: no division of the replicas leaves a majority both ways.',
      `    # Here writes stop when ${first} is lost; with a replica on a third cluster they would go on.`,
      ...lines,
      '    survive: none # accepts that; while nothing is said here, dbspan warns of it',
      `    # Where ${first} has two nodes or more, keep its replicas apart and write survive: node:`,
      '    # the loss of a node then stops nothing.',
      ...apart,
    ];
  }
  return [
    ...(names.length > counts.length
      ? [`    # KubeDB runs ${counts.length} replicas at most, so the last clusters hold none.`]
      : []),
    '    # An odd number in all, and no cluster with half of them: whichever is lost, a majority is left.',
    ...lines,
    '    survive: cluster # the goal: the loss of any one cluster. Also none, node, zone and cluster+1.',
  ];
}

/** What keeps replicas on nodes of their own, which asks for nodes that the file knows nothing about. */
const apart = ['    # spread:', '    #   node: DoNotSchedule'];
