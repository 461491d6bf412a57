import type { Fact } from './fact.js';

export const kubesliceObjectsFacts: readonly Fact[] = [];
