import type { Report, Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { groupsOf, type Member, membersOf } from './multi-clusters.js';

const messages = {
  missing: (p: { database: string; field: string }) =>
    `${p.database} is one of several clusters, and has no ${p.field}`,
  domains: (p: { database: string; other: string; ids: string }) =>
    `${p.database} and ${p.other} both use domain ${p.ids}`,
  servers: (p: { database: string; other: string; ids: string }) =>
    `${p.database} and ${p.other} both use server id ${p.ids}`,
};

/** Each of several clusters has domains and server ids of its own. */
export const multiClusterIds = defineRule({
  id: 'mariadb-operator/multi-cluster-ids',
  severity: 'error',
  why: 'without these numbers Galera writes no binary log and nothing reaches the other clusters; where two clusters share one, replicas skip transactions that they take for their own',
  source: 'mariadb-operator/mariadb-operator pkg/galera/config/config.go',
  messages,
  checkManifests(manifests, report) {
    for (const group of groupsOf(membersOf(manifests))) {
      const domains: Range[] = [];
      const servers: Range[] = [];
      for (const member of group) {
        if (member.galera && member.replication) continue;
        // Of a Galera cluster each replica has a domain after that of the whole.
        if (member.galera) {
          const place = member.spec.at('galera');
          take(member, place, 'gtidDomainId', { more: member.replicas }, domains, report);
          take(member, place, 'serverId', { more: 0 }, servers, report);
        } else if (member.replication) {
          const place = member.spec.at('replication');
          take(member, place, 'gtidDomainId', { more: 0, standard: 0 }, domains, report);
          const ids = { more: member.replicas - 1, standard: 10 };
          take(member, place, 'serverIdStartIndex', ids, servers, report);
        }
      }
      for (const clash of clashesOf(domains)) reportClash('domains', clash, report);
      for (const clash of clashesOf(servers)) reportClash('servers', clash, report);
    }
  },
});

interface Range {
  readonly member: Member;
  readonly from: number;
  readonly to: number;
  readonly span: Span;
}

function take(
  member: Member,
  place: Field,
  name: string,
  { more, standard }: { readonly more: number; readonly standard?: number },
  ranges: Range[],
  report: Report<typeof messages>,
): void {
  const field = place.at(name);
  const from = field.given ? field.number : standard;
  const span = field.given ? field.span : place.keySpan;
  if (from !== undefined) ranges.push({ member, from, to: from + more, span });
  else if (!field.given)
    report('missing', { database: member.name, field: name })
      .at(span)
      .fix(`write ${name} before the first start: it cannot be added later`);
}

/** What overlaps what comes before it in the order of the numbers. */
function clashesOf(ranges: readonly Range[]): [Range, Range][] {
  const clashes: [Range, Range][] = [];
  let furthest: Range | undefined;
  for (const range of ranges.toSorted((a, b) => a.from - b.from)) {
    // Two members of one name are what mariadb-operator/multi-cluster is about.
    const same = furthest?.member.name === range.member.name;
    if (furthest && !same && range.from <= furthest.to) clashes.push([range, furthest]);
    if (!furthest || range.to > furthest.to) furthest = range;
  }
  return clashes;
}

function reportClash(
  message: 'domains' | 'servers',
  [range, other]: readonly [Range, Range],
  report: Report<typeof messages>,
): void {
  const last = Math.min(range.to, other.to);
  const ids = last === range.from ? String(last) : `${range.from} to ${last}`;
  const room =
    message === 'domains'
      ? 'a Galera cluster takes its own and one more for each replica'
      : 'leave room for replicas to come';
  report(message, { database: range.member.name, other: other.member.name, ids })
    .at(range.span)
    .related(other.span, `${other.member.name}, from ${other.from} to ${other.to}`)
    .fix(`write 0, 10, 20 and so on: ${room}`);
}
