import { mariadbName, type ServerConfig, type ServerProvider } from '../server-options/index.js';

/** Why an option is not free. */
export type Hold =
  /** Whatever it says. */
  | { readonly kind: 'owned' | 'replica'; readonly remedy: string }
  /** Unless it says what is needed, by the cluster when nothing else is named. */
  | { readonly kind: 'value'; readonly right: RegExp; readonly needed: string; readonly by?: string };

type Holds = Readonly<Record<string, Hold>>;

/** Whose the options are that a user does not set. */
export function ownerOf({ provider }: ServerConfig): string {
  switch (provider) {
    case 'mariadb-operator':
      return provider;
    case 'statefulset':
      return 'dbspan';
    default:
      return 'KubeDB';
  }
}

const on = /^(?:on|1|true)$/i;
const off = /^(?:off|0|false)$/i;
const usualSocket = /^(?:\/var)?\/run\/mysqld\/mysqld\.sock$/;
const usualData = /^\/var\/lib\/mysql\/?$/;

const ofPostgres: Holds = postgresHolds('remove it; KubeDB writes it for every replica');

function postgresHolds(leave: string): Holds {
  return {
    archive_mode: { kind: 'value', right: /^always$/i, needed: 'always' },
    archive_command: { kind: 'owned', remedy: leave },
    archive_library: { kind: 'owned', remedy: leave },
    primary_conninfo: { kind: 'owned', remedy: leave },
    primary_slot_name: { kind: 'replica', remedy: 'remove it; each standby has its own' },
    synchronous_standby_names: { kind: 'owned', remedy: 'remove it, and write kubedb.streamingMode' },
    hba_file: { kind: 'owned', remedy: leave },
    ident_file: { kind: 'owned', remedy: leave },
    data_directory: { kind: 'owned', remedy: leave },
    hot_standby: { kind: 'value', right: /^(?:on|true|yes|1)$/i, needed: 'on' },
    listen_addresses: { kind: 'value', right: /^(?:\*|0\.0\.0\.0)$/, needed: '*' },
    port: { kind: 'value', right: /^5432$/, needed: '5432' },
    wal_level: {
      kind: 'value',
      right: /^(?:replica|logical|archive|hot_standby)$/i,
      needed: 'replica or logical',
    },
    wal_log_hints: { kind: 'value', right: /^(?:on|true|yes|1)$/i, needed: 'on' },
  };
}

/** What holds for a member of a Galera cluster, whoever runs it. */
function memberHolds(leave: string, begins: string): Holds {
  return {
    'wsrep-provider': { kind: 'owned', remedy: leave },
    'wsrep-cluster-name': { kind: 'owned', remedy: leave },
    'wsrep-cluster-address': { kind: 'owned', remedy: leave },
    'wsrep-node-address': { kind: 'owned', remedy: leave },
    'wsrep-sst-auth': { kind: 'owned', remedy: leave },
    'wsrep-node-name': { kind: 'replica', remedy: 'remove it; each replica goes by its own name' },
    'wsrep-node-incoming-address': { kind: 'replica', remedy: 'remove it; each replica finds its own' },
    'wsrep-sst-receive-address': { kind: 'replica', remedy: 'remove it; each replica finds its own' },
    'wsrep-start-position': { kind: 'replica', remedy: 'remove it; each replica has its own' },
    'wsrep-new-cluster': { kind: 'replica', remedy: `remove it; ${begins} says which replica begins` },
    'wsrep-recover': { kind: 'value', right: off, needed: 'OFF' },
    'wsrep-on': { kind: 'value', right: on, needed: 'ON' },
    'binlog-format': { kind: 'value', right: /^(?:row|2)$/i, needed: 'ROW' },
    'default-storage-engine': { kind: 'value', right: /^innodb$/i, needed: 'InnoDB' },
    'innodb-autoinc-lock-mode': { kind: 'value', right: /^2$/, needed: '2' },
  };
}

