import type { ManifestSet } from '../../manifests/index.js';
import { isOn, keyOf, type Server, serversByName, serversOf } from './operator-objects.js';

/** A MariaDB that is one of several clusters. */
export interface Member extends Server {
  /** Name of the member that takes the writes, as it says. */
  readonly primary: string | undefined;
  /** Names of all members, as it says. */
  readonly members: readonly string[];
  /** The first of the members that are there, from which the others are told apart. */
  readonly first: Server;
}

/** The databases that are members of several clusters. A member has the name of its MariaDB. */
export function membersOf(manifests: ManifestSet): Member[] {
  const servers = serversOf(manifests).filter(({ spec }) => isOn(spec.at('multiCluster')));
  const byName = serversByName(servers);
  return servers.map((server) => {
    const place = server.spec.at('multiCluster');
    const members = place
      .at('members')
      .items()
      .flatMap((each) => each.at('name').text ?? []);
    const first = members.map((name) => byName.get(keyOf(server.namespace, name))).find((each) => each);
    return { ...server, primary: place.at('primary').text, members, first: first ?? server };
  });
}

/** The members by the clusters they form. */
export function groupsOf(members: readonly Member[]): Member[][] {
  const groups = new Map<unknown, Member[]>();
  for (const member of members) {
    const present = groups.get(member.first.manifest);
    if (present) present.push(member);
    else groups.set(member.first.manifest, [member]);
  }
  return [...groups.values()];
}
