import { clusterNamed } from './landscape.js';
import { membersByCluster } from './lost.js';
import type { Landscape, Loss, SurvivalDatabase } from './model.js';

/** Whether a database has members on what is lost, or on both sides of it; of a hub, whether it looks after the database. */
export function standsOn(database: SurvivalDatabase, loss: Loss, landscape: Landscape): boolean {
  const clusters = membersByCluster(database);
  switch (loss.kind) {
    case 'node':
    case 'cluster':
      return clusters.has(loss.cluster);
    case 'zone':
      return (
        database.members.some(({ zone }) => zone === loss.zone) ||
        [...clusters.keys()].some((name) =>
          clusterNamed(landscape, name).zones.some(({ id }) => id === loss.zone),
        )
      );
    case 'region':
      return [...clusters.keys()].some((name) => clusterNamed(landscape, name).region === loss.region);
    case 'link':
      return loss.between.every((name) => clusters.has(name));
    case 'split': {
      const within = [...clusters.keys()].filter((name) => loss.group.includes(name)).length;
      return within > 0 && within < clusters.size;
    }
    case 'hub':
      return database.onHub;
  }
}
