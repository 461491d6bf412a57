import type { ServicePort, ServiceSpec } from '../../imports/index.js';
import type { StatefulSetDatabasePlan } from '../../plan/index.js';
import { ports, selectorOf } from './names.js';

const mysql: ServicePort = { name: 'mysql', port: ports.mysql };

/** How members find each other: also those that are not ready, which is what all are at a start. */
export function peerServiceSpec(database: StatefulSetDatabasePlan): ServiceSpec {
  return {
    clusterIP: 'None',
    publishNotReadyAddresses: true,
    selector: selectorOf(database, 'database'),
    ports: [
      mysql,
      { name: 'group', port: ports.group },
      { name: 'group-udp', port: ports.group, protocol: 'UDP' },
      { name: 'incremental', port: ports.incremental },
      { name: 'transfer', port: ports.transfer },
      { name: 'census', port: ports.census },
      ...(database.metrics ? [{ name: 'metrics', port: ports.metrics }] : []),
    ],
  };
}

/** How clients find a member: only those that are ready. */
export function clientServiceSpec(database: StatefulSetDatabasePlan): ServiceSpec {
  const { service } = database;
  return {
    type: service.type,
    selector: selectorOf(database, 'database'),
    ports: [mysql],
    externalTrafficPolicy: service.externalTrafficPolicy,
    loadBalancerClass: service.loadBalancerClass,
    loadBalancerIP: service.loadBalancerIP,
    loadBalancerSourceRanges: service.sourceRanges.length > 0 ? service.sourceRanges : undefined,
  };
}
