import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { groupsOf, type Member, membersOf } from './multi-clusters.js';
import { keyOf, nameSpan } from './operator-objects.js';

const messages = {
  alone: (p: { database: string }) =>
    `${p.database} is a member of several clusters, and has neither Galera nor replication`,
  noPrimary: (p: { database: string }) => `${p.database} does not say which member is the primary`,
  foreign: (p: { database: string; members: string }) =>
    `${p.database} is none of its own members: ${p.members}`,
  primary: (p: { primary: string; members: string }) =>
    `the primary ${p.primary} is none of the members ${p.members}`,
  repeated: (p: { member: string }) => `the member ${p.member} is listed twice`,
  unreachable: (p: { member: string }) => `the member ${p.member} has no externalMariaDbRef`,
  same: (p: { database: string }) => `two members are called ${p.database}`,
  members: (p: { database: string; other: string }) => `${p.database} lists other members than ${p.other}`,
  primaries: (p: { database: string; primary: string; other: string; theirs: string }) =>
    `${p.database} takes ${p.primary} for the primary, ${p.other} takes ${p.theirs}`,
};

/** Members of several clusters agree on who they are and which of them is the primary. */
export const multiCluster = defineRule({
  id: 'mariadb-operator/multi-cluster',
  severity: 'error',
  why: "the operator's webhook refuses the member, or two clusters both take writes, as no operator looks into another cluster",
  source: 'mariadb-operator/mariadb-operator internal/webhook/v1alpha1/mariadb_webhook.go',
  messages,
  checkManifests(manifests, report) {
    const members = membersOf(manifests);
    const seen = new Map<string, Member>();
    for (const member of members) {
      checkMember(member, report);
      const key = keyOf(member.namespace, member.name);
      const other = seen.get(key);
      if (!other) seen.set(key, member);
      else
        report('same', { database: member.name })
          .at(nameSpan(member.manifest))
          .related(nameSpan(other.manifest), 'the other')
          .fix('give every member a name of its own, such as one with the name of its cluster');
    }
    for (const group of groupsOf(members)) checkAgreement(group, report);
  },
});

type Check = Report<typeof messages>;

function checkMember({ name, spec, galera, replication, members, primary }: Member, report: Check): void {
  const place = spec.at('multiCluster');
  if (!galera && !replication) {
    report('alone', { database: name })
      .at(place.keySpan)
      .fix('switch Galera or replication on; a single server cannot be a member');
    return;
  }
  for (const [index, item] of place.at('members').items().entries()) {
    const member = item.at('name').text;
    if (member === undefined) continue;
    if (members.indexOf(member) !== index) report('repeated', { member }).at(item.at('name').span);
    else if (!item.at('externalMariaDbRef').given)
      report('unreachable', { member })
        .at(item.at('name').span)
        .fix('name an ExternalMariaDB with the address at which the other clusters reach it');
  }
  if (!members.includes(name)) {
    report('foreign', { database: name, members: listed(members) || 'there are none' })
      .at(place.at('members').given ? place.at('members').keySpan : place.keySpan)
      .fix(`add a member ${name}: it has the name of the MariaDB`);
  }
  if (!primary)
    report('noPrimary', { database: name })
      .at(place.keySpan)
      .fix('write multiCluster.primary, the name of a member');
  else if (!members.includes(primary))
    report('primary', { primary, members: listed(members) })
      .at(place.at('primary').span)
      .fix('name one of the members');
}

function checkAgreement(group: readonly Member[], report: Check): void {
  const [first, ...others] = group;
  if (!first) return;
  const wanted = first.members.toSorted().join(' ');
  for (const each of others) {
    const place = each.spec.at('multiCluster');
    if (each.members.toSorted().join(' ') !== wanted) {
      report('members', { database: each.name, other: first.name })
        .at(place.at('members').keySpan)
        .related(first.spec.at('multiCluster', 'members').keySpan, `those of ${first.name}`)
        .fix('write the same members everywhere');
    } else if (each.primary && first.primary && each.primary !== first.primary) {
      report('primaries', {
        database: each.name,
        primary: each.primary,
        other: first.name,
        theirs: first.primary,
      })
        .at(place.at('primary').span)
        .related(first.spec.at('multiCluster', 'primary').span, `that of ${first.name}`)
        .fix('write the same primary everywhere');
    }
  }
}
