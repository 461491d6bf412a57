import { groups } from './kinds.js';

interface Reason {
  readonly kind: string;
  readonly group: string;
  /** Names from the object down, the beginning of a path. */
  readonly path: string;
  readonly why: string;
}

const reason = (kind: string, group: string, path: string, why: string): Reason => ({
  kind,
  group,
  path,
  why,
});

const notIn = 'the language has no field for it';
const derived = 'dbspan derives it from the rest of the topology';

/** Why dbspan writes something otherwise than it stands in the input. The first that fits is taken. */
const reasons: readonly Reason[] = [
  reason(
    '*',
    '*',
    'metadata annotations argocd.argoproj.io/sync-options',
    'dbspan keeps the object when Argo CD prunes: deleting it deletes data',
  ),
  reason(
    '*',
    '*',
    'metadata annotations kustomize.toolkit.fluxcd.io/prune',
    'dbspan keeps the object when Flux prunes: deleting it deletes data',
  ),
  reason(
    '*',
    '*',
    'metadata labels app.kubernetes.io/managed-by',
    'nothing reads it, and Helm does not manage what Git holds',
  ),
  reason('*', '*', 'metadata labels', `${notIn}; add labels with kustomize`),
  reason('*', '*', 'metadata annotations', `${notIn}; add annotations with kustomize`),
  reason(
    'Klusterlet',
    groups.klusterlet,
    'spec workConfiguration appliedManifestWorkEvictionGracePeriod',
    'without it the agent deletes databases, volumes included, an hour after the hub changes its address',
  ),
  reason(
    'Klusterlet',
    groups.klusterlet,
    'spec',
    'dbspan says only what distributed databases depend on; clusteradm join says the rest',
  ),
  reason(
    'MariaDB',
    groups.kubedb,
    'spec podTemplate spec containers mariadb env',
    'bounds the arenas of the allocator, which the sizes count on',
  ),
  reason(
    'MariaDB',
    groups.kubedb,
    'spec configuration',
    'written with the sizes of sizing and what config says',
  ),
  reason(
    'Postgres',
    groups.kubedb,
    'spec configuration',
    'written with the sizes of sizing and what config says',
  ),
  reason('MariaDB', groups.kubedb, 'spec topology', 'said, so that it is the same in every release'),
  reason(
    'MariaDB',
    groups.operator,
    'spec image',
    'said, so that a new release of the operator does not change the server',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec rootPasswordSecretKeyRef',
    'dbspan refers to a secret of yours, or lets the operator make NAME-root',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec resources requests',
    'dbspan makes requests equal to limits, so that the node has what the server may take',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec resources limits',
    'dbspan makes requests equal to limits, so that the node has what the server may take',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec storage resizeInUseVolumes',
    'local-path cannot make a volume larger, and the operator would wait for it for ever',
  ),
  reason('MariaDB', groups.operator, 'spec affinity', 'said, since nobody may add or change it later'),
  reason(
    'MariaDB',
    groups.operator,
    'spec topologySpreadConstraints',
    'spreads replicas where no anti-affinity keeps them apart; it never keeps one from starting',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec podDisruptionBudget',
    'a number, since the operator rounds its half of an odd number up to what is no majority',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec updateStrategy type',
    'a single server that a change broke never gets the change that mends it, the operator waiting until all are ready',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec updateStrategy autoUpdateDataPlane',
    'the agent of one release does not understand the operator of the next',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec terminationGracePeriodSeconds',
    'what the buffer pool needs to be written out; 30 seconds otherwise',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec startupProbe',
    'long enough for a full copy and a recovery of this volume; the operator gives 50 seconds',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec livenessProbe',
    'a server on slow hardware is not killed for one late answer',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec readinessProbe',
    'a server on slow hardware is not taken out for one late answer',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera recovery job',
    'the job starts a server, and gets what the server gets',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera recovery',
    'longer than a full copy takes, which is started over and over otherwise',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera config reuseStorageVolume',
    'one volume for each replica; the second would be of the cluster’s default class',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera initJob',
    'the job starts a server, and gets what the server gets',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera providerOptions gcache.page_size',
    'a page that is larger than the ring only fills the volume',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera primary',
    'which server takes the writes is the operator’s to say',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec galera availableWhenDonor',
    'a server that gives a full copy by mariabackup can go on serving',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec tls galeraSSTEnabled',
    'full copies go over the network in plain text otherwise',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec tls',
    'said, since beside anything else an enabled that is left out means off',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec replicasAllowEvenNumber',
    'dbspan never makes an even number of Galera servers',
  ),
  reason(
    'Database',
    groups.operator,
    'spec cleanupPolicy',
    'an object that left the repository must not take the data along',
  ),
  reason(
    'User',
    groups.operator,
    'spec cleanupPolicy',
    'said, so that no release of the operator decides it',
  ),
  reason(
    'Grant',
    groups.operator,
    'spec cleanupPolicy',
    'said, so that no release of the operator decides it',
  ),
  reason(
    'PhysicalBackup',
    groups.operator,
    'spec schedule immediate',
    'what does not work is seen on the first day',
  ),
  reason(
    'PhysicalBackup',
    groups.operator,
    'spec target',
    'a single server has no replica, and none ready must not mean no backup',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec primaryService externalTrafficPolicy',
    'the server sees the address of the client, and not that of a node',
  ),
  reason(
    'MariaDB',
    groups.operator,
    'spec service externalTrafficPolicy',
    'the server sees the address of the client, and not that of a node',
  ),
  reason('PhysicalBackup', groups.operator, 'spec tolerations', 'a backup runs where its database may run'),
  reason('Backup', groups.operator, 'spec tolerations', 'a backup runs where its database may run'),
  reason(
    'PhysicalBackup',
    groups.operator,
    'spec storage',
    'the class is that of the database, unless volume.storageClass says another',
  ),
  reason(
    'Backup',
    groups.operator,
    'spec storage',
    'the class is that of the database, unless volume.storageClass says another',
  ),
  reason(
    'StatefulSet',
    'apps',
    'spec template metadata annotations checksum/config',
    'the text of the configuration is not the same, and its replicas restart',
  ),
  reason(
    'StatefulSet',
    'apps',
    'spec template metadata annotations checksum/scripts',
    'the scripts of this release of dbspan are not those, and its replicas restart',
  ),
  reason('ConfigMap', '', 'data', 'the scripts of this release of dbspan are not those'),
  reason('PlacementPolicy', groups.placement, 'spec', 'dbspan writes it from placement and spread'),
];

