export { type Cuts, minimalCuts, singleCuts } from './cuts.js';
export {
  doubleLosses,
  type Enumeration,
  includes,
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
export { type Failure, judge, judgeInOrder, stopsWrites } from './judge.js';
export { clusterNamed, zoneCluster, zoneId, zoneName } from './landscape.js';
export {
  explainSuggestion,
  placementWords,
  shortageWords,
} from './layout-words.js';
export { suggestLayouts } from './layouts.js';
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
export { givenText, type LossProblem, lossText, normalLoss, parseLoss } from './losses.js';
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
export { groupProtocol } from './protocol.js';
export { standsOn } from './stands-on.js';
export {
  answerWords,
  dataWords,
  fateWords,
  goalWords,
  hubWords,
  joined,
  lossesWords,
  lossWords,
  membersWords,
  outcomeWords,
  readsWords,
  verdictMeaning,
  verdictWords,
} from './words.js';
