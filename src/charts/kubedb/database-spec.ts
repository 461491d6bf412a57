import type { DatabaseConfiguration, DatabasePodSpec, DatabaseSpec } from '../../imports/index.js';
import type { KubedbDatabasePlan } from '../../plan/index.js';

/** The fields that MariaDB and Postgres have in common. */
export function databaseSpec(database: KubedbDatabasePlan): DatabaseSpec {
  const { source } = database;
  return {
    version: source.version ?? '',
    replicas: database.replicas,
    distributed: database.distributed ? true : undefined,
    storageType: 'Durable',
    storage: {
      accessModes: ['ReadWriteOnce'],
      // A class here is looked up on the hub even for replicas elsewhere; distributed databases name theirs in the policy.
      storageClassName: database.distributed ? undefined : database.placements[0]?.storageClass,
      resources: { requests: { storage: database.storageSize } },
    },
    authSecret: source.rootPasswordSecret && { kind: 'Secret', name: source.rootPasswordSecret.name },
    tls: source.tls?.issuer && {
      issuerRef: {
        apiGroup: 'cert-manager.io',
        kind: source.tls.issuer.kind ?? 'Issuer',
        name: source.tls.issuer.name,
      },
    },
    deletionPolicy: database.deletionPolicy,
  };
}

/** Server configuration under the key the engine reads; undefined when the topology asks for nothing. */
export function configuration(database: KubedbDatabasePlan, key: string): DatabaseConfiguration | undefined {
  const secretName = database.source.kubedb?.configurationSecret;
  const inline = database.configuration === undefined ? undefined : { [key]: database.configuration };
  return secretName === undefined && inline === undefined ? undefined : { secretName, inline };
}

/**
 * The pod template's spec. Requests equal limits: KubeDB raises a limit to its request and fills in what is missing, so
 * only equal values stay as they are written.
 */
export function podSpec<Container extends string>(
  database: KubedbDatabasePlan,
  container: Container,
): DatabasePodSpec<Container> | undefined {
  const { memory, cpu } = database.resources;
  const amounts = { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  const environment = Object.entries(database.sizing.environment);
  const sized = memory !== undefined || cpu !== undefined;
  if (!sized && environment.length === 0 && !database.distributed) return undefined;
  return {
    podPlacementPolicy: database.distributed ? { name: database.placementPolicy } : undefined,
    containers:
      sized || environment.length > 0
        ? [
            {
              name: container,
              env:
                environment.length === 0 ? undefined : environment.map(([name, value]) => ({ name, value })),
              resources: sized ? { requests: amounts, limits: { ...amounts } } : undefined,
            },
          ]
        : undefined,
  };
}
