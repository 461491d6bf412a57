import type { OperatorGalera } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';
import { containerResources } from './pods.js';

/** The part of the object that makes it a Galera cluster. */
export function galera(database: MariadbOperatorDatabasePlan): OperatorGalera | undefined {
  const { galera: plan, multiCluster } = database;
  if (!plan) return undefined;
  const { podSync, podRecovery, clusterBootstrap } = plan.timeouts;
  // Jobs that start a server with the options of this one get nothing of what the object says for the server.
  const job = { resources: containerResources(database) };
  const among = multiCluster && {
    gtidDomainId: multiCluster.own.gtidDomainId,
    serverId: multiCluster.own.serverId,
    replPasswordSecretKeyRef: { ...multiCluster.replicationPassword, generate: false },
  };
  return {
    enabled: true,
    sst: plan.sst,
    availableWhenDonor: plan.availableWhenDonor,
    galeraLibPath: plan.libraryPath,
    replicaThreads: plan.replicaThreads,
    providerOptions: { ...plan.providerOptions },
    initJob: job.resources && job,
    recovery: {
      // Beside anything else, an enabled that is not said switches recovery off.
      enabled: true,
      podSyncTimeout: podSync,
      podRecoveryTimeout: podRecovery,
      clusterBootstrapTimeout: clusterBootstrap,
      forceClusterBootstrapInPod: plan.forceBootstrapIn,
      job: job.resources && { ...job },
    },
    // The second volume would be of the cluster's default class, whatever the class of this one.
    config: { reuseStorageVolume: true },
    ...among,
  };
}
