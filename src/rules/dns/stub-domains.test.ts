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

const id = 'dns/stub-domains';
const stub = (text: string): string[] => own(id, configMap('kube-dns', 'stubDomains', `${text}\n`));

describe('dns/stub-domains', () => {
  test.each([
    'slice.local: 10.0.1.53',
    '{"slice.local": "10.0.1.53"}',
    '{"slice.local": ["10.0.1.53"],}',
    '{"slice.local": []}',
    '{"slice.local": [10]}',
    '["10.0.1.53"]',
    'null',
  ])('reports %s', (text) => {
    expect(stub(text)).toEqual([
      'error dns/stub-domains 5:3 stubDomains of kube-dns is not a JSON object of lists of servers',
    ]);
  });

  test.each(['slice.local.', 'Slice.local', 'slice.local:53', '*.slice.local'])(
    'reports %s, which makes kube-dns pass over the others too',
    (zone) => {
      expect(stub(`{"${zone}": ["10.0.1.53"], "example.org": ["10.0.0.53"]}`)).toEqual([
        `error dns/stub-domains 5:3 stubDomains of kube-dns has the zone ${zone}, which is no DNS name`,
      ]);
    },
  );

  test('is content with any number of servers, with other zones, and with other ConfigMaps', () => {
    expect(
      stub(
        '{"slice.local": ["10.0.1.1", "10.0.1.2", "10.0.1.3", "10.0.1.4:53"], "example.org": ["10.0.0.53"]}',
      ),
    ).toEqual([]);
    expect(stub('{}')).toEqual([]);
    expect(own(id, configMap('settings', 'stubDomains', 'x\n'))).toEqual([]);
  });
});
