import { leaves, likeness } from './match.js';
import type { OutputObject } from './model.js';
import { nameOnCluster } from './objects.js';

/**
 * The objects of an old output, with the cluster and wave of the new ones of the same name where no folder says them: of hand-written
 * directories nobody knows on which cluster a file is applied, so that it is no move.
 */
export function placed(
  before: readonly OutputObject[],
  after: readonly OutputObject[],
): readonly OutputObject[] {
  if (before.every(({ cluster }) => cluster !== '')) return before;
  const places = new Map<string, OutputObject[]>();
  for (const object of after) {
    const name = nameOnCluster(object);
    const present = places.get(name);
    if (!present) places.set(name, [object]);
    else if (present.length < mostPlaces) present.push(object);
  }
  return before.map((object) => {
    if (object.cluster !== '') return object;
    const place = mostAlike(object, places.get(nameOnCluster(object)) ?? []);
    return place ? { ...object, cluster: place.cluster, wave: place.wave } : object;
  });
}

/** So many clusters are looked at for the one that an object is from. */
const mostPlaces = 20;

function mostAlike(
  object: OutputObject,
  [first, ...others]: readonly OutputObject[],
): OutputObject | undefined {
  if (!first || others.length === 0) return first;
  const said = leaves(object);
  let [best, most] = [first, likeness(said, leaves(first))];
  for (const other of others) {
    const share = likeness(said, leaves(other));
    if (share > most) [best, most] = [other, share];
  }
  return best;
}
