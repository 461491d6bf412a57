import type {
  ClusterSite,
  GroupProtocol,
  Landscape,
  Member,
  Protocol,
  Spread,
  SurvivalDatabase,
} from './model.js';

/** A cluster for tests; its zones are written `name` or `name:nodes`. */
export function cluster(
  name: string,
  { region, zones = [], nodes }: { region?: string; zones?: readonly string[]; nodes?: number } = {},
): ClusterSite {
  return {
    name,
    region,
    nodes,
    zones: zones.map((each) => {
      const [zone = '', count] = each.split(':');
      return {
        id: `${region ?? name}/${zone}`,
        name: zone,
        nodes: count === undefined ? undefined : Number(count),
      };
    }),
  };
}

/** Clusters of these names, or as given. */
export function landscapeOf(clusters: readonly (string | ClusterSite)[], hub?: string): Landscape {
  return { clusters: clusters.map((each) => (typeof each === 'string' ? cluster(each) : each)), hub };
}

/** Members one after the other: `a` is a replica on cluster a, `a*3` has three votes, `~a` is an arbitrator, `~a/z` one bound to a zone. */
export function membersOf(text: string): Member[] {
  let ordinal = 0;
  return text.split(/\s+/).map((each, index): Member => {
    const [, tilde, name = '', zone, weight = '1'] =
      /^(~?)([^/*]+)(?:\/([^*]+))?(?:\*(\d+))?$/.exec(each) ?? [];
    const data = tilde === '';
    return {
      name: data ? `db-${ordinal}` : `arbitrator-${index}`,
      ordinal: data ? ordinal++ : undefined,
      cluster: name,
      zone: zone === undefined ? undefined : `${name}/${zone}`,
      weight: Number(weight),
      data,
    };
  });
}

export const galera: GroupProtocol = { kind: 'galera', dirtyReads: false };

/** A database for tests. */
export function databaseOf(
  members: string,
  {
    protocol = galera,
    spread = {},
    onHub = false,
  }: { protocol?: Protocol; spread?: Partial<Spread>; onHub?: boolean } = {},
): SurvivalDatabase {
  return {
    name: 'db',
    namespace: 'n',
    engine: 'mariadb',
    protocol,
    members: membersOf(members),
    spread: { node: 'apart', zone: 'anywhere', arbitrator: 'apart', ...spread },
    onHub,
  };
}
