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

const id = 'dns/custom-key';
const block = 'slice.local:53 {\n    errors\n    forward . 10.43.0.101\n}\n';
const custom = (key: string, text: string): string[] => own(id, configMap('coredns-custom', key, text));

describe('dns/custom-key', () => {
  test.each(['Corefile', 'slice-local', 'slice-local.conf', 'server'])('reports the key %s', (key) => {
    expect(custom(key, block)).toEqual([
      `error dns/custom-key 5:3 the key ${key} of coredns-custom ends neither in .server nor in .override`,
    ]);
  });

  test('reports a server where plugins belong, and plugins where servers belong', () => {
    expect(custom('a.override', block)).toEqual([
      'error dns/custom-key 5:3 the key a.override of coredns-custom holds a server block',
    ]);
    expect(custom('a.server', 'forward example.org 10.0.0.53\n')).toEqual([
      'error dns/custom-key 5:3 the key a.server of coredns-custom holds plugins outside of a server block',
    ]);
  });

  test.each([
    ['a.server', block],
    ['a.server', 'consul {\n    forward . 10.0.0.53\n}\n'],
    ['a.server', '# nothing yet\n'],
    ['a.override', 'log\n'],
    ['a.override', 'hosts {\n    10.0.0.1 a.example.org\n    fallthrough\n}\n'],
    ['a.override', 'forward example.org 10.0.0.53 {\n    prefer_udp\n}\n'],
    ['README', 'about this ConfigMap\n'],
  ])('is content with %s: %j', (key, text) => {
    expect(custom(key, text)).toEqual([]);
  });

  test('looks at no other ConfigMap', () => {
    expect(own(id, configMap('coredns', 'Corefile', block))).toEqual([]);
    expect(own(id, configMap('settings', 'a', block))).toEqual([]);
  });
});
