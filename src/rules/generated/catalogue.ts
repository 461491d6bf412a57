// Generated from the files of src/rules/ by `npm run generate`. Do not edit.

import type { Rule } from '../rule.js';
import { addressOutside as dnsAddressOutside } from '../dns/address-outside.js';
import { addressShared as dnsAddressShared } from '../dns/address-shared.js';
import { addressUnknown as dnsAddressUnknown } from '../dns/address-unknown.js';
import { byHand as dnsByHand } from '../dns/by-hand.js';
import { corefile as dnsCorefile } from '../dns/corefile.js';
import { corefileAbsent as dnsCorefileAbsent } from '../dns/corefile-absent.js';
import { corefileConflict as dnsCorefileConflict } from '../dns/corefile-conflict.js';
import { corefileUnreadable as dnsCorefileUnreadable } from '../dns/corefile-unreadable.js';
import { corefileUnused as dnsCorefileUnused } from '../dns/corefile-unused.js';
import { eksAddon as dnsEksAddon } from '../dns/eks-addon.js';
import { gke as dnsGke } from '../dns/gke.js';
import { leaderElection as kubedbLeaderElection } from '../kubedb/leader-election.js';
import { leaderElectionPartial as kubedbLeaderElectionPartial } from '../kubedb/leader-election-partial.js';
import { leaderElectionRoundTrip as kubedbLeaderElectionRoundTrip } from '../kubedb/leader-election-round-trip.js';
import { names as kubedbNames } from '../kubedb/names.js';
import { postgresArbiter as kubedbPostgresArbiter } from '../kubedb/postgres-arbiter.js';
import { postgresAuthSecret as kubedbPostgresAuthSecret } from '../kubedb/postgres-auth-secret.js';
import { postgresClientAuth as kubedbPostgresClientAuth } from '../kubedb/postgres-client-auth.js';
import { postgresForcedFailover as kubedbPostgresForcedFailover } from '../kubedb/postgres-forced-failover.js';
import { postgresReadReplicas as kubedbPostgresReadReplicas } from '../kubedb/postgres-read-replicas.js';
import { postgresRemoteReplica as kubedbPostgresRemoteReplica } from '../kubedb/postgres-remote-replica.js';
import { postgresSslMode as kubedbPostgresSslMode } from '../kubedb/postgres-ssl-mode.js';
import { postgresSynchronous as kubedbPostgresSynchronous } from '../kubedb/postgres-synchronous.js';
import { postgresUser as kubedbPostgresUser } from '../kubedb/postgres-user.js';
import { postgresWalRetention as kubedbPostgresWalRetention } from '../kubedb/postgres-wal-retention.js';
import { quorumInOneCluster as kubedbQuorumInOneCluster } from '../kubedb/quorum-in-one-cluster.js';
import { readReplicaPlacement as kubedbReadReplicaPlacement } from '../kubedb/read-replica-placement.js';
import { release as kubedbRelease } from '../kubedb/release.js';
import { releaseUnknown as kubedbReleaseUnknown } from '../kubedb/release-unknown.js';
import { replicas as kubedbReplicas } from '../kubedb/replicas.js';
import { wipeOut as kubedbWipeOut } from '../kubedb/wipe-out.js';
import { affinity as placementAffinity } from '../placement/affinity.js';
import { autoscalerMonitoring as placementAutoscalerMonitoring } from '../placement/autoscaler-monitoring.js';
import { defaultName as placementDefaultName } from '../placement/default-name.js';
import { field as placementField } from '../placement/field.js';
import { indices as placementIndices } from '../placement/indices.js';
import { kind as placementKind } from '../placement/kind.js';
import { namespace as placementNamespace } from '../placement/namespace.js';
import { namespaceJoined as placementNamespaceJoined } from '../placement/namespace-joined.js';
import { notDistributed as placementNotDistributed } from '../placement/not-distributed.js';
import { offTheNetwork as placementOffTheNetwork } from '../placement/off-the-network.js';
import { operatorNamespace as placementOperatorNamespace } from '../placement/operator-namespace.js';
import { replicasCovered as placementReplicasCovered } from '../placement/replicas-covered.js';
import { slice as placementSlice } from '../placement/slice.js';
import { spreadCapacity as placementSpreadCapacity } from '../placement/spread-capacity.js';
import { spreadConstraint as placementSpreadConstraint } from '../placement/spread-constraint.js';
import { spreadDefault as placementSpreadDefault } from '../placement/spread-default.js';
import { storageClass as placementStorageClass } from '../placement/storage-class.js';
import { duplicateTopology as programDuplicateTopology } from '../program/duplicate-topology.js';
import { field as providerField } from '../provider/field.js';
import { notYet as providerNotYet } from '../provider/not-yet.js';
import { option as providerOption } from '../provider/option.js';
import { sizingOverridden as providerSizingOverridden } from '../provider/sizing-overridden.js';
import { apiServerUnknown as sliceApiServerUnknown } from '../slice/api-server-unknown.js';
import { bandwidth as sliceBandwidth } from '../slice/bandwidth.js';
import { ceilingLow as sliceCeilingLow } from '../slice/ceiling-low.js';
import { gatewayServices as sliceGatewayServices } from '../slice/gateway-services.js';
import { maxClusters as sliceMaxClusters } from '../slice/max-clusters.js';
import { missing as sliceMissing } from '../slice/missing.js';
import { namespaces as sliceNamespaces } from '../slice/namespaces.js';
import { networkInterface as sliceNetworkInterface } from '../slice/network-interface.js';
import { notAMember as sliceNotAMember } from '../slice/not-a-member.js';
import { projectName as sliceProjectName } from '../slice/project-name.js';
import { subnetForm as sliceSubnetForm } from '../slice/subnet-form.js';
import { subnetOverlap as sliceSubnetOverlap } from '../slice/subnet-overlap.js';
import { duplicateContext as topologyDuplicateContext } from '../topology/duplicate-context.js';
import { duplicateName as topologyDuplicateName } from '../topology/duplicate-name.js';
import { hub as topologyHub } from '../topology/hub.js';
import { notAppliedYet as topologyNotAppliedYet } from '../topology/not-applied-yet.js';
import { ordinals as topologyOrdinals } from '../topology/ordinals.js';
import { reservedName as topologyReservedName } from '../topology/reserved-name.js';
import { unknownCluster as topologyUnknownCluster } from '../topology/unknown-cluster.js';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  dnsAddressOutside,
  dnsAddressShared,
  dnsAddressUnknown,
  dnsByHand,
  dnsCorefile,
  dnsCorefileAbsent,
  dnsCorefileConflict,
  dnsCorefileUnreadable,
  dnsCorefileUnused,
  dnsEksAddon,
  dnsGke,
  kubedbLeaderElection,
  kubedbLeaderElectionPartial,
  kubedbLeaderElectionRoundTrip,
  kubedbNames,
  kubedbPostgresArbiter,
  kubedbPostgresAuthSecret,
  kubedbPostgresClientAuth,
  kubedbPostgresForcedFailover,
  kubedbPostgresReadReplicas,
  kubedbPostgresRemoteReplica,
  kubedbPostgresSslMode,
  kubedbPostgresSynchronous,
  kubedbPostgresUser,
  kubedbPostgresWalRetention,
  kubedbQuorumInOneCluster,
  kubedbReadReplicaPlacement,
  kubedbRelease,
  kubedbReleaseUnknown,
  kubedbReplicas,
  kubedbWipeOut,
  placementAffinity,
  placementAutoscalerMonitoring,
  placementDefaultName,
  placementField,
  placementIndices,
  placementKind,
  placementNamespace,
  placementNamespaceJoined,
  placementNotDistributed,
  placementOffTheNetwork,
  placementOperatorNamespace,
  placementReplicasCovered,
  placementSlice,
  placementSpreadCapacity,
  placementSpreadConstraint,
  placementSpreadDefault,
  placementStorageClass,
  programDuplicateTopology,
  providerField,
  providerNotYet,
  providerOption,
  providerSizingOverridden,
  sliceApiServerUnknown,
  sliceBandwidth,
  sliceCeilingLow,
  sliceGatewayServices,
  sliceMaxClusters,
  sliceMissing,
  sliceNamespaces,
  sliceNetworkInterface,
  sliceNotAMember,
  sliceProjectName,
  sliceSubnetForm,
  sliceSubnetOverlap,
  topologyDuplicateContext,
  topologyDuplicateName,
  topologyHub,
  topologyNotAppliedYet,
  topologyOrdinals,
  topologyReservedName,
  topologyUnknownCluster,
];
