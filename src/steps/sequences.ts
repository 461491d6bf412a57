import { galeraSequence } from './galera.js';
import { kubedbSequence } from './kubedb.js';
import { kubesliceSequence } from './kubeslice.js';
import { mariadbOperatorSequence } from './mariadb-operator.js';
import type { Sequence } from './model.js';

/** What the systems know about the order of changes. */
export const sequences: readonly Sequence[] = [
  kubesliceSequence,
  kubedbSequence,
  mariadbOperatorSequence,
  galeraSequence,
];
