export { type Cuts, minimalCuts } from './cuts.js';
export {
  doubleLosses,
  type Enumeration,
  includes,
  mostDoubles,
  mostLinkClusters,
  mostSplitClusters,
  pairsOf,
  singleLosses,
  zonesOf,
} from './failures.js';
export { fewestClusters, fewestReplicas } from './fewest.js';
export {
  type Counterexample,
  counterexamples,
  failuresOf,
  type Goal,
  goals,
  meets,
  scaledDown,
  strictestGoal,
} from './goal.js';
export { type Reach, reachAfter } from './groups.js';
export { type Failure, judge, judgeInOrder, lostMembers, stopsWrites } from './judge.js';
export { clusterNamed, clustersByName, zoneId } from './landscape.js';
export {
  explainSuggestion,
  placementWords,
  proofWords,
  shortageWords,
  trapWords,
} from './layout-words.js';
export { compareCosts, suggestLayouts } from './layouts.js';
export type {
  AddedOrdinal,
  Impossibility,
  LayoutCost,
  LayoutLimits,
  LayoutRequest,
  LayoutSuggestion,
  Layouts,
  NewCluster,
  NodesNeeded,
  PlacedOrdinals,
  Running,
  Shortage,
  Trap,
} from './layouts-types.js';
export { type LossProblem, lossText, parseLoss } from './losses.js';
export { membersByCluster, shunnedZone } from './lost.js';
export {
  type ClusterSite,
  type GroupProtocol,
  type Landscape,
  type Loss,
  type Manner,
  type Member,
  type Outcome,
  type Protocol,
  type Reason,
  type Spread,
  type SurvivalDatabase,
  type Verdict,
  verdicts,
  type ZoneSite,
} from './model.js';
export {
  answerWords,
  dataWords,
  goalWords,
  hubWords,
  joined,
  lossesWords,
  lossWords,
  membersWords,
  outcomeWords,
  readsWords,
  verdictWords,
} from './words.js';
