import type { Database, MultiCluster } from '../topology/index.js';
import { groups } from './kinds.js';
import type { GivenObject } from './model.js';
import { put } from './origins.js';
import type { DatabaseEntry, Reading } from './reading.js';

/** Room between the ids of two members. */
const idStep = 10;

/** Entries that are members of one database over several clusters become one; others stay as they are. */
export function joinMembers(reading: Reading, entries: readonly DatabaseEntry[]): DatabaseEntry[] {
  const families = new Map<string, DatabaseEntry[]>();
  for (const entry of entries) {
    const key = familyOf(entry);
    if (key === undefined) continue;
    const known = families.get(key);
    if (known) known.push(entry);
    else families.set(key, [entry]);
  }
  const joined = new Map<DatabaseEntry, DatabaseEntry | undefined>();
  for (const family of families.values()) {
    const whole = joinFamily(reading, family);
    if (!whole) continue;
    for (const [index, entry] of family.entries()) joined.set(entry, index === 0 ? whole : undefined);
  }
  return entries.flatMap((entry) => (joined.has(entry) ? (joined.get(entry) ?? []) : entry));
}

function familyOf({ given, database }: DatabaseEntry): string | undefined {
  const spec = given.root.at('spec', 'multiCluster');
  if (spec.at('enabled').flag !== true) return undefined;
  return `${database.namespace} ${membersOf(given).join(' ')}`;
}

function membersOf({ root }: GivenObject): string[] {
  return root
    .at('spec', 'multiCluster', 'members')
    .items()
    .flatMap((each) => each.at('name').text ?? []);
}

/** One database of all members; undefined when one of them is not among the manifests, or is called as dbspan would not. */
function joinFamily(reading: Reading, family: readonly DatabaseEntry[]): DatabaseEntry | undefined {
  const [first] = family;
  if (!first) return undefined;
  const names = membersOf(first.given);
  const byName = new Map(family.map((entry) => [entry.given.name, entry]));
  const members = names.flatMap((name) => byName.get(name) ?? []);
  const primaryName = first.given.root.at('spec', 'multiCluster', 'primary').text;
  const primary = byName.get(primaryName ?? '');
  const bases = new Set(members.map(({ given: { name, cluster } }) => baseOf(name, cluster)));
  const [base] = [...bases];
  if (!primary || members.length !== names.length || bases.size !== 1 || base === undefined) return undefined;
  const multiCluster = readMembers(reading, members, primary);
  if (!multiCluster) return undefined;
  const database: Database = {
    ...primary.database,
    name: base,
    placement: members.flatMap((member) => member.database.placement),
    mariadbOperator: { ...primary.database.mariadbOperator, multiCluster },
  };
  return {
    ...primary,
    database,
    clusters: members.flatMap(({ clusters }) => clusters),
    storageClasses: new Map(members.flatMap(({ storageClasses }) => [...storageClasses])),
  };
}

function baseOf(name: string, cluster: string): string | undefined {
  return name.endsWith(`-${cluster}`) ? name.slice(0, -cluster.length - 1) : undefined;
}

function readMembers(
  reading: Reading,
  members: readonly DatabaseEntry[],
  primary: DatabaseEntry,
): MultiCluster | undefined {
  const galera = primary.given.root.at('spec', 'galera');
  const replication = primary.given.root.at('spec', 'replication');
  const secret = galera.at('replPasswordSecretKeyRef').given
    ? galera.at('replPasswordSecretKeyRef')
    : replication.at('replica', 'replPasswordSecretKeyRef');
  const name = secret.at('name').text;
  if (name === undefined) return undefined;
  const key = secret.at('key').text;
  const list: MultiCluster['members'] = [];
  for (const [index, { given }] of members.entries()) {
    const external = reading.find(
      given.cluster,
      'ExternalMariaDB',
      groups.operator,
      given.namespace,
      given.name,
    );
    const host = external?.root.at('spec', 'host');
    if (!external || host?.text === undefined) return undefined;
    const member: MultiCluster['members'][number] = { cluster: given.cluster, host: '' };
    put(member, 'host', host.text, host);
    const port = external.root.at('spec', 'port');
    if (port.number !== undefined && port.number !== 3306) put(member, 'port', port.number, port);
    const spec = given.root.at('spec');
    const domain = spec.at('galera', 'enabled').flag
      ? spec.at('galera', 'gtidDomainId')
      : spec.at('replication', 'gtidDomainId');
    const server = spec.at('galera', 'enabled').flag
      ? spec.at('galera', 'serverId')
      : spec.at('replication', 'serverIdStartIndex');
    if (domain.number !== index * idStep) put(member, 'gtidDomainId', domain.number, domain);
    if (server.number !== (index + 1) * idStep) put(member, 'serverId', server.number, server);
    list.push(member);
  }
  return {
    primary: primary.given.cluster,
    members: list,
    replicationPasswordSecret: key === undefined || key === 'password' ? { name } : { name, key },
  };
}
