import type {
  PodAffinity,
  PodPlaces,
  PodSecurityContext,
  PodSpec,
  TopologySpreadConstraint,
} from '../../imports/index.js';
import type { StatefulSetDatabasePlan } from '../../plan/index.js';
import { selectorOf } from './names.js';

const hostname = 'kubernetes.io/hostname';

/** Label of a node that names its zone. */
export const zoneLabel = 'topology.kubernetes.io/zone';

/** Number of the user and group mysql in the official image. */
const mysql = 999;

/** Who the processes of a pod are: what the restricted level of pod security asks for. */
export const podSecurity: PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: mysql,
  runAsGroup: mysql,
  fsGroup: mysql,
  fsGroupChangePolicy: 'OnRootMismatch',
  seccompProfile: { type: 'RuntimeDefault' },
};

/** Keeps a pod off the nodes of the members: always, or where it can. */
export function apartFromMembers(database: StatefulSetDatabasePlan): PodAffinity {
  const term = {
    labelSelector: { matchLabels: selectorOf(database, 'database') },
    topologyKey: hostname,
  };
  return {
    podAntiAffinity:
      database.spread.node === 'DoNotSchedule'
        ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
        : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] },
  };
}

/** Where members may run: apart from each other, and out of the arbitrator's zone where others are left. */
export function placesOfMembers(database: StatefulSetDatabasePlan): PodPlaces {
  const { shunned } = database;
  return {
    ...apartFromMembers(database),
    nodeAffinity:
      shunned === undefined
        ? undefined
        : {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [
                { matchExpressions: [{ key: zoneLabel, operator: 'NotIn', values: [shunned] }] },
              ],
            },
          },
  };
}

/** Over zones, where the topology says them. */
export function zoneSpread(database: StatefulSetDatabasePlan): TopologySpreadConstraint[] | undefined {
  if (database.zoneSpread === undefined) return undefined;
  return [
    {
      maxSkew: 1,
      topologyKey: zoneLabel,
      whenUnsatisfiable: database.zoneSpread,
      labelSelector: { matchLabels: selectorOf(database, 'database') },
    },
  ];
}

/** What the topology says about nodes and registries, of every pod of the database. */
export function givenScheduling({
  source: { scheduling, imagePullSecrets },
}: StatefulSetDatabasePlan): Pick<
  PodSpec,
  'nodeSelector' | 'tolerations' | 'priorityClassName' | 'imagePullSecrets'
> {
  return {
    nodeSelector: scheduling?.nodeSelector && { ...scheduling.nodeSelector },
    tolerations: scheduling?.tolerations?.map((toleration) => ({ ...toleration })),
    priorityClassName: scheduling?.priorityClassName,
    imagePullSecrets: imagePullSecrets?.map((name) => ({ name })),
  };
}