/** Why a place is written otherwise. */
export function reasonOf(kind: string, group: string, path: readonly string[], isOnlyInput: boolean): string {
  const found = reasons.find((each) => {
    if (each.kind !== '*' && (each.kind !== kind || each.group !== group)) return false;
    return each.path.split(' ').every((name, index) => name === path[index]);
  });
  return found?.why ?? (isOnlyInput ? notIn : derived);
}

/** Kinds that dbspan writes for, of which an object that it does not write is one that was not expressed. */
export function isOurs(kind: string, group: string, namespace: string | undefined, name: string): boolean {
  if (group === groups.kubedb || group === groups.operator || group === groups.kubeslice) return true;
  if (group === groups.placement || group === groups.addOn) return true;
  if (kind === 'Klusterlet') return true;
  return namespace === 'kube-system' && /^(?:coredns|coredns-custom|kube-dns|rke2-coredns)$/.test(name);
}

/** Why an object stays outside. */
export function outsideReason(
  kind: string,
  group: string,
  name: string,
  { isOwned, labels }: { readonly isOwned: boolean; readonly labels: string | undefined },
): string {
  if (isOwned) return 'a controller makes it';
  if (kind === 'Secret' && group === '') return 'dbspan refers to secrets and never reads or writes one';
  if (kind === 'ConfigMap' && name === 'coredns')
    return 'the distribution owns this object; dbspan writes the forwarding of slice.local where it lasts';
  if (labels === 'dbspan') return 'this release of dbspan writes no such object for what was found';
  if (group === groups.operator)
    return 'dbspan gives objects of this kind other names, or the language has nothing for what it says';
  if (group === groups.kubeslice || group === groups.placement || group === groups.kubedb)
    return 'a topology has one slice, and what it distributes';
  return 'dbspan has nothing for it';
}