/** What holds for every server, whoever runs it. */
const ofServer: Holds = {
  'bind-address': {
    kind: 'value',
    right: /(?:^|,)\s*(?:0\.0\.0\.0|\*|::)\s*(?:,|$)/,
    needed: '0.0.0.0',
  },
  'skip-networking': { kind: 'value', right: off, needed: 'OFF' },
  port: { kind: 'value', right: /^(?:3306|0)$/, needed: '3306' },
  datadir: { kind: 'value', right: usualData, needed: '/var/lib/mysql' },
};

interface ProviderHolds {
  readonly server: Holds;
  readonly member: Holds;
}

const leaveToKubedb = 'remove it; KubeDB writes it for every replica';
const kubedb: ProviderHolds = {
  server: ofServer,
  member: {
    ...memberHolds(leaveToKubedb, 'the coordinator'),
    'wsrep-sst-donor': { kind: 'owned', remedy: leaveToKubedb },
    'wsrep-sst-method': {
      kind: 'owned',
      remedy: 'remove it, and write kubedb.wsrepSSTMethod, wsrepSSTMethod of the object',
    },
  },
};

const leaveToOperator = 'remove it; mariadb-operator writes it for every replica';
const mariadbOperator: ProviderHolds = {
  server: {
    ...ofServer,
    socket: { kind: 'value', right: usualSocket, needed: '/run/mysqld/mysqld.sock' },
    'require-secure-transport': { kind: 'owned', remedy: 'remove it, and write tls.required' },
  },
  member: {
    ...memberHolds(leaveToOperator, 'the operator'),
    'wsrep-provider': { kind: 'owned', remedy: 'remove it; galeraLibPath of the object says it' },
    'wsrep-sst-method': {
      kind: 'owned',
      remedy: 'remove it, and write mariadbOperator.sst, galera.sst of the object',
    },
    'wsrep-data-home-dir': { kind: 'value', right: usualData, needed: '/var/lib/mysql' },
  },
};

/** Where a file may lie when the root of the file system is read-only. */
const writable: Hold = {
  kind: 'value',
  right: /^(?!\/)|^\/(?:var\/lib\/mysql|tmp|(?:var\/)?run\/mysqld)(?:\/|$)/,
  needed: 'a place on the volume',
  by: 'a container that cannot write elsewhere',
};

const leaveToDbspan = 'remove it; dbspan writes it for every replica';
const statefulset: ProviderHolds = {
  server: {
    ...ofServer,
    socket: { kind: 'value', right: usualSocket, needed: '/run/mysqld/mysqld.sock' },
    'pid-file': { kind: 'owned', remedy: leaveToDbspan },
    user: { kind: 'value', right: /^mysql$/, needed: 'mysql' },
    'log-error': writable,
    'general-log-file': writable,
    'slow-query-log-file': writable,
    'log-slow-query-file': writable,
    tmpdir: writable,
    'innodb-tmpdir': writable,
    'require-secure-transport': { kind: 'owned', remedy: 'remove it, and write tls.required' },
  },
  member: {
    ...memberHolds(leaveToDbspan, 'the start script'),
    'wsrep-sst-method': {
      kind: 'owned',
      remedy: 'remove it; dbspan prepares mariabackup, which does not block the donor',
    },
    'wsrep-data-home-dir': { kind: 'value', right: usualData, needed: '/var/lib/mysql' },
  },
};

const ofProviders: Readonly<Record<ServerProvider, ProviderHolds>> = {
  kubedb,
  'mariadb-operator': mariadbOperator,
  statefulset,
};

/** What keeps an option of a server from being free; undefined for a free one. */
export function holdOn(config: ServerConfig, name: string): Hold | undefined {
  if (config.engine === 'postgres') return ofPostgres[name.toLowerCase()];
  const { provider = 'kubedb', galera } = config;
  const { key, switched } = mariadbName(name);
  const { server, member } = ofProviders[provider];
  return (
    heldBySurroundings(config, key, switched && /^(?:loose[-_])?(?:skip|disable)/i.test(name)) ??
    server[key] ??
    (galera ? member[key] : undefined)
  );
}

