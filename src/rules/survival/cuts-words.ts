import { type Landscape, lossesWords, minimalCuts, type SurvivalDatabase } from '../../survival/index.js';
import { onceForAlike } from './alike.js';

const mostTold = 4;

/** The smallest sets of failures that stop writes: `fra; two nodes of ams; and 2 more`; undefined when none was found. */
export function cutsWords(database: SurvivalDatabase, landscape: Landscape): string | undefined {
  const { cuts } = onceForAlike(database, landscape, ['cuts'], () => minimalCuts(database, landscape));
  if (cuts.length === 0) return undefined;
  const told = cuts.slice(0, mostTold).map((cut) => lossesWords(cut, landscape));
  const more = cuts.length - told.length;
  return more > 0 ? `${told.join('; ')}; and ${more} more` : told.join('; ');
}
