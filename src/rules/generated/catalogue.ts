// Generated from the files of src/rules/ by `npm run generate`. Do not edit.

import type { Rule } from '../rule.js';
import { fileForm as configFileForm } from '../config/file-form.js';
import { galeraOptions as configGaleraOptions } from '../config/galera-options.js';
import { galeraValues as configGaleraValues } from '../config/galera-values.js';
import { operatorOwned as configOperatorOwned } from '../config/operator-owned.js';
import { optionAdjusted as configOptionAdjusted } from '../config/option-adjusted.js';
import { optionDoubtful as configOptionDoubtful } from '../config/option-doubtful.js';
import { optionUnknown as configOptionUnknown } from '../config/option-unknown.js';
import { optionValue as configOptionValue } from '../config/option-value.js';
import { unsafe as configUnsafe } from '../config/unsafe.js';
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
import { archiverLog as kubedbArchiverLog } from '../kubedb/archiver-log.js';
import { autoscaler as kubedbAutoscaler } from '../kubedb/autoscaler.js';
import { autoscalerAgainstGit as kubedbAutoscalerAgainstGit } from '../kubedb/autoscaler-against-git.js';
import { leaderElection as kubedbLeaderElection } from '../kubedb/leader-election.js';
import { memoryExceeded as kubedbMemoryExceeded } from '../kubedb/memory-exceeded.js';
import { names as kubedbNames } from '../kubedb/names.js';
import { opsKept as kubedbOpsKept } from '../kubedb/ops-kept.js';
import { opsRequest as kubedbOpsRequest } from '../kubedb/ops-request.js';
import { opsUpgrade as kubedbOpsUpgrade } from '../kubedb/ops-upgrade.js';
import { release as kubedbRelease } from '../kubedb/release.js';
import { releasePreview as kubedbReleasePreview } from '../kubedb/release-preview.js';
import { releaseUnknown as kubedbReleaseUnknown } from '../kubedb/release-unknown.js';
import { replicas as kubedbReplicas } from '../kubedb/replicas.js';
import { twoOwners as kubedbTwoOwners } from '../kubedb/two-owners.js';
import { versionDefect as kubedbVersionDefect } from '../kubedb/version-defect.js';
import { versionDeprecated as kubedbVersionDeprecated } from '../kubedb/version-deprecated.js';
import { versionEndOfLife as kubedbVersionEndOfLife } from '../kubedb/version-end-of-life.js';
import { versionUnknown as kubedbVersionUnknown } from '../kubedb/version-unknown.js';
import { volumeCrowded as kubedbVolumeCrowded } from '../kubedb/volume-crowded.js';
import { volumeExceeded as kubedbVolumeExceeded } from '../kubedb/volume-exceeded.js';
import { wipeOut as kubedbWipeOut } from '../kubedb/wipe-out.js';
import { yaml11 as manifestsYaml11 } from '../manifests/yaml-1-1.js';
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
  configFileForm,
  configGaleraOptions,
  configGaleraValues,
  configOperatorOwned,
  configOptionAdjusted,
  configOptionDoubtful,
  configOptionUnknown,
  configOptionValue,
  configUnsafe,
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
  kubedbArchiverLog,
  kubedbAutoscaler,
  kubedbAutoscalerAgainstGit,
  kubedbLeaderElection,
  kubedbMemoryExceeded,
  kubedbNames,
  kubedbOpsKept,
  kubedbOpsRequest,
  kubedbOpsUpgrade,
  kubedbRelease,
  kubedbReleasePreview,
  kubedbReleaseUnknown,
  kubedbReplicas,
  kubedbTwoOwners,
  kubedbVersionDefect,
  kubedbVersionDeprecated,
  kubedbVersionEndOfLife,
  kubedbVersionUnknown,
  kubedbVolumeCrowded,
  kubedbVolumeExceeded,
  kubedbWipeOut,
  manifestsYaml11,
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
