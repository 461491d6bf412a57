import { describe, expect, test } from 'vitest';
import { manifestFindingsOf } from '../testing.js';

const configMap = (name: string, key: string, text: string): string =>
  `apiVersion: v1
kind: ConfigMap
metadata: { name: ${name}, namespace: kube-system }
data:
  ${key}: |
${text.replace(/^(?=.)/gm, '    ')}`;
const own = (id: string, ...documents: readonly string[]): string[] =>
  manifestFindingsOf(documents.join('---\n')).filter((finding) => finding.split(' ')[1] === id);

const id = 'dns/forward-target';
const forwarding = (targets: string): string =>
  configMap('coredns-custom', 'a.server', `slice.local:53 {\n    forward . ${targets}\n}\n`);
const dns = (upstream: string, zone = 'slice.local'): string =>
  `apiVersion: operator.openshift.io/v1\nkind: DNS\nmetadata: { name: default }\nspec: { servers: [{ name: a, zones: [${zone}], forwardPlugin: { upstreams: ["${upstream}"] } }] }\n`;
const stub = (text: string): string => configMap('kube-dns', 'stubDomains', `${text}\n`);

describe('dns/forward-target', () => {
  test('reports a name in a Corefile, in the operator’s object and in kube-dns', () => {
    expect(own(id, forwarding('kubeslice-dns.kubeslice-system.svc'))).toEqual([
      'error dns/forward-target 5:3 slice.local is forwarded to kubeslice-dns.kubeslice-system.svc, which is no IP address',
    ]);
    expect(own(id, dns('kubeslice-dns:53'))).toEqual([
      'error dns/forward-target 4:81 slice.local is forwarded to kubeslice-dns:53, which is no IP address',
    ]);
    expect(own(id, stub('{"slice.local": ["kubeslice-dns"]}'))).toEqual([
      'error dns/forward-target 5:3 slice.local is forwarded to kubeslice-dns, which is no IP address',
    ]);
  });

  test.each(['127.0.0.1', '[::1]:53', '0.0.0.0', '169.254.20.10'])('reports %s', (target) => {
    expect(own(id, forwarding(target))).toHaveLength(1);
  });

  test('reports a block that forwards nowhere, and leaves one with another plugin alone', () => {
    const empty = configMap('coredns', 'Corefile', 'slice.local:53 {\n    errors\n    cache 30\n}\n');
    expect(own(id, empty)).toEqual([
      'error dns/forward-target 5:3 the server block for slice.local in Corefile forwards nowhere',
    ]);
    expect(own(id, configMap('coredns', 'Corefile', 'slice.local:53 {\n    hosts /a\n}\n'))).toEqual([]);
  });

  test.each([
    '10.43.0.101',
    '10.43.0.101:53',
    'dns://10.43.0.101',
    '10.43.0.101 10.43.0.102',
    'fd00::5',
    '[fd00::5]:53',
    '/etc/resolv.conf',
  ])('is content with %s', (targets) => {
    expect(own(id, forwarding(targets))).toEqual([]);
  });

  test('is content with addresses elsewhere, and with other zones', () => {
    expect(own(id, dns('10.43.0.101:5353'))).toEqual([]);
    expect(own(id, dns('resolver.example.org', 'example.org'))).toEqual([]);
    expect(own(id, stub('{"slice.local": ["10.43.0.101"], "example.org": ["ns.example.org"]}'))).toEqual([]);
    expect(own(id, stub('nonsense'))).toEqual([]);
  });
});
