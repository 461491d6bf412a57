import { describe, expect, test } from 'vitest';
import { locationOf } from '../diagnostics/index.js';
import { coreReading, kubectlReading } from './plain.js';
import { readManifests } from './read.js';

const read = (content: string) => readManifests({ name: 'm', content });
const found = (content: string): string[] =>
  read(content).diagnostics.map((each) => `${locationOf(each)} ${each.severity} ${each.id}: ${each.message}`);
const names = (content: string): string[] => read(content).manifests.map(({ name }) => name);
const configMap = (name: string, data = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n${data}`;

describe('documents', () => {
  test('several, empty ones among them', () => {
    expect(names(`---\n# nothing\n---\n${configMap('a')}---\n---\n${configMap('b')}...\n`)).toEqual([
      'a',
      'b',
    ]);
  });

  test('a List is its items, each with its place', () => {
    const content = `apiVersion: v1\nkind: List\nitems:\n- ${configMap('a').trimEnd().replaceAll('\n', '\n  ')}\n- text\n`;
    expect(names(content)).toEqual(['a']);
    expect(found(content)).toEqual(['m:7:3 error manifest/incomplete: an item of this List is no object']);
  });

  test('JSON with tabs keeps its places', () => {
    const [manifest] = read(
      '{\n\t"apiVersion": "v1",\n\t"kind": "Secret",\n\t"metadata": { "name": "a\\u00e9" }\n}',
    ).manifests;
    expect(manifest?.name).toBe('aé');
    expect(manifest?.root.at('kind').span.start).toBe(32);
  });

  test('what is no object is noted, what is half of one is an error', () => {
    expect(found('replicas: 3\nimage: yes\n')).toEqual([
      'm:1:1 info manifest/no-object: this is no Kubernetes object, and is not checked',
    ]);
    expect(found('kind: Secret\nmetadata: { name: a }\n')).toEqual([
      'm:1:1 error manifest/incomplete: the object has no apiVersion',
    ]);
    expect(found('apiVersion: v1\nkind: Secret\n')).toEqual([
      'm:1:1 error manifest/incomplete: the object has no metadata.name',
    ]);
    expect(found('apiVersion: v1\nkind: Secret\nmetadata: { generateName: a- }\n')).toEqual([
      'm:3:13 warning manifest/generated-name: the object has a generateName instead of a name',
    ]);
  });

  test('nothing that a file holds throws', () => {
    for (const content of [
      '\u0000',
      '[',
      '- a',
      '"',
      '&a [*a]',
      `${'['.repeat(5000)}`,
      '{a: {b: {c: !x y}}}',
      '? [a]\n: b',
    ])
      expect(() => read(content)).not.toThrow();
    expect(() => readManifests({ name: 'm', content: new Uint8Array([0xff, 0xfe, 0x41]) })).not.toThrow();
  });
});

describe('merge keys', () => {
  test('put in what is not there, and keep the places', () => {
    const content = configMap('a', 'binaryData: &x { a: "1", b: "2" }\ndata: { <<: *x, b: "3" }\n');
    const data = read(content).manifests[0]?.root.at('data');
    expect(data?.entries().map(([name, { value }]) => [name, value])).toEqual([
      ['b', '3'],
      ['a', '1'],
    ]);
    expect(data?.at('a').span.start).toBe(content.indexOf('"1"'));
  });

  test('of anything else are refused', () => {
    expect(found(configMap('a', 'data: { <<: text }\n'))).toEqual([
      'm:4:13 error syntax/bad-key: a merge key (`<<`) takes a mapping, or a list of mappings',
    ]);
  });
});

describe('scalars', () => {
  test.each<[string, unknown, unknown]>([
    ['yes', true, 'yes'],
    ['N', false, 'N'],
    ['off', false, 'off'],
    ['true', true, true],
    ['~', null, null],
    ['', null, null],
    ['0123', 83, 123],
    ['0o17', 15, 15],
    ['0b11', 3, '0b11'],
    ['0x1F', 31, 31],
    ['1_000', 1000, '1_000'],
    ['-5', -5, -5],
    ['+5', 5, 5],
    ['1e3', 1000, 1000],
    ['1.', 1, 1],
    ['089', 89, 89],
    ['1:30', '1:30', '1:30'],
    ['2026-01-31', '2026-01-31', '2026-01-31'],
    ['10Gi', '10Gi', '10Gi'],
    ['.', '.', '.'],
    ['9223372036854775807', 2 ** 63 - 1024, 2 ** 63 - 1024],
    ['9223372036854775808', 2 ** 63, 2 ** 63],
  ])('%s', (source, kubectl, others) => {
    expect(kubectlReading(source)).toBe(kubectl);
    expect(coreReading(source)).toBe(others);
  });

  test('that others read as something else are told', () => {
    expect(found(configMap('a', 'data: { b: 0123, c: "0123", d: 1.0 }\n'))).toEqual([
      'm:4:12 warning manifest/ambiguous-scalar: 0123 is 83 to kubectl, and 123 to readers of YAML 1.2',
    ]);
    expect(found(configMap('a', 'data: { b: .inf }\n'))).toEqual([
      'm:4:12 error manifest/not-finite: .inf is a number that JSON does not have',
    ]);
  });
});
