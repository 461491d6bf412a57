import { describe, expect, test } from 'vitest';
import { locationOf } from '../diagnostics/index.js';
import { type Input, keySpan, readTopology, valueSpan } from './index.js';

const good = `apiVersion: dbspan/v1alpha1
kind: Topology
metadata: { name: shop }
clusters:
  - name: fra
    distribution: k3s
databases: []
`;

function findings(content: Input['content']): string[] {
  const { topology, diagnostics } = readTopology({ name: 't', content });
  if (diagnostics.length > 0) expect(topology).toBeUndefined();
  return diagnostics.map((each) => `${each.id} ${locationOf(each).slice(2)}`);
}

/** The good text with a piece replaced. */
function having(from: string, to: string): string {
  expect(good.split(from)).toHaveLength(2);
  return good.replace(from, () => to);
}

describe('what is read', () => {
  test('a topology keeps the place of every key and value', () => {
    const { topology, diagnostics } = readTopology({ name: 't', content: good });
    expect(diagnostics).toEqual([]);
    const cluster = topology?.clusters[0];
    if (!cluster) throw new Error('no cluster was read');
    const value = valueSpan(cluster, 'distribution');
    const key = keySpan(cluster, 'distribution');
    expect(value.file.text.slice(value.start, value.end)).toBe('k3s');
    expect(key.file.text.slice(key.start, key.end)).toBe('distribution');
  });

  test('a byte order mark and CRLF line ends are fine', () => {
    expect(findings(`\ufeff${good.replaceAll('\n', '\r\n')}`)).toEqual([]);
    expect(findings(new TextEncoder().encode(`\ufeff${good}`))).toEqual([]);
  });

  test('YAML 1.1 words are text', () => {
    const { topology } = readTopology({ name: 't', content: having('name: fra', 'name: no') });
    expect(topology?.clusters[0]?.name).toBe('no');
  });

  test('an alias repeats a value', () => {
    const text = having(
      '    distribution: k3s',
      '    distribution: k3s\n    zones: &zones [a, b]\n  - name: ams\n    distribution: k3s\n    zones: *zones',
    );
    const { topology } = readTopology({ name: 't', content: text });
    expect(topology?.clusters[1]?.zones).toEqual(['a', 'b']);
  });

  test('a key that JavaScript knows is an unknown key like any other', () => {
    expect(findings(`${good}__proto__: { polluted: true }\nconstructor: 1\n`)).toEqual([
      'schema/unknown-key 8:1',
      'schema/unknown-key 9:1',
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', '', 'syntax/empty 1:1'],
    ['a comment', '# only a comment\n', 'syntax/empty 1:1'],
    ['two documents', `${good}---\n${good}`, 'syntax/several-documents 8:1'],
    ['a tab as indentation', having('    distribution', '\tdistribution'), 'syntax/tab 6:1'],
    ['an open quote', having('k3s', '"k3s'), 'syntax/malformed 6:19'],
    ['an unknown anchor', having('k3s', '*nowhere'), 'syntax/alias 6:19'],
    ['an alias inside its own value', having('[]', '&self [*self]'), 'syntax/alias 7:19'],
    ['a tag', having('k3s', '!secret k3s'), 'syntax/tag 6:27'],
    ['a merge key', having('name: fra', '<<: 1\n    name: fra'), 'syntax/bad-key 5:5'],
    ['a raw control character', having('k3s', 'k3s\u0001'), 'syntax/control-character 6:22'],
    ['an escaped control character', having('k3s', '"k3s\\u0085"'), 'syntax/control-character 6:19'],
    ['half of a surrogate pair', having('k3s', '"\\ud800"'), 'syntax/control-character 6:19'],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toContain(expected);
  });

  test('a duplicate key names both places and does not hide what else is wrong', () => {
    const text = having('distribution: k3s', 'distribution: k3\n    name: ams');
    const { diagnostics } = readTopology({ name: 't', content: text });
    expect(diagnostics.map(({ id }) => id)).toEqual(['syntax/duplicate-key', 'schema/not-allowed']);
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  test('bytes that are not UTF-8 are found where they stand', () => {
    const bytes = new TextEncoder().encode(good);
    bytes[good.indexOf('fra')] = 0xff;
    expect(findings(bytes)).toEqual(['syntax/not-utf8 5:11']);
  });

  test('UTF-16 is recognised', () => {
    expect(findings(Buffer.from(`\ufeff${good}`, 'utf16le'))).toEqual(['syntax/not-utf8 1:1']);
  });

  test('a file that is too large is not read', () => {
    expect(findings(new Uint8Array(4 * 1024 * 1024 + 1))).toEqual(['syntax/too-large 1:1']);
  });

  test('aliases that expand without bound are refused where they go too far', () => {
    const levels = ['a: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 9; level++) {
      levels.push(
        `${'abcdefghij'[level]}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    expect(findings(levels.join('\n'))).toEqual([expect.stringMatching(/^syntax\/alias [5-6]:/)]);
  });

  test('nesting without bound is refused, however deep', () => {
    for (const depth of [100, 100_000]) {
      const [found] = findings(`a: ${'['.repeat(depth)}${']'.repeat(depth)}`);
      expect(found).toMatch(/^syntax\/too-deep 1:\d+$/);
    }
  });
});

describe('what the language refuses', () => {
  test.each([
    ['an unknown key', having('name: fra', 'name: fra\n    hubb: true'), 'schema/unknown-key 6:5'],
    ['a missing key', having('    distribution: k3s\n', ''), 'schema/missing-key 5:5'],
    ['a wrong type', having('[]', 'none'), 'schema/wrong-type 7:12'],
    ['nothing where a list is due', having(' []', ''), 'schema/wrong-type 7:1'],
    ['a value outside the set', having('k3s', 'k4s'), 'schema/not-allowed 6:19'],
    ['a malformed value', having('name: fra', 'name: Fra_1'), 'schema/malformed-value 5:11'],
    ['a number out of range', having('k3s', 'k3s\n    nodes: 0'), 'schema/out-of-range 7:12'],
    ['an item twice', having('k3s', 'k3s\n    zones: [a, b, a]'), 'schema/duplicate-item 7:19'],
    ['too few items', having('k3s', 'k3s\n    zones: []'), 'schema/out-of-range 7:12'],
    ['a number as a version', `${good}releases: { kubernetes: 1.30 }\n`, 'schema/numeric-version 8:25'],
    [
      'fields that belong together',
      having('k3s', 'k3s\n    location: { latitude: 1 }'),
      'schema/missing-key 7:5',
    ],
    ['another language', having('dbspan/v1alpha1', 'v1'), 'schema/wrong-language 1:13'],
    ['another kind', having('Topology', 'Pod'), 'schema/wrong-language 2:7'],
    ['a list at the top', '- a\n', 'schema/wrong-language 1:1'],
    ['no apiVersion', good.slice(good.indexOf('kind')), 'schema/wrong-language 1:1'],
  ])('%s', (_, text, expected) => {
    expect(findings(text)).toEqual([expected]);
  });

  test('everything is reported in one run', () => {
    const text = good.replace('fra', 'Fra').replace('k3s', 'k4s').replace('[]', '1').replace('shop', '17');
    expect(findings(text)).toHaveLength(4);
  });
});

describe('remedies', () => {
  const fixOf = (text: string): string | undefined =>
    readTopology({ name: 't', content: text }).diagnostics[0]?.fix;
  const sized = (size: string): string =>
    having(
      '[]',
      `
  - name: a
    namespace: a
    provider: kubedb
    engine: mariadb
    placement: [{ cluster: fra, replicas: 3 }]
    storage: { size: ${size} }`,
    );

  test.each([
    ['10GB', 'write 10Gi'],
    ['500 mb', 'write 500Mi'],
    ['"1,5Ti"', 'write 1.5Ti'],
    ['512', 'add a unit: 512Mi'],
  ])('for the size %s', (size, fix) => {
    expect(fixOf(sized(size))).toBe(fix);
  });

  test('for a misspelt key, a misplaced one and an unknown one', () => {
    expect(fixOf(having('k3s', 'k3s\n    network-interface: eth0'))).toBe('did you mean `networkInterface`?');
    expect(fixOf(having('k3s', 'k3s\n    subnet: x'))).toBe(
      '`subnet` exists as `slice.subnet`, `databases[].service.subnet`',
    );
    expect(fixOf(having('k3s', 'k3s\n    colour: x'))).toMatch(/^known fields: name, hub, /);
  });

  test('for a missing key beside an unknown one, which are one mistake', () => {
    const text = having('distribution: k3s', 'flavour: k3s');
    expect(findings(text)).toEqual(['schema/unknown-key 6:5']);
    expect(fixOf(text)).toBe('did you mean `distribution`, which is missing?');
    const both = having('distribution: k3s', 'flavour: k3s\n    colour: x');
    expect(findings(both)).toEqual([
      'schema/missing-key 5:5',
      'schema/unknown-key 6:5',
      'schema/unknown-key 7:5',
    ]);
    const other = having('distribution: k3s', 'zone: [a]');
    expect(findings(other)).toEqual(['schema/missing-key 5:5', 'schema/unknown-key 6:5']);
    expect(findings(having('k3s', 'k3s\n    location: { latitude: 1, long: 2 }'))).toEqual([
      'schema/unknown-key 7:30',
    ]);
  });

  test('for a missing key of which there is no short example', () => {
    expect(fixOf(having('databases: []\n', ''))).toBe(
      'add it; what belongs there says: dbspan explain databases',
    );
  });

  test('for an empty list', () => {
    expect(fixOf(having('k3s', 'k3s\n    zones: []'))).toBe('add one, or leave zones out');
    expect(fixOf(having('\n  - name: fra\n    distribution: k3s', ' []'))).toBe('add one');
  });

  test('says what a text should be, not how long', () => {
    const { diagnostics } = readTopology({
      name: 't',
      content: `${good}links: [{ between: [a, b], rtt: "7" }]\n`,
    });
    expect(diagnostics[0]?.message).toMatch(/^`links\[0\]\.rtt`: "7" is not a duration/);
  });

  test('for brackets', () => {
    const problems = (text: string) =>
      readTopology({ name: 't', content: text }).diagnostics.map(({ message }) => message);
    expect(problems(having('k3s', 'k3s\n    zones: [a\n    nodes: 3'))).toEqual([
      'a bracket above is not closed',
    ]);
    expect(problems(having('{ name: shop }', '{ name: shop x: y }'))).toEqual([
      'inside brackets something is missing between two entries',
    ]);
  });

  test('for a line that stands one space off', () => {
    expect(fixOf(having('    distribution', '   distribution'))).toBe(
      'indent the entries of one mapping or list by the same number of spaces',
    );
  });

  test('for words that YAML 1.1 read as booleans', () => {
    expect(fixOf(having('k3s', 'k3s\n    hub: yes'))).toBe('write true');
  });
});
