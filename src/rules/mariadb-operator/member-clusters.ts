import type { Report, Span } from '../../diagnostics/index.js';
import {
  type Database,
  keySpan,
  type MultiCluster,
  nearest,
  type Placement,
  valueSpan,
} from '../../topology/index.js';
import { replicaCount } from '../databases.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

const messages = {
  missing: (p: { database: string; clusters: readonly string[] }) =>
    `${p.database} is placed on ${listed(p.clusters)}, and multiCluster does not say how to reach ${p.clusters.length === 1 ? 'it' : 'them'}`,
  extra: (p: { database: string; cluster: string }) =>
    `${p.cluster} is a member of ${p.database} and holds no replica of it`,
  twice: (p: { database: string; cluster: string }) => `${p.cluster} is a member of ${p.database} twice`,
  primary: (p: { database: string; cluster: string }) =>
    `the primary of ${p.database} is ${p.cluster}, which is no member`,
  host: (p: { first: string; second: string; host: string }) =>
    `${p.first} and ${p.second} are both reached at ${p.host}`,
  alone: (p: { database: string; cluster: string }) =>
    `${p.database} has one replica on ${p.cluster}, and a member of several clusters replicates within itself too`,
  domains: (p: { first: string; second: string; id: string; range: string }) =>
    `${p.first} and ${p.second} would both use the GTID domain ${p.id}: ${p.second} takes ${p.range}`,
  servers: (p: { first: string; second: string; id: string; range: string }) =>
    `${p.first} and ${p.second} would both use the server id ${p.id}: ${p.second} takes ${p.range}`,
  password: (p: { database: string }) =>
    `${p.database} names no secret with the administrator's password, which must be the same in all its clusters`,
  authority: (p: { database: string }) =>
    `the certificates of ${p.database} are signed by each cluster for itself, and no other one believes them`,
  backup: (p: { database: string }) =>
    `${p.database} has no physical backup on S3 from which the clusters that follow can start`,
};

/** The members of a database on several clusters are the clusters of its placement, and differ in everything by which replication tells them apart. */
export const memberClusters = defineRule({
  id: 'mariadb-operator/member-clusters',
  severity: 'error',
  why: 'no operator looks into another cluster: a member that nobody knows never follows, and with ids that two share a replica takes the transactions of the other for its own and skips them',
  source: 'mariadb-operator/mariadb-operator docs/multi-cluster.md, pkg/galera/config/config.go',
  messages,
  checkTopology({ databases }, report) {
    for (const database of databases) {
      const multiCluster = database.mariadbOperator?.multiCluster;
      if (!multiCluster || database.provider !== 'mariadb-operator') continue;
      checkSecrets(database, multiCluster, report);
      checkAuthority(database, multiCluster, report);
      // Who the members are comes before what they have.
      if (!checkMembers(database, multiCluster, report)) continue;
      if (!checkReplicas(database, report)) continue;
      checkIds(database, multiCluster, report);
    }
  },
});

type Check = Report<typeof messages>;
type Member = MultiCluster['members'][number];

function checkMembers({ name, placement }: Database, multiCluster: MultiCluster, report: Check): boolean {
  let sound = true;
  const placed = new Set(placement.map(({ cluster }) => cluster));
  const seen = new Map<string, Member>();
  const hosts = new Map<string, Member>();
  const missing = new Set(placed);
  for (const member of multiCluster.members) missing.delete(member.cluster);
  for (const member of multiCluster.members) {
    const { cluster, host, port = 3306 } = member;
    const first = seen.get(cluster);
    const span = valueSpan(member, 'cluster');
    if (first) {
      sound = false;
      const meant = missing.size === 1 ? [...missing][0] : undefined;
      missing.clear();
      report('twice', { database: name, cluster })
        .at(span, 'again here')
        .related(valueSpan(first, 'cluster'), 'first here')
        .fix(meant === undefined ? 'keep one entry for each cluster' : `did you mean ${meant}?`);
      continue;
    }
    seen.set(cluster, member);
    if (!placed.has(cluster)) {
      sound = false;
      const meant = nearest(cluster, [...missing]) ?? (missing.size === 1 ? [...missing][0] : undefined);
      if (meant !== undefined) missing.delete(meant);
      report('extra', { database: name, cluster })
        .at(span)
        .fix(
          meant === undefined
            ? `add ${cluster} to the placement, or remove it here`
            : `did you mean ${meant}?`,
        );
    }
    const same = hosts.get(`${host}:${port}`);
    if (same) {
      report('host', { first: same.cluster, second: cluster, host })
        .at(valueSpan(member, 'host'))
        .related(valueSpan(same, 'host'), `for ${same.cluster}`)
        .fix('write the address of the primary service of each cluster');
    } else hosts.set(`${host}:${port}`, member);
  }
  if (missing.size > 0) {
    sound = false;
    report('missing', { database: name, clusters: [...missing] })
      .at(keySpan(multiCluster, 'members'))
      .fix(
        'add an entry with its cluster and its host at the end; the order decides the ids of those that run',
      );
  }
  if (sound && !seen.has(multiCluster.primary)) {
    sound = false;
    const meant = nearest(multiCluster.primary, [...seen.keys()]);
    report('primary', { database: name, cluster: multiCluster.primary })
      .at(valueSpan(multiCluster, 'primary'))
      .fix(meant === undefined ? `write one of ${listed([...seen.keys()])}` : `did you mean ${meant}?`);
  }
  return sound;
}

