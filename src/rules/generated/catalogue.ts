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
import { apiVersion as kubedbApiVersion } from '../kubedb/api-version.js';
import { archiverLabel as kubedbArchiverLabel } from '../kubedb/archiver-label.js';
import { authSecret as kubedbAuthSecret } from '../kubedb/auth-secret.js';
import { configSecret as kubedbConfigSecret } from '../kubedb/config-secret.js';
import { containerName as kubedbContainerName } from '../kubedb/container-name.js';
import { deletionPolicy as kubedbDeletionPolicy } from '../kubedb/deletion-policy.js';
import { deletionPolicyUnsaid as kubedbDeletionPolicyUnsaid } from '../kubedb/deletion-policy-unsaid.js';
import { derivedNames as kubedbDerivedNames } from '../kubedb/derived-names.js';
import { drift as kubedbDrift } from '../kubedb/drift.js';
import { environment as kubedbEnvironment } from '../kubedb/environment.js';
import { healthChecker as kubedbHealthChecker } from '../kubedb/health-checker.js';
import { helmLabel as kubedbHelmLabel } from '../kubedb/helm-label.js';
import { idleSetting as kubedbIdleSetting } from '../kubedb/idle-setting.js';
import { leaderElection as kubedbLeaderElection } from '../kubedb/leader-election.js';
import { monitor as kubedbMonitor } from '../kubedb/monitor.js';
import { names as kubedbNames } from '../kubedb/names.js';
import { namespace as kubedbNamespace } from '../kubedb/namespace.js';
import { pathAbove as kubedbPathAbove } from '../kubedb/path-above.js';
import { policyReference as kubedbPolicyReference } from '../kubedb/policy-reference.js';
import { release as kubedbRelease } from '../kubedb/release.js';
import { releaseUnknown as kubedbReleaseUnknown } from '../kubedb/release-unknown.js';
import { replicas as kubedbReplicas } from '../kubedb/replicas.js';
import { requireSsl as kubedbRequireSsl } from '../kubedb/require-ssl.js';
import { reservedPath as kubedbReservedPath } from '../kubedb/reserved-path.js';
import { reservedVolume as kubedbReservedVolume } from '../kubedb/reserved-volume.js';
import { resources as kubedbResources } from '../kubedb/resources.js';
import { storageClassOnHub as kubedbStorageClassOnHub } from '../kubedb/storage-class-on-hub.js';
import { storageRequest as kubedbStorageRequest } from '../kubedb/storage-request.js';
import { tls as kubedbTls } from '../kubedb/tls.js';
import { topologyMode as kubedbTopologyMode } from '../kubedb/topology-mode.js';
import { wipeOut as kubedbWipeOut } from '../kubedb/wipe-out.js';
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
  kubedbApiVersion,
  kubedbArchiverLabel,
  kubedbAuthSecret,
  kubedbConfigSecret,
  kubedbContainerName,
  kubedbDeletionPolicy,
  kubedbDeletionPolicyUnsaid,
  kubedbDerivedNames,
  kubedbDrift,
  kubedbEnvironment,
  kubedbHealthChecker,
  kubedbHelmLabel,
  kubedbIdleSetting,
  kubedbLeaderElection,
  kubedbMonitor,
  kubedbNames,
  kubedbNamespace,
  kubedbPathAbove,
  kubedbPolicyReference,
  kubedbRelease,
  kubedbReleaseUnknown,
  kubedbReplicas,
  kubedbRequireSsl,
  kubedbReservedPath,
  kubedbReservedVolume,
  kubedbResources,
  kubedbStorageClassOnHub,
  kubedbStorageRequest,
  kubedbTls,
  kubedbTopologyMode,
  kubedbWipeOut,
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
