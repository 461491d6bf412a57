import type { Fact } from './fact.js';
import { galeraStatefulSetFacts } from './galera-statefulset.js';
import { kubedbConfigurationFacts } from './kubedb-configuration.js';
import { kubedbMariadbFacts } from './kubedb-mariadb.js';
import { kubedbPostgresFacts } from './kubedb-postgres.js';
import { kubesliceNamesFacts } from './kubeslice-names.js';
import { kubesliceObjectsFacts } from './kubeslice-objects.js';
import { mariadbOperatorFacts } from './mariadb-operator.js';
import { mariadbOperatorTopologyFacts } from './mariadb-operator-topology.js';
import { ocmFacts } from './ocm.js';
import { operatorOptionsFacts } from './operator-options.js';
import { sizingFacts } from './sizing.js';
import { sizingTimesFacts } from './sizing-times.js';
import { survivalFacts } from './survival.js';
import { survivalTimesFacts } from './survival-times.js';

export type { Fact } from './fact.js';

/** Every fact, in the order of the sheets. */
export const facts: readonly Fact[] = [
  ...kubesliceObjectsFacts,
  ...kubesliceNamesFacts,
  ...ocmFacts,
  ...kubedbMariadbFacts,
  ...kubedbPostgresFacts,
  ...kubedbConfigurationFacts,
  ...operatorOptionsFacts,
  ...mariadbOperatorFacts,
  ...mariadbOperatorTopologyFacts,
  ...galeraStatefulSetFacts,
  ...sizingTimesFacts,
  ...survivalTimesFacts,
  ...sizingFacts,
  ...survivalFacts,
];
