import {
  clusterNamed,
  type Goal,
  includes,
  judge,
  type Landscape,
  type Loss,
  membersByCluster,
  type SurvivalDatabase,
  singleCuts,
  strictestGoal,
  zonesOf,
} from '../survival/index.js';
import type { LossChange } from './model.js';

/** Which losses come to something else than before. */
export interface LossChanges {
  readonly worse: readonly LossChange[];
  readonly better: readonly LossChange[];
  readonly leftOut: string | undefined;
}

/** A database where it stands. */
export interface Standing {
  readonly database: SurvivalDatabase;
  readonly landscape: Landscape;
}

/** What a database survives, in the model's own words. */
export interface Judgement {
  readonly met: Goal;
  readonly stops: readonly Loss[];
  readonly risks: readonly Loss[];
}

/** A database whose way of standing has a key, in a program. */
export interface Keyed {
  readonly key: string;
  readonly entry: { readonly plan: { readonly name: string }; readonly fleet: string | undefined };
}

/** Judges databases, each way of standing once. */
export class Judge {
  readonly #known = new Map<string, Judgement>();
  readonly #compared = new Map<string, LossChanges>();

  /** What two databases that stand differently come to: once for all that differ alike in a program. */
  once<T extends Keyed>(before: T, after: T, compare: (before: T, after: T) => LossChanges): LossChanges {
    const key = [before, after]
      .map(({ key: own, entry }) => JSON.stringify([entry.plan.name, entry.fleet, own]))
      .join();
    const known = this.#compared.get(key);
    if (known) return known;
    const compared = compare(before, after);
    this.#compared.set(key, compared);
    return compared;
  }

  /** What a database survives. */
  of(standing: Standing, key: string): Judgement {
    const known = this.#known.get(key);
    if (known) return known;
    const { database, landscape } = standing;
    const judgement: Judgement = {
      met: strictestGoal(database, landscape),
      stops: singleCuts(database, landscape),
      risks: smallestRisks(standing),
    };
    this.#known.set(key, judgement);
    return judgement;
  }
}

/** All that survival depends on: equal for databases that stand alike on the same clusters, whatever they are called. */
export function standingKey({ database, landscape }: Standing): string {
  const { engine, protocol, spread, onHub, members } = database;
  const sites = [...membersByCluster(database).keys()].map((name) => clusterNamed(landscape, name));
  const hub = onHub ? (landscape.hub ?? '') : '';
  return JSON.stringify([
    engine,
    protocol,
    spread,
    hub,
    members.map(({ name: _, ordinal: __, ...member }) => member),
    sites,
  ]);
}

function smallestRisks({ database, landscape }: Standing): Loss[] {
  const names = [...membersByCluster(database).keys()];
  const parts: Loss[] = [
    ...names.map((cluster): Loss => ({ kind: 'node', cluster })),
    ...zonesOf(database, landscape).map((zone): Loss => ({ kind: 'zone', zone })),
    ...names.map((cluster): Loss => ({ kind: 'cluster', cluster })),
  ];
  const risky = parts.filter(
    (loss) => judge(database, landscape, { losses: [loss], manner: 'crash' }).data !== 'safe',
  );
  return risky.filter((loss) => !risky.some((other) => other !== loss && includes(loss, other, landscape)));
}
