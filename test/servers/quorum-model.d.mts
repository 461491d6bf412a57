import type * as survival from '../../src/survival/index.js';
import type { Member, Step } from './quorum-cases.mjs';
import type { Shown } from './quorum-words.mjs';

export interface Prediction {
  readonly possible: readonly (readonly Shown[])[];
  readonly steady: boolean;
  readonly relayed: boolean;
  readonly why: string;
}
type Model = Pick<typeof survival, 'judge' | 'judgeInOrder' | 'outcomeWords'>;
export function loadModel(folder: string): Promise<Model>;
export function predict(model: Model, members: readonly Member[], steps: readonly Step[]): Prediction[];
