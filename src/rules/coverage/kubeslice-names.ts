import type { Fact } from './fact.js';

export const kubesliceNamesFacts: readonly Fact[] = [];
