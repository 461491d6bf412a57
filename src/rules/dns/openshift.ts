import { sliceZone } from '../../plan/index.js';
import { defineRule } from '../rule.js';
import { placed } from './dns-objects.js';

/** Most servers one entry of the operator forwards to. */
const limit = 15;

/** OpenShift's DNS operator acts on what is written for it. */
export const openshift = defineRule({
  id: 'dns/openshift',
  severity: 'error',
  why: 'the DNS operator looks at one object, default, and skips servers it cannot write into its Corefile: the zone is not forwarded',
  source: 'openshift/api operator/v1/types_dns.go',
  messages: {
    object: (p: { name: string }) =>
      `the DNS ${p.name} is not the one OpenShift looks at, which is called default`,
    cluster: (p: { server: string; zone: string }) =>
      `the server ${p.server} takes over ${p.zone}, the cluster’s own zone`,
    zone: (p: { server: string; zone: string }) =>
      `the server ${p.server} has ${p.zone} as a zone, which is no DNS name`,
    name: (p: { server: string }) => `${p.server} is no name of a service, as the name of a server must be`,
    many: (p: { server: string; count: number }) =>
      `the server ${p.server} forwards to ${p.count} upstreams; the operator takes ${limit}`,
    twice: (p: { first: string; second: string; zone: string }) =>
      `the servers ${p.first} and ${p.second} both have the zone ${p.zone}`,
  },
  checkManifests(manifests, report) {
    for (const { manifest } of placed(manifests, 'DNS', 'operator.openshift.io')) {
      const { name, root } = manifest;
      if (name !== 'default') {
        report('object', { name })
          .at(root.at('metadata', 'name').span)
          .fix('add the server to spec.servers of the DNS default');
        continue;
      }
      const owners = new Map<string, string>();
      for (const field of root.at('spec', 'servers').items()) {
        const server = field.at('name').text ?? '';
        if (!isServiceName(server))
          report('name', { server: server === '' ? 'nothing' : server })
            .at(field.at('name').span)
            .fix('use at most 15 lower-case letters, digits and single hyphens, with a letter among them');
        for (const entry of field.at('zones').items()) {
          const zone = entry.text;
          if (zone === undefined) continue;
          const owner = owners.get(zone);
          if (owner !== undefined)
            report('twice', { first: owner, second: server, zone })
              .at(entry.span)
              .fix('leave the zone to one of them');
          owners.set(zone, server);
          if (zone === 'cluster.local')
            report('cluster', { server, zone }).at(entry.span).fix(`write ${sliceZone}`);
          else if (!/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(zone))
            report('zone', { server, zone })
              .at(entry.span)
              .fix('write the bare zone, without port or dot at the end');
        }
        const upstreams = field.at('forwardPlugin', 'upstreams');
        const count = upstreams.items().length;
        if (count > limit)
          report('many', { server, count })
            .at(upstreams.keySpan)
            .fix('keep the address of kubeslice-dns alone');
      }
    }
  },
});

/** A service name of RFC 6335. */
function isServiceName(text: string): boolean {
  return text.length <= 15 && /[a-z]/i.test(text) && /^[a-z0-9]+(?:-[a-z0-9]+)*$/i.test(text);
}
