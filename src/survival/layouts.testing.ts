import type { Landscape, LayoutLimits, SurvivalDatabase } from './index.js';

export const kubedb: LayoutLimits = { sites: 'many', mostReplicas: 9, arbitrator: false };
export const operator: LayoutLimits = { sites: 'one', mostReplicas: 9, arbitrator: false };
export const statefulset: LayoutLimits = { sites: 'one', mostReplicas: 9, arbitrator: true };

/** A Galera database, its replicas on these clusters in the order of their ordinals. */
export function placedOn(
  clusters: Iterable<string>,
  changes: Partial<SurvivalDatabase> = {},
): SurvivalDatabase {
  return {
    name: 'orders',
    namespace: 'shop',
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members: [...clusters].map((cluster, ordinal) => ({
      name: `orders-${ordinal}`,
      ordinal,
      cluster,
      zone: undefined,
      weight: 1,
      data: true,
    })),
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: false,
    ...changes,
  };
}

/** Clusters as `name:nodes:zone,zone`, each part but the name optional; a zone belongs to its cluster. */
export function land(...clusters: string[]): Landscape {
  return {
    hub: undefined,
    clusters: clusters.map((text) => {
      const [name = '', nodes = '', zones = ''] = text.split(':');
      return {
        name,
        region: undefined,
        nodes: nodes === '' ? undefined : Number(nodes),
        zones: zones
          .split(',')
          .filter((zone) => zone !== '')
          .map((zone) => ({ id: `${name}/${zone}`, name: zone, nodes: undefined })),
      };
    }),
  };
}
