import type { Landscape, Member, SurvivalDatabase } from '../survival/index.js';
import type { PageData } from './data.js';

/** Three clusters in two regions, two of them with zones, and the hub on the first. */
export const landscape: Landscape = {
  clusters: [
    { name: 'fra', region: 'eu', zones: [zone('a'), zone('b')], nodes: 4 },
    { name: 'ams', region: 'eu', zones: [zone('a')], nodes: undefined },
    { name: 'new-york', region: 'us', zones: [], nodes: 1 },
  ],
  hub: 'fra',
};

function zone(name: string): Landscape['clusters'][number]['zones'][number] {
  return { id: `eu/${name}`, name, nodes: undefined };
}

/** A Galera database with a replica on each of these, in this order. */
export function galera(name: string, ...clusters: readonly string[]): SurvivalDatabase {
  const members = clusters.map(
    (cluster, ordinal): Member => ({
      name: `${name}-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight: 1,
      data: true,
    }),
  );
  return {
    name,
    namespace: 'shop',
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members,
    spread: { node: 'apart', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: true,
  };
}

export function pageOf(...databases: readonly SurvivalDatabase[]): PageData {
  return {
    topology: 'shop',
    landscape,
    databases: databases.map((survival) => ({ survival, provider: 'kubedb', survives: 'none', alike: 0 })),
    links: [],
    fleets: [],
    lose: [],
  };
}
