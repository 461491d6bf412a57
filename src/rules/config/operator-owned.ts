import type { Report } from '../../diagnostics/index.js';
import {
  type ConfigOption,
  mariadbName,
  mariadbOption,
  mariadbVerdict,
  postgresRefusal,
  postgresSetting,
  type ServerConfig,
  shownValue,
} from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  owned: (p: { option: string }) => `${p.option} is KubeDB's to set`,
  value: (p: { option: string; value: string; needed: string }) =>
    `${p.option} is ${p.value}, where the cluster needs ${p.needed}`,
  replica: (p: { option: string }) => `${p.option} would be the same on every replica`,
};

/** No option takes the place of one that KubeDB sets so that the replicas find each other. */
export const operatorOwned = defineRule({
  id: 'config/operator-owned',
  severity: 'error',
  why: 'the file is read after what the operator wrote and wins: a replica no longer joins, cannot be reached or has other data than the rest',
  source:
    'kubedb/mariadb-init-docker scripts/on-start.sh, scripts/run.sh; kubedb/postgres-init-docker role_scripts/17/primary/start.sh',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
});

/** Why an option is not free. */
type Hold =
  /** Whatever it says. */
  | { readonly kind: 'owned' | 'replica'; readonly remedy: string }
  /** Unless it says what is needed. */
  | { readonly kind: 'value'; readonly right: RegExp; readonly needed: string };

const leave = 'remove it; KubeDB writes it for every replica';

const ofMember: Readonly<Record<string, Hold>> = {
  'wsrep-provider': { kind: 'owned', remedy: leave },
  'wsrep-cluster-name': { kind: 'owned', remedy: leave },
  'wsrep-cluster-address': { kind: 'owned', remedy: leave },
  'wsrep-node-address': { kind: 'owned', remedy: leave },
  'wsrep-sst-auth': { kind: 'owned', remedy: leave },
  'wsrep-sst-donor': { kind: 'owned', remedy: leave },
  'wsrep-sst-method': {
    kind: 'owned',
    remedy: 'remove it, and write kubedb.wsrepSSTMethod, wsrepSSTMethod of the object',
  },
  'wsrep-node-name': { kind: 'replica', remedy: 'remove it; each replica goes by its own name' },
  'wsrep-node-incoming-address': { kind: 'replica', remedy: 'remove it; each replica finds its own' },
  'wsrep-sst-receive-address': { kind: 'replica', remedy: 'remove it; each replica finds its own' },
  'wsrep-start-position': { kind: 'replica', remedy: 'remove it; each replica has its own' },
  'wsrep-new-cluster': { kind: 'replica', remedy: 'remove it; the coordinator says which replica begins' },
  'wsrep-recover': { kind: 'value', right: /^(?:off|0|false)$/i, needed: 'OFF' },
  'wsrep-on': { kind: 'value', right: /^(?:on|1|true)$/i, needed: 'ON' },
  'binlog-format': { kind: 'value', right: /^(?:row|2)$/i, needed: 'ROW' },
  'default-storage-engine': { kind: 'value', right: /^innodb$/i, needed: 'InnoDB' },
  'innodb-autoinc-lock-mode': { kind: 'value', right: /^2$/, needed: '2' },
};

const ofMariadb: Readonly<Record<string, Hold>> = {
  'bind-address': { kind: 'value', right: /^(?:0\.0\.0\.0|\*|::)$/, needed: '0.0.0.0' },
  'skip-networking': { kind: 'value', right: /^(?:off|0|false)$/i, needed: 'OFF' },
  port: { kind: 'value', right: /^(?:3306|0)$/, needed: '3306' },
  datadir: { kind: 'value', right: /^\/var\/lib\/mysql\/?$/, needed: '/var/lib/mysql' },
};

const ofPostgres: Readonly<Record<string, Hold>> = {
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

function check(config: ServerConfig, report: Report<typeof messages>): void {
  for (const option of config.options) {
    const hold = holdOn(config, option);
    if (!hold) continue;
    const { name, value = 'ON', nameSpan, valueSpan } = option;
    if (hold.kind !== 'value') {
      report(hold.kind, { option: name }).at(nameSpan).fix(hold.remedy);
    } else if (!hold.right.test(value) && isTaken(config, option)) {
      report('value', { option: name, value: shownValue({ ...option, value }), needed: hold.needed })
        .at(valueSpan)
        .fix(`remove it; KubeDB's own value is the one that works`);
    }
  }
}

/** A value that the server does not take as it is has a finding already. */
function isTaken({ engine, version }: ServerConfig, { name, value }: ConfigOption): boolean {
  if (engine === 'postgres') {
    const known = postgresSetting(name, version);
    return !known || postgresRefusal(known, value ?? '') === undefined;
  }
  const { key, switched } = mariadbName(name);
  const option = mariadbOption(key, version);
  return !option || switched || mariadbVerdict(option, value) === undefined;
}

function holdOn({ engine, galera }: ServerConfig, { name }: ConfigOption): Hold | undefined {
  if (engine === 'postgres') return ofPostgres[name.toLowerCase()];
  const { key } = mariadbName(name);
  return ofMariadb[key] ?? (galera ? ofMember[key] : undefined);
}
