import { describe, expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);

const id = 'dns/openshift';
const dns = (servers: string, name = 'default'): string =>
  `apiVersion: operator.openshift.io/v1\nkind: DNS\nmetadata: { name: ${name} }\nspec:\n  servers:\n${servers}`;
const server = (name: string, zones: string, upstreams = '172.30.40.10'): string =>
  `    - { name: ${name}, zones: [${zones}], forwardPlugin: { upstreams: [${upstreams}] } }\n`;

describe('dns/openshift', () => {
  test('reports an object of another name', () => {
    expect(own(id, dns(server('slice-local', 'slice.local'), 'slice-local'))).toEqual([
      'error dns/openshift 3:19 the DNS slice-local is not the one OpenShift looks at, which is called default',
    ]);
  });

  test.each(['slice.local', 'slice--local', '-slice', 'slice-local-zone1', '"15"', 'slice_local'])(
    'reports the server name %s',
    (name) => {
      expect(own(id, dns(server(name, 'slice.local')))).toEqual([
        `error dns/openshift 6:15 ${name.replaceAll('"', '')} is no name of a service, as the name of a server must be`,
      ]);
    },
  );

  test('reports the cluster’s zone, what is no zone, and a zone of two servers', () => {
    const servers =
      server('a', 'cluster.local, "slice.local."') + server('b', 'slice.local') + server('c', 'slice.local');
    expect(own(id, dns(servers))).toEqual([
      'error dns/openshift 6:26 the server a takes over cluster.local, the cluster’s own zone',
      'error dns/openshift 6:41 the server a has slice.local. as a zone, which is no DNS name',
      'error dns/openshift 8:26 the servers b and c both have the zone slice.local',
    ]);
  });

  test('reports more than 15 upstreams', () => {
    const upstreams = Array.from({ length: 16 }, (_, index) => `10.0.0.${index + 1}`).join(', ');
    expect(own(id, dns(server('a', 'slice.local', upstreams)))).toEqual([
      'error dns/openshift 6:57 the server a forwards to 16 upstreams; the operator takes 15',
    ]);
  });

  test('is content with what the operator takes', () => {
    const upstreams = Array.from({ length: 15 }, (_, index) => `10.0.0.${index + 1}`).join(', ');
    expect(
      own(id, dns(server('slice-local', 'slice.local') + server('a1', 'example.org', upstreams))),
    ).toEqual([]);
  });
});
