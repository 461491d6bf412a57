import type { StatefulSetSpec } from '../../imports/index.js';
import type { StatefulSetDatabasePlan } from '../../plan/index.js';
import { censusContainer, exporterContainers, serverContainer } from './containers.js';
import { scripts } from './generated/scripts.js';
import { labelsOf, namesOf, selectorOf } from './names.js';
import { givenScheduling, placesOfMembers, podSecurity, zoneSpread } from './scheduling.js';
import { checksum, claim, volumesOf } from './volumes.js';

/** Seconds that a member must be ready before the next one is replaced. */
const settling = 15;

/** Old templates that are kept. */
const revisions = 5;

/** The members. Parallel, because under OrderedReady nobody starts while member 0 may not bootstrap. */
export function statefulSetSpec(database: StatefulSetDatabasePlan): StatefulSetSpec {
  const names = namesOf(database);
  return {
    replicas: database.replicas,
    serviceName: names.peerService,
    podManagementPolicy: 'Parallel',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: database.partition } },
    minReadySeconds: settling,
    revisionHistoryLimit: revisions,
    persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    selector: { matchLabels: selectorOf(database, 'database') },
    template: {
      metadata: {
        labels: labelsOf(database, 'database'),
        annotations: {
          'checksum/config': checksum(database.files),
          'checksum/scripts': checksum(scripts),
          'kubectl.kubernetes.io/default-container': 'mariadb',
        },
      },
      spec: {
        serviceAccountName: names.account,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        terminationGracePeriodSeconds: database.shutDown + database.drain,
        securityContext: podSecurity,
        affinity: placesOfMembers(database),
        topologySpreadConstraints: zoneSpread(database),
        ...givenScheduling(database),
        containers: [serverContainer(database), censusContainer(database), ...exporterContainers(database)],
        volumes: volumesOf(database),
      },
    },
    volumeClaimTemplates: [
      {
        metadata: { name: claim },
        spec: {
          accessModes: ['ReadWriteOnce'],
          storageClassName: database.placements[0]?.storageClass,
          resources: { requests: { storage: database.storageSize } },
        },
      },
    ],
  };
}
