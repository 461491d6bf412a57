import type { Fact } from './fact.js';

export const kubedbMariadbFacts: readonly Fact[] = [];
