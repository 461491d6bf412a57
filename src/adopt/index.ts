export { type Adoption, adopt, type Compiler } from './adopt.js';
export type { ComparedObject, Difference, Verdict } from './compare.js';
export type { AdoptOptions, Assumption, Companion, MadeObject, Origin, SaidCluster } from './model.js';
