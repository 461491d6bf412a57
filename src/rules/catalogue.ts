import type { Plan } from '../plan/index.js';
import type { Topology } from '../topology/index.js';
import { addressUnknown } from './dns/address-unknown.js';
import type { Rule } from './rule.js';
import { networkInterface } from './slice/network-interface.js';
import { unknownCluster } from './topology/unknown-cluster.js';

/** Rules about what the file says. An error among them keeps the plan from being derived. */
export const topologyRules: readonly Rule<Topology>[] = [unknownCluster, networkInterface];

/** Rules about what was derived. */
export const planRules: readonly Rule<Plan>[] = [addressUnknown];
