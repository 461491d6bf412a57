import { parse } from 'yaml';
import { type Diagnostic, Findings, type Span } from '../diagnostics/index.js';
import { objectFileName } from '../output/paths.js';
import type { OutputFile } from '../output/tree.js';
import { databasesOf, type KubedbDatabasePlan, type Plan } from '../plan/index.js';
import { valueSpan } from '../topology/index.js';
import { ordinalMoved } from './kinds.js';

/**
 * Findings about replicas that the committed placement has on another cluster than the new one.
 *
 * @param readCommitted reads a file of the committed output by its path; undefined when it is not there
 */
export function movedOrdinals(
  plans: readonly Plan[],
  files: readonly OutputFile[],
  readCommitted: (path: string) => string | undefined,
): readonly Diagnostic[] {
  const findings = new Findings();
  const contents = new Map(files.map(({ path, content }) => [path, content]));
  for (const database of plans.flatMap((plan) => databasesOf(plan, 'kubedb'))) {
    if (!database.distributed) continue;
    const path = policyPath(database);
    const committed = readCommitted(path);
    if (committed === undefined || committed === contents.get(path)) continue;
    reportMoved(database, path, clustersByOrdinal(committed), findings);
  }
  return findings.list();
}

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

function reportMoved(
  database: KubedbDatabasePlan,
  path: string,
  committed: ReadonlyMap<number, string>,
  findings: Findings,
): void {
  for (const { cluster, ordinals } of database.placements) {
    for (const ordinal of ordinals) {
      const from = committed.get(ordinal);
      if (from === undefined || from === cluster.name) continue;
      findings
        .report(ordinalMoved, 'moved', { database: database.name, ordinal, from, to: cluster.name })
        .at(placeOf(database, cluster.name, ordinal), `${database.name}-${ordinal} runs on ${from}`)
        .fix(
          `leave it where it is, in ordinals: ${layout(database, committed)}; or scale down below ${ordinal} first. If it was never applied, delete ${path} from the output`,
        );
      return;
    }
  }
}

/** The ordinal in the topology where it is said, else the count it was dealt from. */
function placeOf({ source }: KubedbDatabasePlan, cluster: string, ordinal: number): Span {
  const entry = source.placement.find((placement) => placement.cluster === cluster);
  if (!entry) return valueSpan(source, 'placement');
  if (typeof entry.replicas === 'number') return valueSpan(entry, 'replicas');
  return valueSpan(entry.replicas, entry.replicas.indexOf(ordinal));
}

/** The new number of replicas with every committed ordinal where it is, as it would be written. */
function layout(database: KubedbDatabasePlan, committed: ReadonlyMap<number, string>): string {
  const byCluster = new Map<string, number[]>(database.placements.map(({ cluster }) => [cluster.name, []]));
  for (const { cluster, ordinals } of database.placements) {
    for (const ordinal of ordinals) {
      const name = committed.get(ordinal) ?? cluster.name;
      byCluster.set(name, [...(byCluster.get(name) ?? []), ordinal]);
    }
  }
  return [...byCluster]
    .filter(([, ordinals]) => ordinals.length > 0)
    .map(([name, ordinals]) => `${name} [${ordinals.sort((a, b) => a - b).join(', ')}]`)
    .join(', ');
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
