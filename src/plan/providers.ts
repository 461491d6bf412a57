import type { Database } from '../topology/index.js';
import type { PlanProvider } from './provider.js';
import { planKubedb } from './provider-kubedb.js';
import { planMariadbOperator } from './provider-mariadb-operator.js';
import { planStatefulSet } from './provider-statefulset.js';

/** Who derives the databases of each provider. */
export const providers: Readonly<Record<Database['provider'], PlanProvider>> = {
  kubedb: planKubedb,
  'mariadb-operator': planMariadbOperator,
  statefulset: planStatefulSet,
};
