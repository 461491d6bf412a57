import type { Plan } from '../plan/index.js';
import type { Topology } from '../topology/index.js';
import { addressOutside } from './dns/address-outside.js';
import { addressShared } from './dns/address-shared.js';
import { addressUnknown } from './dns/address-unknown.js';
import { byHand } from './dns/by-hand.js';
import { corefile } from './dns/corefile.js';
import { corefileAbsent } from './dns/corefile-absent.js';
import { corefileConflict } from './dns/corefile-conflict.js';
import { corefileUnreadable } from './dns/corefile-unreadable.js';
import { corefileUnused } from './dns/corefile-unused.js';
import { eksAddon } from './dns/eks-addon.js';
import { gke } from './dns/gke.js';
import { leaderElection } from './kubedb/leader-election.js';
import { names } from './kubedb/names.js';
import { release } from './kubedb/release.js';
import { releaseUnknown } from './kubedb/release-unknown.js';
import { replicas } from './kubedb/replicas.js';
import { wipeOut } from './kubedb/wipe-out.js';
import { duplicateTopology } from './program/duplicate-topology.js';
import { field } from './provider/field.js';
import { notYet } from './provider/not-yet.js';
import { option } from './provider/option.js';
import { sizingOverridden } from './provider/sizing-overridden.js';
import type { Rule } from './rule.js';
import { apiServerUnknown } from './slice/api-server-unknown.js';
import { bandwidth } from './slice/bandwidth.js';
import { ceilingLow } from './slice/ceiling-low.js';
import { gatewayServices } from './slice/gateway-services.js';
import { maxClusters } from './slice/max-clusters.js';
import { missing } from './slice/missing.js';
import { namespaces } from './slice/namespaces.js';
import { networkInterface } from './slice/network-interface.js';
import { notAMember } from './slice/not-a-member.js';
import { projectName } from './slice/project-name.js';
import { subnetOverlap } from './slice/subnet-overlap.js';
import { duplicateContext } from './topology/duplicate-context.js';
import { duplicateName } from './topology/duplicate-name.js';
import { hub } from './topology/hub.js';
import { notAppliedYet } from './topology/not-applied-yet.js';
import { ordinals } from './topology/ordinals.js';
import { reservedName } from './topology/reserved-name.js';
import { unknownCluster } from './topology/unknown-cluster.js';

/** Rules about what the file says, by id. An error among them keeps the plan from being derived. */
export const topologyRules: readonly Rule<Topology>[] = [
  corefileUnused,
  leaderElection,
  field,
  notYet,
  option,
  bandwidth,
  gatewayServices,
  maxClusters,
  missing,
  namespaces,
  networkInterface,
  notAMember,
  projectName,
  duplicateContext,
  duplicateName,
  hub,
  notAppliedYet,
  ordinals,
  reservedName,
  unknownCluster,
];

/** Rules about what was derived, by id. */
export const planRules: readonly Rule<Plan>[] = [
  addressOutside,
  addressShared,
  addressUnknown,
  byHand,
  corefile,
  corefileAbsent,
  corefileConflict,
  corefileUnreadable,
  eksAddon,
  gke,
  names,
  release,
  releaseUnknown,
  replicas,
  wipeOut,
  sizingOverridden,
  apiServerUnknown,
  ceilingLow,
  subnetOverlap,
];

/** Rules about all topologies of a program together. */
export const programRules: readonly Rule<readonly Plan[]>[] = [duplicateTopology];
