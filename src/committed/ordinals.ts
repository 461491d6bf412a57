import { parse } from 'yaml';
import { objectFileName } from '../output/paths.js';
import type { KubedbDatabasePlan } from '../plan/index.js';

/**
 * Where the committed output has the replicas of a database; undefined where it has no placement of it.
 *
 * @param readCommitted reads a file of the committed output by its path; undefined when it is not there
 */
export function committedOrdinals(
  readCommitted: (path: string) => string | undefined,
): (database: KubedbDatabasePlan) => ReadonlyMap<number, string> | undefined {
  return (database) => {
    const policy = database.distributed ? readCommitted(policyPath(database)) : undefined;
    return policy === undefined ? undefined : clustersByOrdinal(policy);
  };
}

function policyPath({ home, placementPolicy }: KubedbDatabasePlan): string {
  return `${home.name}/60-placement/${objectFileName({ kind: 'PlacementPolicy', metadata: { name: placementPolicy } })}`;
}

/** The clusters of a committed PlacementPolicy; empty when the file is not one. */
function clustersByOrdinal(text: string): ReadonlyMap<number, string> {
  const clusters = new Map<number, string>();
  for (const rule of rulesOf(text)) {
    const { clusterName, replicaIndices } = (rule ?? {}) as {
      clusterName?: unknown;
      replicaIndices?: unknown;
    };
    if (typeof clusterName !== 'string' || !Array.isArray(replicaIndices)) continue;
    for (const ordinal of replicaIndices) if (typeof ordinal === 'number') clusters.set(ordinal, clusterName);
  }
  return clusters;
}

function rulesOf(text: string): readonly unknown[] {
  let policy: { spec?: { clusterSpreadConstraint?: { distributionRules?: unknown } } } | null;
  try {
    policy = parse(text, { logLevel: 'silent' });
  } catch {
    return [];
  }
  const rules = policy?.spec?.clusterSpreadConstraint?.distributionRules;
  return Array.isArray(rules) ? rules : [];
}
