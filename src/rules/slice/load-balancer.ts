import { valueSpan } from '../../topology/index.js';
import { sliceMembersOf } from '../members.js';
import { defineRule } from '../rule.js';

/** A gateway that others connect to is a LoadBalancer where there are load balancers. The last member only connects. */
export const loadBalancer = defineRule({
  id: 'slice/load-balancer',
  severity: 'error',
  why: 'the gateway’s Service waits for ever for an address, the other members have nothing to connect to, and no tunnel to this one comes up',
  source: 'kubeslice/worker-operator controllers/slice/slice_gw_edge.go',
  messages: {
    none: (p: { cluster: string }) =>
      `the gateway of ${p.cluster} is a LoadBalancer, and ${p.cluster} has no load balancers`,
  },
  checkTopology(topology, report) {
    const servers = sliceMembersOf(topology).slice(0, -1);
    const members = new Map(servers.map((cluster) => [cluster.name, cluster]));
    for (const service of topology.slice?.gateway?.services ?? []) {
      const capabilities = members.get(service.cluster)?.capabilities;
      if (service.type !== 'LoadBalancer' || capabilities?.loadBalancer !== false) continue;
      report('none', { cluster: service.cluster })
        .at(valueSpan(service, 'type'))
        .related(valueSpan(capabilities, 'loadBalancer'), 'none here')
        .fix('write NodePort, which can become LoadBalancer later; the way back is closed');
    }
  },
});
