import {
  type DatabasePlan,
  dataOf,
  linkBudgets,
  type Narrow,
  type Plan,
  timesThrough,
} from '../plan/index.js';
import { seconds } from '../sizing/index.js';
import type { LinkImpact, LinkState } from './model.js';

/**
 * Links and ceilings of which something differs; all, where nothing is known of before.
 *
 * @param renamed old name of a program by its new one
 */
export function linkImpacts(
  before: readonly Plan[] | undefined,
  after: readonly Plan[],
  renamed: ReadonlyMap<string, string>,
): LinkImpact[] {
  const old = new Map<string, Link>();
  for (const plan of before ?? []) for (const link of linksOf(plan)) old.set(link.key, link);
  const impacts: LinkImpact[] = [];
  for (const plan of after) {
    const program = plan.name;
    for (const { pair, name, state } of linksOf(plan)) {
      const key = `${renamed.get(program) ?? program}\n${pair}`;
      const from = old.get(key);
      old.delete(key);
      if (from && JSON.stringify(from.state) === JSON.stringify(state)) continue;
      impacts.push({ program, name, before: from?.state, after: state });
    }
  }
  for (const { program, name, state } of old.values())
    impacts.push({ program, name, before: state, after: undefined });
  return impacts;
}

interface Link {
  readonly program: string;
  readonly pair: string;
  readonly key: string;
  readonly name: string;
  readonly state: LinkState;
}

function linksOf(plan: Plan): Link[] {
  const program = plan.name;
  return linkBudgets(plan).narrow.flatMap((narrow): Link[] => {
    if (narrow.passengers.length === 0) return [];
    const pair = narrow.pair ?? 'ceiling';
    return [{ program, pair, key: `${program}\n${pair}`, name: narrow.name, state: stateOf(narrow) }];
  });
}

function stateOf(narrow: Narrow): LinkState {
  const { bandwidth, passengers, replication } = narrow;
  let slowest: { readonly database: DatabasePlan; readonly time: number } | undefined;
  for (const { database } of passengers) {
    const data = dataOf(database);
    if (!data) continue;
    const time = timesThrough(narrow, data.size, undefined).fullTransfer;
    if (!slowest || time > slowest.time) slowest = { database, time };
  }
  return {
    bandwidth,
    databases: passengers.length,
    replication,
    unsaid: passengers.filter((passenger) => passenger.replication === undefined).length,
    slowestCopy: slowest && slowestCopyOf(slowest.database, slowest.time),
  };
}

function slowestCopyOf(database: DatabasePlan, time: number): LinkState['slowestCopy'] {
  const data = dataOf(database);
  if (!data) return undefined;
  return {
    database: `${database.namespace}/${database.name}`,
    data: data.size,
    time: Number.isFinite(time) ? seconds(time) : undefined,
  };
}
