import type { Fact } from './fact.js';

export const kubedbPostgresFacts: readonly Fact[] = [];
