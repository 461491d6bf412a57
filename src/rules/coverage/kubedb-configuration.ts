import type { Fact } from './fact.js';

export const kubedbConfigurationFacts: readonly Fact[] = [];
