import type { Report } from '../../diagnostics/index.js';
import { type ConfigOption, mariadbName, type ServerConfig, shownValue } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { configsOf, filesIn } from '../server-configs.js';

const messages = {
  option: (p: { option: string; value: string; effect: string }) => `${p.option} = ${p.value} ${p.effect}`,
  statistics: (p: { option: string }) => `${p.option} leaves out pg_stat_statements, which KubeDB loads`,
  overrides: (p: { option: string }) => `${p.option} overrides what the database object says`,
  updates: (p: { option: string }) =>
    `${p.option} without log_slave_updates records only what a replica was told itself`,
};

/** No option takes back what keeps data, or what the operator loads. */
export const unsafe = defineRule({
  id: 'config/unsafe',
  severity: 'warning',
  why: 'the server takes it, and a crash, a split or a stranger then costs more than without it',
  source:
    'kubedb/postgres-init-docker role_scripts/17/primary/start.sh; kubedb/docs docs/guides/mariadb/pitr; postgres/postgres doc/src/sgml/config.sgml; mariadb-operator/mariadb-operator pkg/galera/config/config.go',
  messages,
  checkPlan(plan, report) {
    for (const config of configsOf(plan)) check(config, report);
  },
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) check(file, report);
  },
  checkServerFile(file, report) {
    check(file, report, true);
  },
});

/** Values that do harm, what they do and what is better. */
interface Harm {
  readonly value: RegExp;
  readonly effect: string;
  readonly remedy: string;
  /** Only to a server with replicas that share the file. */
  readonly toReplicas?: boolean;
}

const off = /^(?:off|false|no|0)$/i;
const on = /^(?:on|true|yes|1)$/i;

const mariadbHarms: Readonly<Record<string, Harm>> = {
  'skip-grant-tables': {
    value: on,
    effect: 'lets everyone in without a password',
    remedy: 'remove it; it is for one server that is cut off from the network',
  },
  'innodb-doublewrite': {
    value: off,
    effect: 'leaves torn pages behind when the node goes down',
    remedy: 'remove it, unless the volume writes 16 KiB at once or not at all',
  },
  'innodb-force-recovery': {
    value: /^[1-9]/,
    effect: 'keeps the server from purging or writing',
    remedy: 'remove it; it is for one server whose data are being rescued',
  },
  'read-only': {
    value: on,
    effect: 'refuses the writes of clients on every replica',
    remedy: 'remove it; the file is the same on every replica',
    toReplicas: true,
  },
  'lower-case-table-names': {
    value: /^[12]$/,
    effect: 'hides the tables of a data directory that was made with another value',
    remedy: 'keep it only if it stood there when the database was made',
  },
};

const postgresHarms: Readonly<Record<string, Harm>> = {
  fsync: { value: off, effect: 'loses the database when the node goes down', remedy: 'remove it' },
  full_page_writes: {
    value: off,
    effect: 'leaves torn pages behind when the node goes down',
    remedy: 'remove it',
  },
  max_wal_senders: {
    value: /^0+$/,
    effect: 'lets no standby follow',
    remedy: 'remove it; KubeDB allows 90',
    toReplicas: true,
  },
  zero_damaged_pages: { value: on, effect: 'deletes the rows of a damaged page', remedy: 'remove it' },
  autovacuum: {
    value: off,
    effect: 'lets dead rows grow until the volume is full or transactions run out',
    remedy: 'remove it, and set its pace instead',
  },
};

const retention = /^(?:wal_keep_size|max_slot_wal_keep_size)$/i;

function check(config: ServerConfig, report: Report<typeof messages>, alone = false): void {
  if (config.engine === 'mariadb') checkMariadb(config, report, alone);
  else checkPostgres(config, report, alone);
}

function checkMariadb(
  { options, galera, surroundings }: ServerConfig,
  report: Report<typeof messages>,
  alone: boolean,
): void {
  const read = options.map((option) => ({ option, key: mariadbName(option.name).key }));
  for (const { option, key } of read) {
    harm(option, mariadbHarms[key], report, alone);
    const said = surroundings?.said?.get(key);
    if (!said || sameValue(said.value, option.value)) continue;
    report('overrides', { option: option.name })
      .at(option.nameSpan)
      .fix(`remove it, and write ${said.field} of the object`);
  }
  const log = read.find(({ option, key }) => key === 'log-bin' && !/^(?:skip|disable)/i.test(option.name));
  // There the operator writes it.
  if (surroundings?.binlogReaders === 'clusters') return;
  if (!galera || !log || read.some(({ key }) => key === 'log-slave-updates')) return;
  report('updates', { option: log.option.name })
    .at(log.option.nameSpan)
    .fix('add log_slave_updates: ON, so that a backup of the binary log has the writes of all replicas');
}

/** True when a field of the object says what the file says, whose value is left out for a switch that is on. */
function sameValue(field: string, value = 'ON'): boolean {
  const plain = (text: string): string =>
    on.test(text) ? 'on' : off.test(text) ? 'off' : text.toLowerCase();
  return plain(field) === plain(value);
}

function checkPostgres({ options }: ServerConfig, report: Report<typeof messages>, alone: boolean): void {
  for (const option of options) {
    const key = option.name.toLowerCase();
    harm(option, postgresHarms[key], report, alone);
    if (!alone) checkOverridden(option, key, report);
  }
}

/** What KubeDB sets otherwise than by the file. */
function checkOverridden(option: ConfigOption, key: string, report: Report<typeof messages>): void {
  const { name, value = '', nameSpan, valueSpan } = option;
  if (key === 'shared_preload_libraries' && !/\bpg_stat_statements\b/.test(value)) {
    const whole = ['pg_stat_statements', ...value.split(',').map((each) => each.trim())].filter(Boolean);
    report('statistics', { option: name })
      .at(valueSpan)
      .fix(option.secret ? 'add pg_stat_statements to its list' : `write ${whole.join(',')}`);
  }
  if (retention.test(name)) {
    report('overrides', { option: name })
      .at(nameSpan)
      .fix('remove it, and write kubedb.walKeepSize, replication of the object');
  }
}

function harm(
  { name, value = 'ON', valueSpan, secret }: ConfigOption,
  known: Harm | undefined,
  report: Report<typeof messages>,
  alone: boolean,
): void {
  if (!known?.value.test(value) || (alone && known.toReplicas)) return;
  report('option', { option: name, value: shownValue({ value, secret }), effect: known.effect })
    .at(valueSpan)
    .fix(known.remedy);
}
