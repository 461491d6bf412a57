import { defineRule } from '../rule.js';
import { objectsOf } from './operator-objects.js';

const recovery = [
  'clusterBootstrapTimeout',
  'clusterDownscaleTimeout',
  'clusterHealthyTimeout',
  'clusterMonitorInterval',
  'clusterUpscaleTimeout',
  'podRecoveryTimeout',
  'podSyncTimeout',
].map((each) => `galera.recovery.${each}`);
const checksOf = (connection: string): string[] =>
  ['interval', 'retryInterval'].map((each) => `${connection}healthCheck.${each}`);
const retried = ['requeueInterval', 'retryInterval'];

/** Fields that are durations of Go, of which the schema says only that they are text. */
const fields: readonly (readonly [kind: string, paths: readonly string[]])[] = [
  [
    'MariaDB',
    [
      ...recovery,
      'galera.agent.gracefulShutdownTimeout',
      'replication.agent.gracefulShutdownTimeout',
      'replication.primary.autoFailoverDelay',
      'replication.replica.syncTimeout',
      'replication.replica.recovery.errorDurationThreshold',
      'replication.semiSyncAckTimeout',
      ...['connection.', 'primaryConnection.', 'secondaryConnection.'].flatMap(checksOf),
    ],
  ],
  ['Backup', ['maxRetention']],
  ['PhysicalBackup', ['maxRetention', 'timeout']],
  ['PointInTimeRecovery', ['archiveTimeout']],
  ['User', retried],
  ['Database', retried],
  ['Grant', retried],
  ['Connection', checksOf('')],
  ['ExternalMariaDB', checksOf('connection.')],
  [
    'MaxScale',
    [
      'requeueInterval',
      'monitor.interval',
      'config.sync.interval',
      'config.sync.timeout',
      ...checksOf('connection.'),
    ],
  ],
];

const goDuration = /^[-+]?(?:0|(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** Times are in hours, minutes and seconds, which is what the operator can read. */
export const duration = defineRule({
  id: 'mariadb-operator/duration',
  severity: 'error',
  why: 'the CRD takes any text, and the operator cannot read the object: its webhook refuses it with an unknown unit',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/physicalbackup_types.go',
  messages: {
    unit: (p: { field: string; value: string }) => `${p.field} is ${p.value}, which is no time in h, m and s`,
  },
  checkManifests(manifests, report) {
    for (const [kind, paths] of fields) {
      for (const { root } of objectsOf(manifests, kind)) {
        for (const path of paths) {
          const field = root.at('spec', ...path.split('.'));
          const { text } = field;
          if (text === undefined || goDuration.test(text)) continue;
          report('unit', { field: path, value: text }).at(field.span).fix(remedyOf(text));
        }
      }
    }
  },
});

/** Days and weeks are what people write most. */
function remedyOf(text: string): string {
  const [, count, unit] = /^(\d+)\s*([dw])/i.exec(text) ?? [];
  if (count === undefined || unit === undefined) return 'write it such as 720h, 10m or 1m30s';
  return `write ${Number(count) * (unit.toLowerCase() === 'd' ? 24 : 168)}h`;
}
