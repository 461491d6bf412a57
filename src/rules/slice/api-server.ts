import { type Cluster, keySpan, valueSpan } from '../../topology/index.js';
import { contains, ipv4Address, ipv4Network } from '../cidr.js';
import { addressOf, specialAddress } from '../ip-address.js';
import { defineRule } from '../rule.js';

/** The URL of the hub of a slice is one that the members can reach. */
export const apiServer = defineRule({
  id: 'slice/api-server',
  severity: 'error',
  why: 'every member joins through this URL and KubeSlice’s workers report to it; at one that only the hub itself knows they find nobody, or themselves, and no cluster ever registers',
  source: 'kubeslice/kubeslice charts/kubeslice-controller/values.yaml',
  messages: {
    host: (p: { host: string; is: string }) => `members do not reach the hub at ${p.host}, ${p.is}`,
    invalid: (p: { host: string }) => `${p.host} is neither an address nor a name`,
    port: (p: { port: string }) => `there is no port ${p.port}`,
  },
  checkTopology({ slice, clusters }, report) {
    const hub = clusters.find((cluster) => cluster.hub);
    if (!slice || hub?.apiServer === undefined) return;
    const [, bracketed, plain, port] =
      /^https:\/\/(?:\[([^\]]*)\]|([^:/]*))(?::(\d+))?/.exec(hub.apiServer) ?? [];
    const host = bracketed ?? plain ?? '';
    const span = valueSpan(hub, 'apiServer');
    if (bracketed !== undefined || /^[\d.]+$/.test(host)) {
      if (!addressOf(host)) {
        report('invalid', { host })
          .at(span)
          .fix('write the address or the name at which the members reach it');
        return;
      }
    }
    if (port !== undefined && (Number(port) > 65535 || Number(port) === 0)) {
      report('port', { port }).at(span).fix('the API server usually listens at 6443 or 443');
      return;
    }
    const problem = localTo(host, hub);
    if (!problem) return;
    const open = report('host', { host, is: problem.is }).at(span);
    if (problem.services) open.related(keySpan(hub, 'serviceCIDRs'), 'known inside the hub alone');
    open.fix(
      hub.distribution === 'kind'
        ? 'write the address of the control plane’s container, which the other kind clusters reach: https://<address>:6443'
        : 'write the address of a node or load balancer that the members reach; the API server’s certificate must hold it',
    );
  },
});

interface Problem {
  readonly is: string;
  readonly services?: true;
}

/** Why a host is known inside the hub alone; undefined when it is not. */
function localTo(host: string, hub: Cluster): Problem | undefined {
  const name = host.toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost')) return { is: 'which is each one itself' };
  if (/^kubernetes(?:\.default(?:\.svc)?)?$|\.svc$|\.cluster\.local$/.test(name))
    return { is: 'a name inside the cluster' };
  const known = addressOf(host);
  const local = known && specialAddress(known);
  if (local) return { is: local };
  const address = ipv4Address(host);
  if (address === undefined) return undefined;
  for (const cidr of hub.serviceCIDRs ?? []) {
    const network = ipv4Network(cidr);
    if (network && contains(network, address)) return { is: 'an address of its services', services: true };
  }
  return undefined;
}
