import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { type DatabasePlan, databasesOf } from '../../plan/index.js';
import { bytes, valueSpan } from '../../topology/index.js';
import { postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { postgresMajor } from './postgres-major.js';

/** How WAL is kept for standbys, the size that goes with it, and its least value. */
const policies = {
  WALKeepSize: { size: 'walKeepSize', least: 0 },
  ReplicationSlot: { size: 'maxSlotWALKeepSize', least: -1 },
  WALKeepSegment: { size: 'walKeepSegment', least: 0 },
} as const;

const mebibyte = 2 ** 20;
const mostInt32 = 2 ** 31 - 1;

const messages = {
  unknown: (p: { policy: string }) => `there is no walLimitPolicy ${p.policy}`,
  version: (p: { policy: string; major: number }) => `Postgres ${p.major} does not keep WAL by ${p.policy}`,
  low: (p: { field: string; value: number; least: number }) =>
    `${p.field} is ${p.value}, the least is ${p.least}`,
  high: (p: { size: string }) => `walKeepSize ${p.size} is more than the field holds`,
};

/** WAL is kept for standbys in a way that the Postgres version has. */
export const postgresWalRetention = defineRule({
  id: 'kubedb/postgres-wal-retention',
  severity: 'error',
  why: 'KubeDB refuses the database: Postgres counts kept WAL in segments up to 12 and in megabytes or by slots from 13 on',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages,
  checkPlan(plan, report) {
    const databases = databasesOf(plan, 'kubedb');
    for (const database of databases) checkPlanned(database, report);
  },
  checkManifests(manifests, report) {
    for (const { spec } of postgresObjects(manifests)) {
      checkReplication(spec.at('replication'), postgresMajor(spec.at('version').text), report);
    }
  },
});

function checkPlanned({ source }: DatabasePlan, report: Report<typeof messages>): void {
  const size = source.kubedb?.walKeepSize;
  if (!source.kubedb || size === undefined) return;
  const span = valueSpan(source.kubedb, 'walKeepSize');
  const major = postgresMajor(source.version);
  if (major !== undefined && major <= 12) {
    report('version', { policy: 'walKeepSize', major })
      .at(span)
      .related(valueSpan(source, 'version'), 'the version')
      .fix('remove it, KubeDB then keeps 96 segments, 1.5 GiB; or take version 13 or later');
  } else if (bytes(size) / mebibyte > mostInt32) {
    report('high', { size }).at(span).fix('write what a standby may fall behind, such as 1536Mi');
  }
}

function checkReplication(
  replication: Field,
  major: number | undefined,
  report: Report<typeof messages>,
): void {
  const policy = replication.at('walLimitPolicy');
  if (policy.text === undefined) return;
  if (!isPolicy(policy.text)) {
    report('unknown', { policy: policy.text })
      .at(policy.span)
      .fix(`write ${right(major)}`);
    return;
  }
  if (major !== undefined && (policy.text === 'WALKeepSegment') !== major <= 12) {
    report('version', { policy: policy.text, major })
      .at(policy.span)
      .fix(`write ${right(major)}`);
    return;
  }
  const { size, least } = policies[policy.text];
  const field = replication.at(size);
  if (field.number === undefined || field.number >= least) return;
  report('low', { field: size, value: field.number, least })
    .at(field.span)
    .fix(
      least < 0 ? 'write -1 for no limit, or the megabytes to keep' : 'write how much to keep, or remove it',
    );
}

function isPolicy(text: string): text is keyof typeof policies {
  return Object.hasOwn(policies, text);
}

function right(major: number | undefined): string {
  return major !== undefined && major <= 12 ? 'WALKeepSegment' : 'WALKeepSize or ReplicationSlot';
}
