import type { DeploymentSpec } from '../../imports/index.js';
import type { ArbitratorPlan, StatefulSetDatabasePlan } from '../../plan/index.js';
import { restricted, unhurried } from './containers.js';
import { labelsOf, namesOf, ports, selectorOf } from './names.js';
import { apartFromMembers, givenScheduling, podSecurity, zoneLabel } from './scheduling.js';
import { tlsMounts, tlsVolumes } from './volumes.js';

/** garbd: one vote, never two at a time. It knows all members, and goes when it finds none, to be started again. */
export function arbitratorSpec(
  database: StatefulSetDatabasePlan,
  { image, zone, options, memory }: ArbitratorPlan,
): DeploymentSpec {
  const names = namesOf(database);
  const scheduling = givenScheduling(database);
  return {
    replicas: 1,
    strategy: { type: 'Recreate' },
    revisionHistoryLimit: 2,
    selector: { matchLabels: selectorOf(database, 'arbitrator') },
    template: {
      metadata: { labels: labelsOf(database, 'arbitrator') },
      spec: {
        serviceAccountName: names.account,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        securityContext: podSecurity,
        affinity: apartFromMembers(database),
        ...scheduling,
        nodeSelector:
          zone === undefined ? scheduling.nodeSelector : { ...scheduling.nodeSelector, [zoneLabel]: zone },
        containers: [
          {
            name: 'garbd',
            image,
            command: ['garbd'],
            args: [
              `--name=${names.arbitrator}`,
              `--group=${database.clusterName}`,
              `--address=gcomm://${database.peers.map((peer) => `${peer}:${ports.group}`).join(',')}`,
              `--options=${options}`,
            ],
            ports: [
              { name: 'group', containerPort: ports.group },
              { name: 'group-udp', containerPort: ports.group, protocol: 'UDP' },
            ],
            resources: unhurried('100m', '128Mi', memory),
            volumeMounts: [{ name: 'tmp', mountPath: '/tmp' }, ...tlsMounts(database)],
            securityContext: restricted,
          },
        ],
        volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '16Mi' } }, ...tlsVolumes(database)],
      },
    },
  };
}
