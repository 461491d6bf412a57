// Generated from the files of src/rules/ by `npm run generate`. Do not edit.

import type { Rule } from '../rule.js';
import { fileForm as configFileForm } from '../config/file-form.js';
import { galeraOptions as configGaleraOptions } from '../config/galera-options.js';
import { galeraValues as configGaleraValues } from '../config/galera-values.js';
import { operatorOwned as configOperatorOwned } from '../config/operator-owned.js';
import { optionAdjusted as configOptionAdjusted } from '../config/option-adjusted.js';
import { optionDoubtful as configOptionDoubtful } from '../config/option-doubtful.js';
import { optionOverridden as configOptionOverridden } from '../config/option-overridden.js';
import { optionRepeated as configOptionRepeated } from '../config/option-repeated.js';
import { optionUnknown as configOptionUnknown } from '../config/option-unknown.js';
import { optionValue as configOptionValue } from '../config/option-value.js';
import { unsafe as configUnsafe } from '../config/unsafe.js';
import { addressChange as dnsAddressChange } from '../dns/address-change.js';
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
import { forwardingEnds as dnsForwardingEnds } from '../dns/forwarding-ends.js';
import { gke as dnsGke } from '../dns/gke.js';
import { leftBehind as dnsLeftBehind } from '../dns/left-behind.js';
import { openshift as dnsOpenshift } from '../dns/openshift.js';
import { overwritten as dnsOverwritten } from '../dns/overwritten.js';
import { portUnsaid as dnsPortUnsaid } from '../dns/port-unsaid.js';
import { rke2Values as dnsRke2Values } from '../dns/rke2-values.js';
import { serverPort as dnsServerPort } from '../dns/server-port.js';
import { stubDomains as dnsStubDomains } from '../dns/stub-domains.js';
import { zoneTwice as dnsZoneTwice } from '../dns/zone-twice.js';
import { accessNarrowed as galeraAccessNarrowed } from '../galera/access-narrowed.js';
import { accessWidened as galeraAccessWidened } from '../galera/access-widened.js';
import { arbitratorChanged as galeraArbitratorChanged } from '../galera/arbitrator-changed.js';
import { databaseGone as galeraDatabaseGone } from '../galera/database-gone.js';
import { downgrade as galeraDowngrade } from '../galera/downgrade.js';
import { encryption as galeraEncryption } from '../galera/encryption.js';
import { firstStartOnly as galeraFirstStartOnly } from '../galera/first-start-only.js';
import { groupName as galeraGroupName } from '../galera/group-name.js';
import { immutableField as galeraImmutableField } from '../galera/immutable-field.js';
import { initialUser as galeraInitialUser } from '../galera/initial-user.js';
import { podsStranded as galeraPodsStranded } from '../galera/pods-stranded.js';
import { policyUnenforced as galeraPolicyUnenforced } from '../galera/policy-unenforced.js';
import { restart as galeraRestart } from '../galera/restart.js';
import { scaleDown as galeraScaleDown } from '../galera/scale-down.js';
import { together as galeraTogether } from '../galera/together.js';
import { upgrade as galeraUpgrade } from '../galera/upgrade.js';
import { version as galeraVersion } from '../galera/version.js';
import { volumeClaims as galeraVolumeClaims } from '../galera/volume-claims.js';
import { apiVersion as kubedbApiVersion } from '../kubedb/api-version.js';
import { archiverLabel as kubedbArchiverLabel } from '../kubedb/archiver-label.js';
import { archiverLog as kubedbArchiverLog } from '../kubedb/archiver-log.js';
import { authSecret as kubedbAuthSecret } from '../kubedb/auth-secret.js';
import { autoscaler as kubedbAutoscaler } from '../kubedb/autoscaler.js';
import { autoscalerAgainstGit as kubedbAutoscalerAgainstGit } from '../kubedb/autoscaler-against-git.js';
import { byRequest as kubedbByRequest } from '../kubedb/by-request.js';
import { classNotExpandable as kubedbClassNotExpandable } from '../kubedb/class-not-expandable.js';
import { configSecret as kubedbConfigSecret } from '../kubedb/config-secret.js';
import { containerName as kubedbContainerName } from '../kubedb/container-name.js';
import { databaseRemoved as kubedbDatabaseRemoved } from '../kubedb/database-removed.js';
import { deletionPolicy as kubedbDeletionPolicy } from '../kubedb/deletion-policy.js';
import { deletionPolicyLoosened as kubedbDeletionPolicyLoosened } from '../kubedb/deletion-policy-loosened.js';
import { deletionPolicyUnsaid as kubedbDeletionPolicyUnsaid } from '../kubedb/deletion-policy-unsaid.js';
import { derivedNames as kubedbDerivedNames } from '../kubedb/derived-names.js';
import { distributedToggled as kubedbDistributedToggled } from '../kubedb/distributed-toggled.js';
import { drift as kubedbDrift } from '../kubedb/drift.js';
import { electionChanged as kubedbElectionChanged } from '../kubedb/election-changed.js';
import { encryptionChanged as kubedbEncryptionChanged } from '../kubedb/encryption-changed.js';
import { environment as kubedbEnvironment } from '../kubedb/environment.js';
import { frozenField as kubedbFrozenField } from '../kubedb/frozen-field.js';
import { healthChecker as kubedbHealthChecker } from '../kubedb/health-checker.js';
import { helmLabel as kubedbHelmLabel } from '../kubedb/helm-label.js';
import { idleSetting as kubedbIdleSetting } from '../kubedb/idle-setting.js';
import { keptWalLowered as kubedbKeptWalLowered } from '../kubedb/kept-wal-lowered.js';
import { leaderElection as kubedbLeaderElection } from '../kubedb/leader-election.js';
import { leaderElectionPartial as kubedbLeaderElectionPartial } from '../kubedb/leader-election-partial.js';
import { leaderElectionRoundTrip as kubedbLeaderElectionRoundTrip } from '../kubedb/leader-election-round-trip.js';
import { modeChanged as kubedbModeChanged } from '../kubedb/mode-changed.js';
import { monitor as kubedbMonitor } from '../kubedb/monitor.js';
import { names as kubedbNames } from '../kubedb/names.js';
import { namespace as kubedbNamespace } from '../kubedb/namespace.js';
import { opsKept as kubedbOpsKept } from '../kubedb/ops-kept.js';
import { opsRequest as kubedbOpsRequest } from '../kubedb/ops-request.js';
import { opsUpgrade as kubedbOpsUpgrade } from '../kubedb/ops-upgrade.js';
import { passwordSecretChanged as kubedbPasswordSecretChanged } from '../kubedb/password-secret-changed.js';
import { pathAbove as kubedbPathAbove } from '../kubedb/path-above.js';
import { policyReference as kubedbPolicyReference } from '../kubedb/policy-reference.js';
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
import { releaseDown as kubedbReleaseDown } from '../kubedb/release-down.js';
import { releasePreview as kubedbReleasePreview } from '../kubedb/release-preview.js';
import { releaseUnknown as kubedbReleaseUnknown } from '../kubedb/release-unknown.js';
import { releaseUp as kubedbReleaseUp } from '../kubedb/release-up.js';
import { replicas as kubedbReplicas } from '../kubedb/replicas.js';
import { requireSsl as kubedbRequireSsl } from '../kubedb/require-ssl.js';
import { reservedPath as kubedbReservedPath } from '../kubedb/reserved-path.js';
import { reservedVolume as kubedbReservedVolume } from '../kubedb/reserved-volume.js';
import { resources as kubedbResources } from '../kubedb/resources.js';
import { restart as kubedbRestart } from '../kubedb/restart.js';
import { scaleDown as kubedbScaleDown } from '../kubedb/scale-down.js';
import { scaleUp as kubedbScaleUp } from '../kubedb/scale-up.js';
import { storageClassChanged as kubedbStorageClassChanged } from '../kubedb/storage-class-changed.js';
import { storageClassOnHub as kubedbStorageClassOnHub } from '../kubedb/storage-class-on-hub.js';
import { storageRequest as kubedbStorageRequest } from '../kubedb/storage-request.js';
import { streamingWeaker as kubedbStreamingWeaker } from '../kubedb/streaming-weaker.js';
import { tls as kubedbTls } from '../kubedb/tls.js';
import { topologyMode as kubedbTopologyMode } from '../kubedb/topology-mode.js';
import { twoOwners as kubedbTwoOwners } from '../kubedb/two-owners.js';
import { versionDefect as kubedbVersionDefect } from '../kubedb/version-defect.js';
import { versionDeprecated as kubedbVersionDeprecated } from '../kubedb/version-deprecated.js';
import { versionEndOfLife as kubedbVersionEndOfLife } from '../kubedb/version-end-of-life.js';
import { versionRefused as kubedbVersionRefused } from '../kubedb/version-refused.js';
import { versionUnknown as kubedbVersionUnknown } from '../kubedb/version-unknown.js';
import { versionUp as kubedbVersionUp } from '../kubedb/version-up.js';
import { volumesShrink as kubedbVolumesShrink } from '../kubedb/volumes-shrink.js';
import { wipeOut as kubedbWipeOut } from '../kubedb/wipe-out.js';
import { accessWidened as mariadbOperatorAccessWidened } from '../mariadb-operator/access-widened.js';
import { accountLimits as mariadbOperatorAccountLimits } from '../mariadb-operator/account-limits.js';
import { accountObjects as mariadbOperatorAccountObjects } from '../mariadb-operator/account-objects.js';
import { agentAuth as mariadbOperatorAgentAuth } from '../mariadb-operator/agent-auth.js';
import { antiAffinity as mariadbOperatorAntiAffinity } from '../mariadb-operator/anti-affinity.js';
import { backupRemoved as mariadbOperatorBackupRemoved } from '../mariadb-operator/backup-removed.js';
import { backupShared as mariadbOperatorBackupShared } from '../mariadb-operator/backup-shared.js';
import { backupTarget as mariadbOperatorBackupTarget } from '../mariadb-operator/backup-target.js';
import { backupsSkipped as mariadbOperatorBackupsSkipped } from '../mariadb-operator/backups-skipped.js';
import { binaryLog as mariadbOperatorBinaryLog } from '../mariadb-operator/binary-log.js';
import { bootstrapFrom as mariadbOperatorBootstrapFrom } from '../mariadb-operator/bootstrap-from.js';
import { bootstrapIgnored as mariadbOperatorBootstrapIgnored } from '../mariadb-operator/bootstrap-ignored.js';
import { characterSet as mariadbOperatorCharacterSet } from '../mariadb-operator/character-set.js';
import { collation as mariadbOperatorCollation } from '../mariadb-operator/collation.js';
import { configurationReference as mariadbOperatorConfigurationReference } from '../mariadb-operator/configuration-reference.js';
import { configurationWatch as mariadbOperatorConfigurationWatch } from '../mariadb-operator/configuration-watch.js';
import { databaseGone as mariadbOperatorDatabaseGone } from '../mariadb-operator/database-gone.js';
import { disruptionBudget as mariadbOperatorDisruptionBudget } from '../mariadb-operator/disruption-budget.js';
import { disruptionRoom as mariadbOperatorDisruptionRoom } from '../mariadb-operator/disruption-room.js';
import { donorAvailable as mariadbOperatorDonorAvailable } from '../mariadb-operator/donor-available.js';
import { downgrade as mariadbOperatorDowngrade } from '../mariadb-operator/downgrade.js';
import { dropped as mariadbOperatorDropped } from '../mariadb-operator/dropped.js';
import { duration as mariadbOperatorDuration } from '../mariadb-operator/duration.js';
import { enabledUnsaid as mariadbOperatorEnabledUnsaid } from '../mariadb-operator/enabled-unsaid.js';
import { encryption as mariadbOperatorEncryption } from '../mariadb-operator/encryption.js';
import { evenFlag as mariadbOperatorEvenFlag } from '../mariadb-operator/even-flag.js';
import { evenReplicas as mariadbOperatorEvenReplicas } from '../mariadb-operator/even-replicas.js';
import { forcedBootstrap as mariadbOperatorForcedBootstrap } from '../mariadb-operator/forced-bootstrap.js';
import { galeraLibrary as mariadbOperatorGaleraLibrary } from '../mariadb-operator/galera-library.js';
import { galeraVolume as mariadbOperatorGaleraVolume } from '../mariadb-operator/galera-volume.js';
import { grantDatabase as mariadbOperatorGrantDatabase } from '../mariadb-operator/grant-database.js';
import { grantUser as mariadbOperatorGrantUser } from '../mariadb-operator/grant-user.js';
import { ignoredField as mariadbOperatorIgnoredField } from '../mariadb-operator/ignored-field.js';
import { image as mariadbOperatorImage } from '../mariadb-operator/image.js';
import { immutableField as mariadbOperatorImmutableField } from '../mariadb-operator/immutable-field.js';
import { initialUser as mariadbOperatorInitialUser } from '../mariadb-operator/initial-user.js';
import { jobMemory as mariadbOperatorJobMemory } from '../mariadb-operator/job-memory.js';
import { leftBehind as mariadbOperatorLeftBehind } from '../mariadb-operator/left-behind.js';
import { maxscale as mariadbOperatorMaxscale } from '../mariadb-operator/maxscale.js';
import { memberClusters as mariadbOperatorMemberClusters } from '../mariadb-operator/member-clusters.js';
import { memberUnreachable as mariadbOperatorMemberUnreachable } from '../mariadb-operator/member-unreachable.js';
import { membersDiffer as mariadbOperatorMembersDiffer } from '../mariadb-operator/members-differ.js';
import { multiCluster as mariadbOperatorMultiCluster } from '../mariadb-operator/multi-cluster.js';
import { multiClusterIds as mariadbOperatorMultiClusterIds } from '../mariadb-operator/multi-cluster-ids.js';
import { multiClusterReplica as mariadbOperatorMultiClusterReplica } from '../mariadb-operator/multi-cluster-replica.js';
import { multiClusterSecrets as mariadbOperatorMultiClusterSecrets } from '../mariadb-operator/multi-cluster-secrets.js';
import { names as mariadbOperatorNames } from '../mariadb-operator/names.js';
import { oneSource as mariadbOperatorOneSource } from '../mariadb-operator/one-source.js';
import { operatorRelease as mariadbOperatorOperatorRelease } from '../mariadb-operator/operator-release.js';
import { podIndex as mariadbOperatorPodIndex } from '../mariadb-operator/pod-index.js';
import { podRange as mariadbOperatorPodRange } from '../mariadb-operator/pod-range.js';
import { podSecurity as mariadbOperatorPodSecurity } from '../mariadb-operator/pod-security.js';
import { podsStranded as mariadbOperatorPodsStranded } from '../mariadb-operator/pods-stranded.js';
import { pointInTime as mariadbOperatorPointInTime } from '../mariadb-operator/point-in-time.js';
import { primaryMoved as mariadbOperatorPrimaryMoved } from '../mariadb-operator/primary-moved.js';
import { privilege as mariadbOperatorPrivilege } from '../mariadb-operator/privilege.js';
import { privilegesNarrowed as mariadbOperatorPrivilegesNarrowed } from '../mariadb-operator/privileges-narrowed.js';
import { privilegesWidened as mariadbOperatorPrivilegesWidened } from '../mariadb-operator/privileges-widened.js';
import { providerOptions as mariadbOperatorProviderOptions } from '../mariadb-operator/provider-options.js';
import { recoveryEager as mariadbOperatorRecoveryEager } from '../mariadb-operator/recovery-eager.js';
import { references as mariadbOperatorReferences } from '../mariadb-operator/references.js';
import { release as mariadbOperatorRelease } from '../mariadb-operator/release.js';
import { replicaBootstrap as mariadbOperatorReplicaBootstrap } from '../mariadb-operator/replica-bootstrap.js';
import { replicas as mariadbOperatorReplicas } from '../mariadb-operator/replicas.js';
import { replicationSwitched as mariadbOperatorReplicationSwitched } from '../mariadb-operator/replication-switched.js';
import { restart as mariadbOperatorRestart } from '../mariadb-operator/restart.js';
import { retentionShortened as mariadbOperatorRetentionShortened } from '../mariadb-operator/retention-shortened.js';
import { rootPassword as mariadbOperatorRootPassword } from '../mariadb-operator/root-password.js';
import { scaleDown as mariadbOperatorScaleDown } from '../mariadb-operator/scale-down.js';
import { scaleOut as mariadbOperatorScaleOut } from '../mariadb-operator/scale-out.js';
import { schedule as mariadbOperatorSchedule } from '../mariadb-operator/schedule.js';
import { service as mariadbOperatorService } from '../mariadb-operator/service.js';
import { serviceKept as mariadbOperatorServiceKept } from '../mariadb-operator/service-kept.js';
import { storage as mariadbOperatorStorage } from '../mariadb-operator/storage.js';
import { storageOverwritten as mariadbOperatorStorageOverwritten } from '../mariadb-operator/storage-overwritten.js';
import { tls as mariadbOperatorTls } from '../mariadb-operator/tls.js';
import { tlsUnsaid as mariadbOperatorTlsUnsaid } from '../mariadb-operator/tls-unsaid.js';
import { transferEncryption as mariadbOperatorTransferEncryption } from '../mariadb-operator/transfer-encryption.js';
import { upgrade as mariadbOperatorUpgrade } from '../mariadb-operator/upgrade.js';
import { userAccount as mariadbOperatorUserAccount } from '../mariadb-operator/user-account.js';
import { userConnections as mariadbOperatorUserConnections } from '../mariadb-operator/user-connections.js';
import { userLocked as mariadbOperatorUserLocked } from '../mariadb-operator/user-locked.js';
import { volumeGrowth as mariadbOperatorVolumeGrowth } from '../mariadb-operator/volume-growth.js';
import { volumeStuck as mariadbOperatorVolumeStuck } from '../mariadb-operator/volume-stuck.js';
import { volumesDeleted as mariadbOperatorVolumesDeleted } from '../mariadb-operator/volumes-deleted.js';
import { addonChange as ocmAddonChange } from '../ocm/addon-change.js';
import { addonConfig as ocmAddonConfig } from '../ocm/addon-config.js';
import { addonDeploymentConfig as ocmAddonDeploymentConfig } from '../ocm/addon-deployment-config.js';
import { addonNamespace as ocmAddonNamespace } from '../ocm/addon-namespace.js';
import { addonStrategy as ocmAddonStrategy } from '../ocm/addon-strategy.js';
import { agentChange as ocmAgentChange } from '../ocm/agent-change.js';
import { agentRate as ocmAgentRate } from '../ocm/agent-rate.js';
import { clientUrl as ocmClientUrl } from '../ocm/client-url.js';
import { clusterName as ocmClusterName } from '../ocm/cluster-name.js';
import { eviction as ocmEviction } from '../ocm/eviction.js';
import { executor as ocmExecutor } from '../ocm/executor.js';
import { feedback as ocmFeedback } from '../ocm/feedback.js';
import { gate as ocmGate } from '../ocm/gate.js';
import { hubMoved as ocmHubMoved } from '../ocm/hub-moved.js';
import { notAccepted as ocmNotAccepted } from '../ocm/not-accepted.js';
import { orphan as ocmOrphan } from '../ocm/orphan.js';
import { placementBinding as ocmPlacementBinding } from '../ocm/placement-binding.js';
import { placementToleration as ocmPlacementToleration } from '../ocm/placement-toleration.js';
import { rawFeedback as ocmRawFeedback } from '../ocm/raw-feedback.js';
import { release as ocmRelease } from '../ocm/release.js';
import { releaseChange as ocmReleaseChange } from '../ocm/release-change.js';
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
import { affinity as placementAffinity } from '../placement/affinity.js';
import { classIgnored as placementClassIgnored } from '../placement/class-ignored.js';
import { defaultName as placementDefaultName } from '../placement/default-name.js';
import { field as placementField } from '../placement/field.js';
import { indices as placementIndices } from '../placement/indices.js';
import { kind as placementKind } from '../placement/kind.js';
import { namespace as placementNamespace } from '../placement/namespace.js';
import { namespaceJoined as placementNamespaceJoined } from '../placement/namespace-joined.js';
import { notDistributed as placementNotDistributed } from '../placement/not-distributed.js';
import { offTheNetwork as placementOffTheNetwork } from '../placement/off-the-network.js';
import { operatorNamespace as placementOperatorNamespace } from '../placement/operator-namespace.js';
import { ordinalMoved as placementOrdinalMoved } from '../placement/ordinal-moved.js';
import { policyRenamed as placementPolicyRenamed } from '../placement/policy-renamed.js';
import { replicasCovered as placementReplicasCovered } from '../placement/replicas-covered.js';
import { slice as placementSlice } from '../placement/slice.js';
import { spreadConstraint as placementSpreadConstraint } from '../placement/spread-constraint.js';
import { spreadDefault as placementSpreadDefault } from '../placement/spread-default.js';
import { spreadImpossible as placementSpreadImpossible } from '../placement/spread-impossible.js';
import { spreadLater as placementSpreadLater } from '../placement/spread-later.js';
import { storageClass as placementStorageClass } from '../placement/storage-class.js';
import { clusterDiffers as programClusterDiffers } from '../program/cluster-differs.js';
import { duplicateTopology as programDuplicateTopology } from '../program/duplicate-topology.js';
import { releasesDiffer as programReleasesDiffer } from '../program/releases-differ.js';
import { sliceDiffers as programSliceDiffers } from '../program/slice-differs.js';
import { twoHubs as programTwoHubs } from '../program/two-hubs.js';
import { anotherDatabase as providerAnotherDatabase } from '../provider/another-database.js';
import { derivedName as providerDerivedName } from '../provider/derived-name.js';
import { evenVotes as providerEvenVotes } from '../provider/even-votes.js';
import { exposureUndone as providerExposureUndone } from '../provider/exposure-undone.js';
import { field as providerField } from '../provider/field.js';
import { forcedBootstrap as providerForcedBootstrap } from '../provider/forced-bootstrap.js';
import { image as providerImage } from '../provider/image.js';
import { loadBalancer as providerLoadBalancer } from '../provider/load-balancer.js';
import { nameLength as providerNameLength } from '../provider/name-length.js';
import { oneCluster as providerOneCluster } from '../provider/one-cluster.js';
import { openToAll as providerOpenToAll } from '../provider/open-to-all.js';
import { option as providerOption } from '../provider/option.js';
import { ordinalRange as providerOrdinalRange } from '../provider/ordinal-range.js';
import { publicDatabase as providerPublicDatabase } from '../provider/public-database.js';
import { serviceField as providerServiceField } from '../provider/service-field.js';
import { sizingOverridden as providerSizingOverridden } from '../provider/sizing-overridden.js';
import { tls as providerTls } from '../provider/tls.js';
import { toleration as providerToleration } from '../provider/toleration.js';
import { wearSaving as providerWearSaving } from '../provider/wear-saving.js';
import { zoneMajority as providerZoneMajority } from '../provider/zone-majority.js';
import { arenas as sizingArenas } from '../sizing/arenas.js';
import { backupMemory as sizingBackupMemory } from '../sizing/backup-memory.js';
import { connectionsFew as sizingConnectionsFew } from '../sizing/connections-few.js';
import { connectionsMany as sizingConnectionsMany } from '../sizing/connections-many.js';
import { dataRoomSmaller as sizingDataRoomSmaller } from '../sizing/data-room-smaller.js';
import { flushRelaxed as sizingFlushRelaxed } from '../sizing/flush-relaxed.js';
import { gcachePlace as sizingGcachePlace } from '../sizing/gcache-place.js';
import { gcacheSmall as sizingGcacheSmall } from '../sizing/gcache-small.js';
import { gcacheUnused as sizingGcacheUnused } from '../sizing/gcache-unused.js';
import { linkBusier as sizingLinkBusier } from '../sizing/link-busier.js';
import { linkWrites as sizingLinkWrites } from '../sizing/link-writes.js';
import { linkWritesTarget as sizingLinkWritesTarget } from '../sizing/link-writes-target.js';
import { memoryExceeded as sizingMemoryExceeded } from '../sizing/memory-exceeded.js';
import { memoryRisked as sizingMemoryRisked } from '../sizing/memory-risked.js';
import { performanceSchema as sizingPerformanceSchema } from '../sizing/performance-schema.js';
import { poolSmall as sizingPoolSmall } from '../sizing/pool-small.js';
import { rideOutShorter as sizingRideOutShorter } from '../sizing/ride-out-shorter.js';
import { secretUnseen as sizingSecretUnseen } from '../sizing/secret-unseen.js';
import { serverSmaller as sizingServerSmaller } from '../sizing/server-smaller.js';
import { sessionsNarrow as sizingSessionsNarrow } from '../sizing/sessions-narrow.js';
import { sessionsUnbounded as sizingSessionsUnbounded } from '../sizing/sessions-unbounded.js';
import { startUpProbes as sizingStartUpProbes } from '../sizing/start-up-probes.js';
import { transferLong as sizingTransferLong } from '../sizing/transfer-long.js';
import { transferOutgrowsGcache as sizingTransferOutgrowsGcache } from '../sizing/transfer-outgrows-gcache.js';
import { volumeExceeded as sizingVolumeExceeded } from '../sizing/volume-exceeded.js';
import { volumeRisked as sizingVolumeRisked } from '../sizing/volume-risked.js';
import { windowShort as sizingWindowShort } from '../sizing/window-short.js';
import { workMemSmall as sizingWorkMemSmall } from '../sizing/work-mem-small.js';
import { writeSetLarge as sizingWriteSetLarge } from '../sizing/write-set-large.js';
import { accountChange as sliceAccountChange } from '../slice/account-change.js';
import { accountWrite as sliceAccountWrite } from '../slice/account-write.js';
import { accountsCollapse as sliceAccountsCollapse } from '../slice/accounts-collapse.js';
import { addressInSubnet as sliceAddressInSubnet } from '../slice/address-in-subnet.js';
import { allowedNamespaces as sliceAllowedNamespaces } from '../slice/allowed-namespaces.js';
import { apiServer as sliceApiServer } from '../slice/api-server.js';
import { apiServerUnknown as sliceApiServerUnknown } from '../slice/api-server-unknown.js';
import { bandwidth as sliceBandwidth } from '../slice/bandwidth.js';
import { ceilingLow as sliceCeilingLow } from '../slice/ceiling-low.js';
import { certificateName as sliceCertificateName } from '../slice/certificate-name.js';
import { cipherUnused as sliceCipherUnused } from '../slice/cipher-unused.js';
import { controllerOwned as sliceControllerOwned } from '../slice/controller-owned.js';
import { defaultSlice as sliceDefaultSlice } from '../slice/default-slice.js';
import { exportConfig as sliceExportConfig } from '../slice/export-config.js';
import { externalGateways as sliceExternalGateways } from '../slice/external-gateways.js';
import { frozenField as sliceFrozenField } from '../slice/frozen-field.js';
import { gatewayFallback as sliceGatewayFallback } from '../slice/gateway-fallback.js';
import { gatewayFrozen as sliceGatewayFrozen } from '../slice/gateway-frozen.js';
import { gatewayLoadBalancer as sliceGatewayLoadBalancer } from '../slice/gateway-load-balancer.js';
import { gatewayProvider as sliceGatewayProvider } from '../slice/gateway-provider.js';
import { gatewayRedundancy as sliceGatewayRedundancy } from '../slice/gateway-redundancy.js';
import { gatewayServiceOrder as sliceGatewayServiceOrder } from '../slice/gateway-service-order.js';
import { gatewayServices as sliceGatewayServices } from '../slice/gateway-services.js';
import { gone as sliceGone } from '../slice/gone.js';
import { isolationChanged as sliceIsolationChanged } from '../slice/isolation-changed.js';
import { isolationUnenforced as sliceIsolationUnenforced } from '../slice/isolation-unenforced.js';
import { istioGateway as sliceIstioGateway } from '../slice/istio-gateway.js';
import { istioMtls as sliceIstioMtls } from '../slice/istio-mtls.js';
import { joinedNames as sliceJoinedNames } from '../slice/joined-names.js';
import { keyRotation as sliceKeyRotation } from '../slice/key-rotation.js';
import { kubernetesRelease as sliceKubernetesRelease } from '../slice/kubernetes-release.js';
import { loadBalancer as sliceLoadBalancer } from '../slice/load-balancer.js';
import { location as sliceLocation } from '../slice/location.js';
import { longName as sliceLongName } from '../slice/long-name.js';
import { made as sliceMade } from '../slice/made.js';
import { maxClusters as sliceMaxClusters } from '../slice/max-clusters.js';
import { memberJoins as sliceMemberJoins } from '../slice/member-joins.js';
import { memberLeaves as sliceMemberLeaves } from '../slice/member-leaves.js';
import { memberOrder as sliceMemberOrder } from '../slice/member-order.js';
import { memberServer as sliceMemberServer } from '../slice/member-server.js';
import { memberSwap as sliceMemberSwap } from '../slice/member-swap.js';
import { members as sliceMembers } from '../slice/members.js';
import { missing as sliceMissing } from '../slice/missing.js';
import { nameLength as sliceNameLength } from '../slice/name-length.js';
import { namespaceAcquired as sliceNamespaceAcquired } from '../slice/namespace-acquired.js';
import { namespaceEntry as sliceNamespaceEntry } from '../slice/namespace-entry.js';
import { namespaceJoins as sliceNamespaceJoins } from '../slice/namespace-joins.js';
import { namespaceLabels as sliceNamespaceLabels } from '../slice/namespace-labels.js';
import { namespaceLeaves as sliceNamespaceLeaves } from '../slice/namespace-leaves.js';
import { namespaceMoves as sliceNamespaceMoves } from '../slice/namespace-moves.js';
import { namespaces as sliceNamespaces } from '../slice/namespaces.js';
import { networkInterface as sliceNetworkInterface } from '../slice/network-interface.js';
import { nodeIpDeprecated as sliceNodeIpDeprecated } from '../slice/node-ip-deprecated.js';
import { nodeIps as sliceNodeIps } from '../slice/node-ips.js';
import { nodeIpsShared as sliceNodeIpsShared } from '../slice/node-ips-shared.js';
import { notAMember as sliceNotAMember } from '../slice/not-a-member.js';
import { outsideProject as sliceOutsideProject } from '../slice/outside-project.js';
import { overwrittenField as sliceOverwrittenField } from '../slice/overwritten-field.js';
import { ownerLabel as sliceOwnerLabel } from '../slice/owner-label.js';
import { podLimit as slicePodLimit } from '../slice/pod-limit.js';
import { podSecurity as slicePodSecurity } from '../slice/pod-security.js';
import { profileByHand as sliceProfileByHand } from '../slice/profile-by-hand.js';
import { profileUnknown as sliceProfileUnknown } from '../slice/profile-unknown.js';
import { projectAccount as sliceProjectAccount } from '../slice/project-account.js';
import { projectLabels as sliceProjectLabels } from '../slice/project-labels.js';
import { projectName as sliceProjectName } from '../slice/project-name.js';
import { projectNamespace as sliceProjectNamespace } from '../slice/project-namespace.js';
import { prunedField as slicePrunedField } from '../slice/pruned-field.js';
import { quota as sliceQuota } from '../slice/quota.js';
import { rateChange as sliceRateChange } from '../slice/rate-change.js';
import { registeredTwice as sliceRegisteredTwice } from '../slice/registered-twice.js';
import { registrationChanged as sliceRegistrationChanged } from '../slice/registration-changed.js';
import { releaseChange as sliceReleaseChange } from '../slice/release-change.js';
import { removal as sliceRemoval } from '../slice/removal.js';
import { renewBefore as sliceRenewBefore } from '../slice/renew-before.js';
import { replaced as sliceReplaced } from '../slice/replaced.js';
import { rotation as sliceRotation } from '../slice/rotation.js';
import { serverUnreachable as sliceServerUnreachable } from '../slice/server-unreachable.js';
import { serviceExport as sliceServiceExport } from '../slice/service-export.js';
import { serviceExportHandling as sliceServiceExportHandling } from '../slice/service-export-handling.js';
import { slotsWasted as sliceSlotsWasted } from '../slice/slots-wasted.js';
import { standbyLabel as sliceStandbyLabel } from '../slice/standby-label.js';
import { stillHeld as sliceStillHeld } from '../slice/still-held.js';
import { subnetForm as sliceSubnetForm } from '../slice/subnet-form.js';
import { subnetOverlap as sliceSubnetOverlap } from '../slice/subnet-overlap.js';
import { subnetShared as sliceSubnetShared } from '../slice/subnet-shared.js';
import { transitSlot as sliceTransitSlot } from '../slice/transit-slot.js';
import { uncheckedValue as sliceUncheckedValue } from '../slice/unchecked-value.js';
import { wave as sliceWave } from '../slice/wave.js';
import { wireguardTcp as sliceWireguardTcp } from '../slice/wireguard-tcp.js';
import { clusterLoss as survivalClusterLoss } from '../survival/cluster-loss.js';
import { commitLatency as survivalCommitLatency } from '../survival/commit-latency.js';
import { commitsAtRisk as survivalCommitsAtRisk } from '../survival/commits-at-risk.js';
import { commitsSlower as survivalCommitsSlower } from '../survival/commits-slower.js';
import { dataNewlyAtRisk as survivalDataNewlyAtRisk } from '../survival/data-newly-at-risk.js';
import { expectation as survivalExpectation } from '../survival/expectation.js';
import { expectationRemoved as survivalExpectationRemoved } from '../survival/expectation-removed.js';
import { goal as survivalGoal } from '../survival/goal.js';
import { goalLowered as survivalGoalLowered } from '../survival/goal-lowered.js';
import { noLongerSurvived as survivalNoLongerSurvived } from '../survival/no-longer-survived.js';
import { scaleDown as survivalScaleDown } from '../survival/scale-down.js';
import { timers as survivalTimers } from '../survival/timers.js';
import { timersTight as survivalTimersTight } from '../survival/timers-tight.js';
import { clusterRemoved as topologyClusterRemoved } from '../topology/cluster-removed.js';
import { clusterRenamed as topologyClusterRenamed } from '../topology/cluster-renamed.js';
import { duplicateContext as topologyDuplicateContext } from '../topology/duplicate-context.js';
import { duplicateLink as topologyDuplicateLink } from '../topology/duplicate-link.js';
import { duplicateName as topologyDuplicateName } from '../topology/duplicate-name.js';
import { expectation as topologyExpectation } from '../topology/expectation.js';
import { fleet as topologyFleet } from '../topology/fleet.js';
import { hub as topologyHub } from '../topology/hub.js';
import { namespaceKept as topologyNamespaceKept } from '../topology/namespace-kept.js';
import { networks as topologyNetworks } from '../topology/networks.js';
import { notAppliedYet as topologyNotAppliedYet } from '../topology/not-applied-yet.js';
import { releaseForm as topologyReleaseForm } from '../topology/release-form.js';
import { unknownCluster as topologyUnknownCluster } from '../topology/unknown-cluster.js';
import { zoneEmpty as topologyZoneEmpty } from '../topology/zone-empty.js';
import { zones as topologyZones } from '../topology/zones.js';

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
  configFileForm,
  configGaleraOptions,
  configGaleraValues,
  configOperatorOwned,
  configOptionAdjusted,
  configOptionDoubtful,
  configOptionOverridden,
  configOptionRepeated,
  configOptionUnknown,
  configOptionValue,
  configUnsafe,
  dnsAddressChange,
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
  dnsForwardingEnds,
  dnsGke,
  dnsLeftBehind,
  dnsOpenshift,
  dnsOverwritten,
  dnsPortUnsaid,
  dnsRke2Values,
  dnsServerPort,
  dnsStubDomains,
  dnsZoneTwice,
  galeraAccessNarrowed,
  galeraAccessWidened,
  galeraArbitratorChanged,
  galeraDatabaseGone,
  galeraDowngrade,
  galeraEncryption,
  galeraFirstStartOnly,
  galeraGroupName,
  galeraImmutableField,
  galeraInitialUser,
  galeraPodsStranded,
  galeraPolicyUnenforced,
  galeraRestart,
  galeraScaleDown,
  galeraTogether,
  galeraUpgrade,
  galeraVersion,
  galeraVolumeClaims,
  kubedbApiVersion,
  kubedbArchiverLabel,
  kubedbArchiverLog,
  kubedbAuthSecret,
  kubedbAutoscaler,
  kubedbAutoscalerAgainstGit,
  kubedbByRequest,
  kubedbClassNotExpandable,
  kubedbConfigSecret,
  kubedbContainerName,
  kubedbDatabaseRemoved,
  kubedbDeletionPolicy,
  kubedbDeletionPolicyLoosened,
  kubedbDeletionPolicyUnsaid,
  kubedbDerivedNames,
  kubedbDistributedToggled,
  kubedbDrift,
  kubedbElectionChanged,
  kubedbEncryptionChanged,
  kubedbEnvironment,
  kubedbFrozenField,
  kubedbHealthChecker,
  kubedbHelmLabel,
  kubedbIdleSetting,
  kubedbKeptWalLowered,
  kubedbLeaderElection,
  kubedbLeaderElectionPartial,
  kubedbLeaderElectionRoundTrip,
  kubedbModeChanged,
  kubedbMonitor,
  kubedbNames,
  kubedbNamespace,
  kubedbOpsKept,
  kubedbOpsRequest,
  kubedbOpsUpgrade,
  kubedbPasswordSecretChanged,
  kubedbPathAbove,
  kubedbPolicyReference,
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
  kubedbReleaseDown,
  kubedbReleasePreview,
  kubedbReleaseUnknown,
  kubedbReleaseUp,
  kubedbReplicas,
  kubedbRequireSsl,
  kubedbReservedPath,
  kubedbReservedVolume,
  kubedbResources,
  kubedbRestart,
  kubedbScaleDown,
  kubedbScaleUp,
  kubedbStorageClassChanged,
  kubedbStorageClassOnHub,
  kubedbStorageRequest,
  kubedbStreamingWeaker,
  kubedbTls,
  kubedbTopologyMode,
  kubedbTwoOwners,
  kubedbVersionDefect,
  kubedbVersionDeprecated,
  kubedbVersionEndOfLife,
  kubedbVersionRefused,
  kubedbVersionUnknown,
  kubedbVersionUp,
  kubedbVolumesShrink,
  kubedbWipeOut,
  mariadbOperatorAccessWidened,
  mariadbOperatorAccountLimits,
  mariadbOperatorAccountObjects,
  mariadbOperatorAgentAuth,
  mariadbOperatorAntiAffinity,
  mariadbOperatorBackupRemoved,
  mariadbOperatorBackupShared,
  mariadbOperatorBackupTarget,
  mariadbOperatorBackupsSkipped,
  mariadbOperatorBinaryLog,
  mariadbOperatorBootstrapFrom,
  mariadbOperatorBootstrapIgnored,
  mariadbOperatorCharacterSet,
  mariadbOperatorCollation,
  mariadbOperatorConfigurationReference,
  mariadbOperatorConfigurationWatch,
  mariadbOperatorDatabaseGone,
  mariadbOperatorDisruptionBudget,
  mariadbOperatorDisruptionRoom,
  mariadbOperatorDonorAvailable,
  mariadbOperatorDowngrade,
  mariadbOperatorDropped,
  mariadbOperatorDuration,
  mariadbOperatorEnabledUnsaid,
  mariadbOperatorEncryption,
  mariadbOperatorEvenFlag,
  mariadbOperatorEvenReplicas,
  mariadbOperatorForcedBootstrap,
  mariadbOperatorGaleraLibrary,
  mariadbOperatorGaleraVolume,
  mariadbOperatorGrantDatabase,
  mariadbOperatorGrantUser,
  mariadbOperatorIgnoredField,
  mariadbOperatorImage,
  mariadbOperatorImmutableField,
  mariadbOperatorInitialUser,
  mariadbOperatorJobMemory,
  mariadbOperatorLeftBehind,
  mariadbOperatorMaxscale,
  mariadbOperatorMemberClusters,
  mariadbOperatorMemberUnreachable,
  mariadbOperatorMembersDiffer,
  mariadbOperatorMultiCluster,
  mariadbOperatorMultiClusterIds,
  mariadbOperatorMultiClusterReplica,
  mariadbOperatorMultiClusterSecrets,
  mariadbOperatorNames,
  mariadbOperatorOneSource,
  mariadbOperatorOperatorRelease,
  mariadbOperatorPodIndex,
  mariadbOperatorPodRange,
  mariadbOperatorPodSecurity,
  mariadbOperatorPodsStranded,
  mariadbOperatorPointInTime,
  mariadbOperatorPrimaryMoved,
  mariadbOperatorPrivilege,
  mariadbOperatorPrivilegesNarrowed,
  mariadbOperatorPrivilegesWidened,
  mariadbOperatorProviderOptions,
  mariadbOperatorRecoveryEager,
  mariadbOperatorReferences,
  mariadbOperatorRelease,
  mariadbOperatorReplicaBootstrap,
  mariadbOperatorReplicas,
  mariadbOperatorReplicationSwitched,
  mariadbOperatorRestart,
  mariadbOperatorRetentionShortened,
  mariadbOperatorRootPassword,
  mariadbOperatorScaleDown,
  mariadbOperatorScaleOut,
  mariadbOperatorSchedule,
  mariadbOperatorService,
  mariadbOperatorServiceKept,
  mariadbOperatorStorage,
  mariadbOperatorStorageOverwritten,
  mariadbOperatorTls,
  mariadbOperatorTlsUnsaid,
  mariadbOperatorTransferEncryption,
  mariadbOperatorUpgrade,
  mariadbOperatorUserAccount,
  mariadbOperatorUserConnections,
  mariadbOperatorUserLocked,
  mariadbOperatorVolumeGrowth,
  mariadbOperatorVolumeStuck,
  mariadbOperatorVolumesDeleted,
  ocmAddonChange,
  ocmAddonConfig,
  ocmAddonDeploymentConfig,
  ocmAddonNamespace,
  ocmAddonStrategy,
  ocmAgentChange,
  ocmAgentRate,
  ocmClientUrl,
  ocmClusterName,
  ocmEviction,
  ocmExecutor,
  ocmFeedback,
  ocmGate,
  ocmHubMoved,
  ocmNotAccepted,
  ocmOrphan,
  ocmPlacementBinding,
  ocmPlacementToleration,
  ocmRawFeedback,
  ocmRelease,
  ocmReleaseChange,
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
  placementAffinity,
  placementClassIgnored,
  placementDefaultName,
  placementField,
  placementIndices,
  placementKind,
  placementNamespace,
  placementNamespaceJoined,
  placementNotDistributed,
  placementOffTheNetwork,
  placementOperatorNamespace,
  placementOrdinalMoved,
  placementPolicyRenamed,
  placementReplicasCovered,
  placementSlice,
  placementSpreadConstraint,
  placementSpreadDefault,
  placementSpreadImpossible,
  placementSpreadLater,
  placementStorageClass,
  programClusterDiffers,
  programDuplicateTopology,
  programReleasesDiffer,
  programSliceDiffers,
  programTwoHubs,
  providerAnotherDatabase,
  providerDerivedName,
  providerEvenVotes,
  providerExposureUndone,
  providerField,
  providerForcedBootstrap,
  providerImage,
  providerLoadBalancer,
  providerNameLength,
  providerOneCluster,
  providerOpenToAll,
  providerOption,
  providerOrdinalRange,
  providerPublicDatabase,
  providerServiceField,
  providerSizingOverridden,
  providerTls,
  providerToleration,
  providerWearSaving,
  providerZoneMajority,
  sizingArenas,
  sizingBackupMemory,
  sizingConnectionsFew,
  sizingConnectionsMany,
  sizingDataRoomSmaller,
  sizingFlushRelaxed,
  sizingGcachePlace,
  sizingGcacheSmall,
  sizingGcacheUnused,
  sizingLinkBusier,
  sizingLinkWrites,
  sizingLinkWritesTarget,
  sizingMemoryExceeded,
  sizingMemoryRisked,
  sizingPerformanceSchema,
  sizingPoolSmall,
  sizingRideOutShorter,
  sizingSecretUnseen,
  sizingServerSmaller,
  sizingSessionsNarrow,
  sizingSessionsUnbounded,
  sizingStartUpProbes,
  sizingTransferLong,
  sizingTransferOutgrowsGcache,
  sizingVolumeExceeded,
  sizingVolumeRisked,
  sizingWindowShort,
  sizingWorkMemSmall,
  sizingWriteSetLarge,
  sliceAccountChange,
  sliceAccountWrite,
  sliceAccountsCollapse,
  sliceAddressInSubnet,
  sliceAllowedNamespaces,
  sliceApiServer,
  sliceApiServerUnknown,
  sliceBandwidth,
  sliceCeilingLow,
  sliceCertificateName,
  sliceCipherUnused,
  sliceControllerOwned,
  sliceDefaultSlice,
  sliceExportConfig,
  sliceExternalGateways,
  sliceFrozenField,
  sliceGatewayFallback,
  sliceGatewayFrozen,
  sliceGatewayLoadBalancer,
  sliceGatewayProvider,
  sliceGatewayRedundancy,
  sliceGatewayServiceOrder,
  sliceGatewayServices,
  sliceGone,
  sliceIsolationChanged,
  sliceIsolationUnenforced,
  sliceIstioGateway,
  sliceIstioMtls,
  sliceJoinedNames,
  sliceKeyRotation,
  sliceKubernetesRelease,
  sliceLoadBalancer,
  sliceLocation,
  sliceLongName,
  sliceMade,
  sliceMaxClusters,
  sliceMemberJoins,
  sliceMemberLeaves,
  sliceMemberOrder,
  sliceMemberServer,
  sliceMemberSwap,
  sliceMembers,
  sliceMissing,
  sliceNameLength,
  sliceNamespaceAcquired,
  sliceNamespaceEntry,
  sliceNamespaceJoins,
  sliceNamespaceLabels,
  sliceNamespaceLeaves,
  sliceNamespaceMoves,
  sliceNamespaces,
  sliceNetworkInterface,
  sliceNodeIpDeprecated,
  sliceNodeIps,
  sliceNodeIpsShared,
  sliceNotAMember,
  sliceOutsideProject,
  sliceOverwrittenField,
  sliceOwnerLabel,
  slicePodLimit,
  slicePodSecurity,
  sliceProfileByHand,
  sliceProfileUnknown,
  sliceProjectAccount,
  sliceProjectLabels,
  sliceProjectName,
  sliceProjectNamespace,
  slicePrunedField,
  sliceQuota,
  sliceRateChange,
  sliceRegisteredTwice,
  sliceRegistrationChanged,
  sliceReleaseChange,
  sliceRemoval,
  sliceRenewBefore,
  sliceReplaced,
  sliceRotation,
  sliceServerUnreachable,
  sliceServiceExport,
  sliceServiceExportHandling,
  sliceSlotsWasted,
  sliceStandbyLabel,
  sliceStillHeld,
  sliceSubnetForm,
  sliceSubnetOverlap,
  sliceSubnetShared,
  sliceTransitSlot,
  sliceUncheckedValue,
  sliceWave,
  sliceWireguardTcp,
  survivalClusterLoss,
  survivalCommitLatency,
  survivalCommitsAtRisk,
  survivalCommitsSlower,
  survivalDataNewlyAtRisk,
  survivalExpectation,
  survivalExpectationRemoved,
  survivalGoal,
  survivalGoalLowered,
  survivalNoLongerSurvived,
  survivalScaleDown,
  survivalTimers,
  survivalTimersTight,
  topologyClusterRemoved,
  topologyClusterRenamed,
  topologyDuplicateContext,
  topologyDuplicateLink,
  topologyDuplicateName,
  topologyExpectation,
  topologyFleet,
  topologyHub,
  topologyNamespaceKept,
  topologyNetworks,
  topologyNotAppliedYet,
  topologyReleaseForm,
  topologyUnknownCluster,
  topologyZoneEmpty,
  topologyZones,
];
