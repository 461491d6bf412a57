import { dns } from './dns/index.js';
import { galera } from './galera/index.js';
import { kubedb } from './kubedb/index.js';
import { kubeslice } from './kubeslice/index.js';
import { mariadbOperator } from './mariadb-operator/index.js';
import { namespaces } from './namespaces/index.js';
import { ocm } from './ocm/index.js';
import type { System } from './system.js';

/** Every system dbspan writes for. The order has no meaning: waves order the output. */
export const systems: readonly System[] = [namespaces, ocm, kubeslice, dns, kubedb, mariadbOperator, galera];
