import type { OperatorMariaDBSpec, OperatorService } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';

/** Name of the Service that clients use: with replicas the one that leads to whoever takes the writes. */
export function clientService({ name, replicas }: MariadbOperatorDatabasePlan): string {
  return replicas > 1 ? `${name}-primary` : name;
}

/** What the Service of the clients is, where it differs from the operator's own. */
export function services(
  database: MariadbOperatorDatabasePlan,
): Pick<OperatorMariaDBSpec, 'service' | 'primaryService'> {
  const asked = asService(database);
  return database.replicas > 1 ? { primaryService: asked } : { service: asked };
}

function asService({ service }: MariadbOperatorDatabasePlan): OperatorService | undefined {
  const { type, annotations, sourceRanges, loadBalancerClass, loadBalancerIP, externalTrafficPolicy } =
    service;
  const isAnnotated = Object.keys(annotations).length > 0;
  if (type === 'ClusterIP' && !isAnnotated) return undefined;
  return {
    type,
    metadata: isAnnotated ? { annotations: { ...annotations } } : undefined,
    loadBalancerClass,
    loadBalancerIP,
    loadBalancerSourceRanges: sourceRanges.length === 0 ? undefined : [...sourceRanges],
    externalTrafficPolicy,
  };
}
