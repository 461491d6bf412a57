// Generated from the files of src/rules/ by `npm run generate`. Do not edit.

import type { Rule } from '../rule.js';
import { addressImpossible as dnsAddressImpossible } from '../dns/address-impossible.js';
import { addressOutside as dnsAddressOutside } from '../dns/address-outside.js';
import { addressShared as dnsAddressShared } from '../dns/address-shared.js';
import { addressUnknown as dnsAddressUnknown } from '../dns/address-unknown.js';
import { byHand as dnsByHand } from '../dns/by-hand.js';
import { corefile as dnsCorefile } from '../dns/corefile.js';
import { corefileAbsent as dnsCorefileAbsent } from '../dns/corefile-absent.js';
import { corefileConflict as dnsCorefileConflict } from '../dns/corefile-conflict.js';
import { corefileUnreadable as dnsCorefileUnreadable } from '../dns/corefile-unreadable.js';
import { corefileUnused as dnsCorefileUnused } from '../dns/corefile-unused.js';
import { customKey as dnsCustomKey } from '../dns/custom-key.js';
import { eksAddon as dnsEksAddon } from '../dns/eks-addon.js';
import { forwardTarget as dnsForwardTarget } from '../dns/forward-target.js';
import { gke as dnsGke } from '../dns/gke.js';
import { openshift as dnsOpenshift } from '../dns/openshift.js';
import { overwritten as dnsOverwritten } from '../dns/overwritten.js';
import { portUnsaid as dnsPortUnsaid } from '../dns/port-unsaid.js';
import { rke2Values as dnsRke2Values } from '../dns/rke2-values.js';
import { serverPort as dnsServerPort } from '../dns/server-port.js';
import { stubDomains as dnsStubDomains } from '../dns/stub-domains.js';
import { zoneTwice as dnsZoneTwice } from '../dns/zone-twice.js';
import { leaderElection as kubedbLeaderElection } from '../kubedb/leader-election.js';
import { names as kubedbNames } from '../kubedb/names.js';
import { release as kubedbRelease } from '../kubedb/release.js';
import { releaseUnknown as kubedbReleaseUnknown } from '../kubedb/release-unknown.js';
import { replicas as kubedbReplicas } from '../kubedb/replicas.js';
import { wipeOut as kubedbWipeOut } from '../kubedb/wipe-out.js';
import { addonConfig as ocmAddonConfig } from '../ocm/addon-config.js';
import { addonDeploymentConfig as ocmAddonDeploymentConfig } from '../ocm/addon-deployment-config.js';
import { addonNamespace as ocmAddonNamespace } from '../ocm/addon-namespace.js';
import { addonStrategy as ocmAddonStrategy } from '../ocm/addon-strategy.js';
import { agentRate as ocmAgentRate } from '../ocm/agent-rate.js';
import { clientUrl as ocmClientUrl } from '../ocm/client-url.js';
import { clusterName as ocmClusterName } from '../ocm/cluster-name.js';
import { eviction as ocmEviction } from '../ocm/eviction.js';
import { executor as ocmExecutor } from '../ocm/executor.js';
import { feedback as ocmFeedback } from '../ocm/feedback.js';
import { gate as ocmGate } from '../ocm/gate.js';
import { notAccepted as ocmNotAccepted } from '../ocm/not-accepted.js';
import { orphan as ocmOrphan } from '../ocm/orphan.js';
import { placementBinding as ocmPlacementBinding } from '../ocm/placement-binding.js';
import { placementToleration as ocmPlacementToleration } from '../ocm/placement-toleration.js';
import { rawFeedback as ocmRawFeedback } from '../ocm/raw-feedback.js';
import { release as ocmRelease } from '../ocm/release.js';
import { replicaSetAddress as ocmReplicaSetAddress } from '../ocm/replica-set-address.js';
import { replicaSetGate as ocmReplicaSetGate } from '../ocm/replica-set-gate.js';
import { setBinding as ocmSetBinding } from '../ocm/set-binding.js';
import { taint as ocmTaint } from '../ocm/taint.js';
import { unknownCluster as ocmUnknownCluster } from '../ocm/unknown-cluster.js';
import { updateStrategy as ocmUpdateStrategy } from '../ocm/update-strategy.js';
import { workConfig as ocmWorkConfig } from '../ocm/work-config.js';
import { workCorefile as ocmWorkCorefile } from '../ocm/work-corefile.js';
import { workManifest as ocmWorkManifest } from '../ocm/work-manifest.js';
import { workName as ocmWorkName } from '../ocm/work-name.js';
import { workOverlap as ocmWorkOverlap } from '../ocm/work-overlap.js';
import { workPermission as ocmWorkPermission } from '../ocm/work-permission.js';
import { workSize as ocmWorkSize } from '../ocm/work-size.js';
import { spreadImpossible as placementSpreadImpossible } from '../placement/spread-impossible.js';
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
import { duplicateLink as topologyDuplicateLink } from '../topology/duplicate-link.js';
import { duplicateName as topologyDuplicateName } from '../topology/duplicate-name.js';
import { expectation as topologyExpectation } from '../topology/expectation.js';
import { hub as topologyHub } from '../topology/hub.js';
import { notAppliedYet as topologyNotAppliedYet } from '../topology/not-applied-yet.js';
import { ordinals as topologyOrdinals } from '../topology/ordinals.js';
import { reservedName as topologyReservedName } from '../topology/reserved-name.js';
import { unknownCluster as topologyUnknownCluster } from '../topology/unknown-cluster.js';
import { zoneEmpty as topologyZoneEmpty } from '../topology/zone-empty.js';
import { zones as topologyZones } from '../topology/zones.js';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  dnsAddressImpossible,
  dnsAddressOutside,
  dnsAddressShared,
  dnsAddressUnknown,
  dnsByHand,
  dnsCorefile,
  dnsCorefileAbsent,
  dnsCorefileConflict,
  dnsCorefileUnreadable,
  dnsCorefileUnused,
  dnsCustomKey,
  dnsEksAddon,
  dnsForwardTarget,
  dnsGke,
  dnsOpenshift,
  dnsOverwritten,
  dnsPortUnsaid,
  dnsRke2Values,
  dnsServerPort,
  dnsStubDomains,
  dnsZoneTwice,
  kubedbLeaderElection,
  kubedbNames,
  kubedbRelease,
  kubedbReleaseUnknown,
  kubedbReplicas,
  kubedbWipeOut,
  ocmAddonConfig,
  ocmAddonDeploymentConfig,
  ocmAddonNamespace,
  ocmAddonStrategy,
  ocmAgentRate,
  ocmClientUrl,
  ocmClusterName,
  ocmEviction,
  ocmExecutor,
  ocmFeedback,
  ocmGate,
  ocmNotAccepted,
  ocmOrphan,
  ocmPlacementBinding,
  ocmPlacementToleration,
  ocmRawFeedback,
  ocmRelease,
  ocmReplicaSetAddress,
  ocmReplicaSetGate,
  ocmSetBinding,
  ocmTaint,
  ocmUnknownCluster,
  ocmUpdateStrategy,
  ocmWorkConfig,
  ocmWorkCorefile,
  ocmWorkManifest,
  ocmWorkName,
  ocmWorkOverlap,
  ocmWorkPermission,
  ocmWorkSize,
  placementSpreadImpossible,
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
  topologyDuplicateLink,
  topologyDuplicateName,
  topologyExpectation,
  topologyHub,
  topologyNotAppliedYet,
  topologyOrdinals,
  topologyReservedName,
  topologyUnknownCluster,
  topologyZoneEmpty,
  topologyZones,
];
