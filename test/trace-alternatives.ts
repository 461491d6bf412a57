// What else a field of the language may be. Whatever the compiler refuses in a given topology is left out there, so that the lists
// may be generous.

type Other = (value: never) => readonly unknown[];

const numbers: Other = (value: number) => [
  value + 1,
  Math.max(0, value - 1),
  value + 2,
  value * 2,
  Math.max(1, Math.floor(value / 2)),
  value * 7,
];
const flag: Other = (value: boolean) => [!value];
const name: Other = (value: string) => [`${value}-z`];
const oneOf =
  (...values: readonly unknown[]): Other =>
  () =>
    values;
const size: Other = () => [
  '3Gi',
  '640Mi',
  '1536Mi',
  '5Gi',
  '12Gi',
  '48Gi',
  '300Gi',
  '40Mi',
  '900Mi',
  '1Gi',
  '2Gi',
];
const list: Other = (value: readonly string[]) => [
  [...value.slice(1), 'other'],
  [...value, 'other'],
  ...(value.length > 1 ? [value.slice(1), value.slice(0, -1)] : []),
];

/** Alternatives by the path of a field: the first that fits. Indices of lists are left out of it. */
const table: readonly (readonly [RegExp, Other])[] = [
  [/^(apiVersion|kind|waivers|expect)/, oneOf()],
  [/^metadata\.name$/, name],
  [/^releases\.kubernetes$/, oneOf('1.26', '1.33')],
  [/^releases\.kubedb$/, oneOf('v2025.10.17', 'v2026.7.10', 'v2026.1.19')],
  [/^releases/, name],
  [/^clusters\.(name|fleet|hub|corefile)$/, oneOf()],
  [/^clusters\.distribution$/, oneOf('k3s', 'rke2', 'eks', 'aks', 'gke', 'openshift', 'kubeadm')],
  [/^clusters\.apiServer$/, oneOf('https://elsewhere.example.com:6443')],
  [/^clusters\.networkInterface$/, oneOf('ens77')],
  [/^clusters\.nodeIPs$/, oneOf(['192.0.2.44'], ['192.0.2.44', '192.0.2.45'])],
  [/^clusters\.(podCIDRs|serviceCIDRs)$/, oneOf(['10.199.0.0/16'])],
  [/^clusters\.kubesliceDNS$/, oneOf('10.43.99.99')],
  [
    /^clusters\.zones$/,
    (value: readonly string[]) => [
      value.slice(1),
      [...value, 'zone-z'],
      [...value.slice(1), 'zone-z'],
      ['zone-z', 'zone-y', 'zone-x'],
    ],
  ],
  [/^clusters\.nodes/, numbers],
  [/^clusters\.location\.(latitude|longitude)$/, (value: number) => [value + 1.5]],
  [/^clusters\.domain$/, oneOf('corp.local')],
  [/^clusters\.capabilities\.loadBalancerProvider$/, oneOf('azure', 'aws', 'gke', 'metallb')],
  [/^clusters\.capabilities\.ipFamily$/, oneOf('ipv4', 'ipv6')],
  [/^slice\.subnet$/, oneOf('172.29.0.0/16', '10.213.0.0/16')],
  [/^slice\.maxClusters$/, oneOf(16, 32, 64)],
  [/^slice\.clusters$/, oneOf()],
  [/^slice\.gateway\.type$/, oneOf('wireguard', 'openvpn')],
  [/^slice\.gateway\.services\.type$/, oneOf('NodePort', 'LoadBalancer')],
  [/^slice\.gateway\.services\.protocol$/, oneOf('UDP', 'TCP')],
  [/^slice\.gateway\.services\.cluster$/, oneOf()],
  [/^slice\.cipher$/, oneOf('AES-256-CBC', 'AES-128-CBC')],
  [/^slice\.bandwidth\.(ceiling|guaranteed)$/, oneOf('444Mbps', '1Mbps', '3Gbps')],
  [/^slice\.bandwidth\.dscp$/, oneOf('AF21', 'EF')],
  [/^slice\.(namespaces|allowedNamespaces)$/, list],
  [/^slice\.serviceAccounts/, list],
  [/^links\.between$/, oneOf()],
  [/^links\.rtt$/, oneOf('3ms', '444ms', '900ms')],
  [/^links\.bandwidth$/, oneOf('900Mbps', '9Gbps')],
  [/^databases\.(provider|engine)$/, oneOf()],
  [
    /^databases\.version$/,
    oneOf(
      '10.11.16',
      '11.4.9',
      '11.8.5',
      '11.8.6',
      '12.17',
      '15.18-bookworm',
      '17.9-bookworm',
      '10.6.23',
      '11.8.8',
    ),
  ],
  [
    /^databases\.(image|statefulset\.arbitrator\.image|statefulset\.metrics\.image)$/,
    oneOf(
      'mariadb:10.11.16',
      'mariadb:11.4.9',
      'mariadb:11.8.8',
      'mariadb:11.8.8-ubi',
      'registry.example.com/other:1.2.3',
    ),
  ],
  [/^databases\.replication$/, oneOf('galera', 'primary-replica', 'none')],
  [/^databases\.placement\.cluster$/, oneOf()],
  [
    /^databases\.placement\.replicas$/,
    (value: number | readonly number[]) =>
      typeof value === 'number'
        ? [1, 2, 3, 4, 5, 7].filter((each) => each !== value)
        : [
            [...value, Math.max(...value) + 1],
            [...value, Math.max(...value) + 3],
            value.slice(0, -1),
            [...value.slice(0, -1), 5],
          ],
  ],
  [/^databases\.spread/, oneOf('ScheduleAnyway', 'DoNotSchedule')],
  [/^databases\.survive$/, oneOf('none', 'node', 'zone', 'cluster', 'cluster+1')],
  [/^databases\.storage\.size$/, oneOf('1Gi', '2Gi', '4Gi', '9Gi', '33Gi', '333Gi', '64Gi', '1Ti')],
  [/^databases\.resources\.memory$/, oneOf('300Mi', '512Mi', '1Gi', '1500Mi', '3Gi', '6Gi', '12Gi', '40Gi')],
  [/^databases\.resources\.cpu$/, oneOf('500m', '1', '3', '6', '12')],
  [/^databases\.sizing\.mode$/, oneOf('guaranteed', 'target')],
  [/^databases\.sizing\.bufferPool$/, oneOf('300Mi', '1Gi', '30%', '50%', '70%', '6Gi')],
  [/^databases\.sizing\.gcache$/, oneOf('200Mi', '2Gi')],
  [/^databases\.sizing\.gcache\.rideOut$/, oneOf('5m', '2h')],
  [/^databases\.sizing\.gcache\.writeRate$/, oneOf('1Mi', '3Mi')],
  [/^databases\.sizing\.workload$/, oneOf('oltp', 'mixed', 'analytics', 'edge')],
  [
    /^databases\.sizing\.maxConnections$/,
    (value: number) => [value + 1, value - 1, value * 2, Math.floor(value / 2), value * 10, 12, 40],
  ],
  [/^databases\.sizing\.workMem$/, oneOf('1Mi', '2Mi', '3Mi', '6Mi', '8Mi', '32Mi')],
  [/^databases\.sizing/, size],
  [/^databases\.service\.exposure$/, oneOf('cluster', 'internal-load-balancer', 'load-balancer')],
  [/^databases\.service\.allowFrom$/, oneOf(['172.22.0.0/16'], ['172.22.0.0/16', '172.23.0.0/16'])],
  [/^databases\.service\.address$/, oneOf('10.1.2.3')],
  [/^databases\.tls\.issuer\.kind$/, oneOf('Issuer', 'ClusterIssuer')],
  [/^databases\.deletionPolicy$/, oneOf('DoNotTerminate', 'Halt', 'Delete', 'WipeOut')],
  [/^databases\.kubedb\.wsrepSSTMethod$/, oneOf('rsync', 'mariabackup')],
  [/^databases\.kubedb\.standbyMode$/, oneOf('Hot', 'Warm')],
  [/^databases\.kubedb\.streamingMode$/, oneOf('Synchronous', 'Asynchronous')],
  [/^databases\.kubedb\.leaderElection\.period$/, oneOf('300ms', '700ms', '1s')],
  [
    /^databases\.kubedb\.(leaderElection\.maximumLagBeforeFailover|walKeepSize)$/,
    oneOf('32Mi', '2Gi', '3Gi'),
  ],
  [/^databases\.mariadbOperator\.sst$/, oneOf('mariabackup', 'rsync', 'mysqldump')],
  [/^databases\.mariadbOperator\.databases\.characterSet$/, oneOf('latin1', 'utf8mb4')],
  [/^databases\.mariadbOperator\.databases\.collation$/, oneOf('utf8mb4_bin', 'latin1_bin')],
  [/^databases\.mariadbOperator\.backups\.kind$/, oneOf('physical', 'logical')],
  [/^databases\.mariadbOperator\.backups\.schedule$/, oneOf('7 3 * * 1')],
  [/^databases\.mariadbOperator\.backups\.timeZone$/, oneOf('Europe/Paris')],
  [/^databases\.mariadbOperator\.backups\.retention$/, oneOf('90d', '5d')],
  [/^databases\.mariadbOperator\.backups\.volume\.size$/, oneOf('77Gi')],
  [/^databases\.mariadbOperator\.(users\.name|databases\.name)$/, (value: string) => [`${value}z`]],
  [/^databases\.mariadbOperator\.users\.grants\.(database|table)$/, (value: string) => [`${value}z`]],
  [/^databases\.mariadbOperator\.users\.grants\.privileges$/, oneOf(['TRIGGER'], ['INSERT', 'SELECT'])],
  [/^databases\.mariadbOperator\.users\.host$/, oneOf('10.2.%')],
  [/^databases\.mariadbOperator\.multiCluster\.members\.host$/, oneOf('elsewhere.example.com')],
  [/^databases\.mariadbOperator\.multiCluster\.(primary|members\.cluster)$/, oneOf()],
  [/^databases\.scheduling\.tolerations\.operator$/, oneOf('Exists', 'Equal')],
  [/^databases\.scheduling\.tolerations\.effect$/, oneOf('NoSchedule', 'NoExecute')],
  [/^databases\.statefulset\.initialUser\.(name|database)$/, (value: string) => [`${value}z`]],
  [/^databases\.statefulset\.arbitrator\.zone$/, oneOf('a', 'b', 'c', '1', '2', '3')],
  [/^databases\.config\.wsrep_provider_options$/, oneOf('gcache.size=2G', 'evs.suspect_timeout=PT20S')],
  [
    /^databases\.config\.(?!max_allowed_packet)/,
    (value: unknown) =>
      typeof value === 'boolean'
        ? [!value]
        : typeof value === 'number'
          ? [value + 1, value * 3]
          : [`${String(value)}1`],
  ],
  [/^databases\.config\.max_allowed_packet$/, oneOf('4M', '8M', '19M', '23M', '24M', '32M', '64M')],
];

/** What else a field could be, in the order in which it is tried. */
export function alternativesOf(steps: readonly (string | number)[], value: unknown): readonly unknown[] {
  const path = steps.filter((step) => typeof step === 'string').join('.');
  const [, other] = table.find(([pattern]) => pattern.test(path)) ?? [];
  if (other) return other(value as never).filter((each) => JSON.stringify(each) !== JSON.stringify(value));
  if (typeof value === 'boolean') return flag(value as never);
  if (typeof value === 'number') return numbers(value as never);
  if (Array.isArray(value)) return list(value as never);
  return typeof value === 'string' ? name(value as never) : [];
}
