import type { OperatorMariaDBSpec } from '../../imports/index.js';
import type { MariadbOperatorDatabasePlan } from '../../plan/index.js';

type Part<Field extends keyof OperatorMariaDBSpec> = OperatorMariaDBSpec[Field];

/** What a container gets: as much as it may use, so that the node has it. */
export function containerResources({ resources }: MariadbOperatorDatabasePlan): Part<'resources'> {
  const { memory, cpu } = resources;
  if (memory === undefined && cpu === undefined) return undefined;
  const amounts = { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  return { requests: amounts, limits: { ...amounts } };
}

/** Said for every database that has replicas, since nobody may change or add it later. */
export function affinity({ replicas, antiAffinity }: MariadbOperatorDatabasePlan): Part<'affinity'> {
  return replicas > 1 ? { antiAffinityEnabled: antiAffinity } : undefined;
}

/** Over zones as it is asked for; over nodes where the anti-affinity does not keep replicas apart. */
export function spreadConstraints({
  name,
  replicas,
  antiAffinity,
  zoneSpread,
}: MariadbOperatorDatabasePlan): Part<'topologySpreadConstraints'> {
  const labelSelector = { matchLabels: { 'app.kubernetes.io/instance': name } };
  const over = (topologyKey: string, whenUnsatisfiable: 'DoNotSchedule' | 'ScheduleAnyway') => {
    return { maxSkew: 1, topologyKey, whenUnsatisfiable, labelSelector };
  };
  const constraints = [
    ...(zoneSpread ? [over('topology.kubernetes.io/zone', zoneSpread)] : []),
    ...(replicas > 1 && !antiAffinity ? [over('kubernetes.io/hostname', 'ScheduleAnyway')] : []),
  ];
  return constraints.length === 0 ? undefined : constraints;
}

/** On which nodes its pods may run. */
export function scheduling({
  source,
}: MariadbOperatorDatabasePlan): Pick<
  OperatorMariaDBSpec,
  'nodeSelector' | 'tolerations' | 'priorityClassName'
> {
  const { nodeSelector, tolerations, priorityClassName } = source.scheduling ?? {};
  return {
    nodeSelector: nodeSelector && { ...nodeSelector },
    tolerations: tolerations?.map((each) => ({ ...each })),
    priorityClassName,
  };
}
