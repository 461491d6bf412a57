import type { Diagnostic } from './diagnostics/index.js';
import type { ClusterPlan } from './plan/index.js';

/** Says a message with the names of fleets for those of their clusters. */
export function generalMessages(clusters: readonly ClusterPlan[]): (message: string) => string {
  const fleets = new Map(clusters.flatMap(({ name, fleet }) => (fleet === undefined ? [] : [[name, fleet]])));
  if (fleets.size === 0) return (message) => message;
  return (message) => message.replace(/[a-z0-9-]+/g, (word) => fleets.get(word) ?? word);
}

/** The clusters of a fleet come from one entry: what is said of the first holds for all. */
export function onceForEachFleet(
  diagnostics: readonly Diagnostic[],
  clusters: readonly ClusterPlan[],
): readonly Diagnostic[] {
  if (!clusters.some(({ fleet }) => fleet !== undefined)) return diagnostics;
  const generalOf = generalMessages(clusters);
  const said = new Set<string>();
  return diagnostics.filter(({ id, primary: { span }, message }) => {
    const key = `${id} ${span.start} ${span.end} ${generalOf(message)}`;
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