function checkReplicas({ name, placement }: Database, report: Check): boolean {
  const alone = placement.filter((entry) => replicaCount([entry]) === 1);
  const [first, ...others] = alone;
  if (!first) return true;
  const open = report('alone', { database: name, cluster: first.cluster }).at(valueSpan(first, 'replicas'));
  for (const other of others) open.related(valueSpan(other, 'replicas'), `one on ${other.cluster} as well`);
  open.fix('make it 3, or 2 with replication: primary-replica');
  return false;
}

interface Range {
  readonly cluster: string;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

/** As the plan deals them out: with room for nine replicas between two members. */
const step = 10;

function checkIds(database: Database, { members }: MultiCluster, report: Check): void {
  const galera = (database.replication ?? 'galera') === 'galera';
  const counts = new Map(
    database.placement.map((entry: Placement) => [entry.cluster, replicaCount([entry])]),
  );
  const rangesOf = (
    field: 'gtidDomainId' | 'serverId',
    first: number,
    more: boolean,
    extra: number,
  ): Range[] =>
    members.map((member, index) => {
      const from = member[field] ?? first + index * step;
      const to = from + (more ? (counts.get(member.cluster) ?? 1) - 1 + extra : 0);
      const span = valueSpan(member, member[field] === undefined ? 'cluster' : field);
      return { cluster: member.cluster, from, to, span };
    });
  // In Galera the cluster has a domain of its own before those of its replicas.
  reportClash('domains', rangesOf('gtidDomainId', 0, galera, 1), 'gtidDomainId', report);
  reportClash('servers', rangesOf('serverId', step, !galera, 0), 'serverId', report);
}

/** The first two that overlap. */
function reportClash(
  message: 'domains' | 'servers',
  ranges: readonly Range[],
  field: string,
  report: Check,
): void {
  const sorted = [...ranges].sort((a, b) => a.from - b.from || a.to - b.to);
  for (const [index, second] of sorted.entries()) {
    const first = sorted[index - 1];
    if (!first || second.from > first.to) continue;
    const range = second.from === second.to ? `${second.from}` : `${second.from} to ${second.to}`;
    report(message, { first: first.cluster, second: second.cluster, id: `${second.from}`, range })
      .at(second.span)
      .related(
        first.span,
        `${first.cluster} takes ${first.from === first.to ? first.from : `${first.from} to ${first.to}`}`,
      )
      .fix(
        `give ${second.cluster} a ${field} of ${Math.ceil((first.to + 1) / step) * step} or more, before it runs for the first time`,
      );
    return;
  }
}

function checkSecrets(
  { name, rootPasswordSecret, mariadbOperator = {} }: Database,
  multiCluster: MultiCluster,
  report: Check,
): void {
  const place = keySpan(multiCluster, 'members');
  if (!rootPasswordSecret) {
    report('password', { database: name })
      .at(place)
      .fix(
        `add rootPasswordSecret: {name: ${name}-root, key: password}, and make that secret in every cluster`,
      );
  }
  const { backups = [] } = mariadbOperator;
  if (backups.some(({ kind = 'physical', s3 }) => kind === 'physical' && s3)) return;
  report('backup', { database: name })
    .at(backups.length > 0 ? keySpan(mariadbOperator, 'backups') : place)
    .fix('add a backup with kind: physical and s3, in a bucket that all its clusters reach');
}

function checkAuthority({ name, tls = {} }: Database, multiCluster: MultiCluster, report: Check): void {
  if (tls.enabled === false || tls.issuer || tls.secret !== undefined) return;
  report('authority', { database: name })
    .at(keySpan(multiCluster, 'members'))
    .fix('add tls with an issuer, or a secret, whose authority is the same in every cluster');
}
