import type { Fact } from './fact.js';

export const ocmFacts: readonly Fact[] = [];