/** What depends on more than who runs the server. KubeDB's objects are not looked at for it. */
function heldBySurroundings(config: ServerConfig, key: string, isOff: boolean): Hold | undefined {
  const { provider, galera, surroundings = {} } = config;
  if (provider === undefined || provider === 'kubedb') return undefined;
  const { port, tls, binlogReaders } = surroundings;
  if (key === 'port' && port !== undefined)
    return { kind: 'value', right: new RegExp(`^(?:${port}|0)$`), needed: String(port) };
  if (tls) {
    const remedy = 'remove it; tls says which certificate the server has';
    if (key === 'ssl' && !isOff) return { kind: 'value', right: on, needed: 'ON' };
    if (/^ssl(?:-(?:ca|capath|cert|key))?$/.test(key)) return { kind: 'owned', remedy };
    if (key === 'tls-version' && provider === 'mariadb-operator')
      return { kind: 'value', right: /TLSv1\.3/i, needed: 'TLSv1.3 among them' };
  }
  if (provider !== 'mariadb-operator') return undefined;
  if (key === 'max-prepared-stmt-count' && (galera || binlogReaders))
    return { kind: 'value', right: /[2-9]|\d\w/, needed: '2 or more', by: 'the agent beside it' };
  if (binlogReaders) return heldForReaders(key, isOff, galera, binlogReaders);
  return undefined;
}

/** What others live from who read the binary log. */
function heldForReaders(
  key: string,
  isOff: boolean,
  galera: boolean,
  readers: 'replicas' | 'clusters',
): Hold | undefined {
  const ofMembers = 'remove it; mariadbOperator.multiCluster says it, galera of the object';
  if ((key === 'log-bin' && isOff) || key === 'skip-log-bin')
    return { kind: 'value', right: off, needed: 'OFF', by: 'whoever replicates from it' };
  if (key === 'server-id') {
    return galera
      ? { kind: 'owned', remedy: ofMembers }
      : { kind: 'replica', remedy: 'remove it; the operator gives each replica one of its own' };
  }
  if (key === 'gtid-domain-id') {
    const ofReplicas = 'remove it; replication.gtidDomainId of the object says it';
    return { kind: 'owned', remedy: galera ? ofMembers : ofReplicas };
  }
  if (galera && (key === 'wsrep-gtid-mode' || key === 'wsrep-gtid-domain-id'))
    return { kind: 'owned', remedy: ofMembers };
  if (!galera && key.startsWith('rpl-semi-sync-'))
    return { kind: 'owned', remedy: 'remove it; the fields replication.semiSync of the object say it' };
  if (key === 'log-slave-updates' && readers === 'clusters')
    return { kind: 'value', right: on, needed: 'ON', by: 'whoever replicates from it' };
  return undefined;
}

/** Keys of Galera's library that are a replica's own, or that its address and certificates are in. */
const addressKeys = /^(?:ist\.recv_(?:addr|bind)|gmcast\.listen_addr|base_(?:host|port))$/;

/** Keys on which the start script and what survives a full copy rely. */
const scriptKeys = /^(?:gmcast\.group|base_dir|gcache\.(?:dir|name)|pc\.recovery)$/;

/** What to do about a key of Galera's library that is not free; undefined for a free one. */
export function heldProviderKey({ provider, surroundings }: ServerConfig, key: string): string | undefined {
  if (provider === undefined || provider === 'kubedb') return undefined;
  if (addressKeys.test(key)) return 'remove it; each replica is given its own address';
  // Which turns TLS on or off under a running cluster, one replica after the other, and overrides nothing else.
  if (provider === 'mariadb-operator' && key === 'socket.dynamic') return undefined;
  if (key.startsWith('socket.') && surroundings?.tls)
    return 'remove it; tls says which certificate the server has';
  if (provider === 'statefulset' && (key.startsWith('socket.') || scriptKeys.test(key))) {
    return 'remove it; the start script and full copies rely on what dbspan writes';
  }
  return undefined;
}
