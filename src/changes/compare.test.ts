import { describe, expect, test } from 'vitest';
import { compareOutputs } from './compare.js';
import { outputOf, told } from './testing.js';

const changeOf = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) =>
  compareOutputs(outputOf(before), outputOf(after));

const object = (name: string, more = ''): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name}, namespace: shop }\n${more}`;

describe('an output', () => {
  test('that is the same differs in nothing', () => {
    const files = { 'fra/70-x/a.yaml': object('a'), 'RUNBOOK.md': '# x' };
    const { objects, texts, clusters } = changeOf(files, files);
    expect([objects, texts, clusters]).toEqual([[], [], { added: [], removed: [] }]);
  });

  test('has clusters that come and go', () => {
    const { clusters } = changeOf(
      { 'fra/70-x/a.yaml': object('a'), 'ams/70-x/a.yaml': object('a') },
      { 'fra/70-x/a.yaml': object('a'), 'par/70-x/b.yaml': object('b') },
    );
    expect(clusters).toEqual({ added: ['par'], removed: ['ams'] });
  });

  test('has objects in order, whatever the order of the files', () => {
    const files = {
      'b/70-x/b.yaml': object('b'),
      'b/70-x/a.yaml': object('a'),
      'a/80-x/c.yaml': object('c'),
    };
    expect(told(changeOf({}, files))).toEqual([
      'added a ConfigMap c',
      'added b ConfigMap a',
      'added b ConfigMap b',
    ]);
  });
});

describe('an object', () => {
  test('of which the text alone differs changes in no field', () => {
    const { objects } = changeOf({ 'a.yaml': object('a') }, { 'a.yaml': `# why\n${object('a')}` });
    expect(objects).toMatchObject([{ kind: 'changed', fields: [] }]);
  });

  test('in another wave is rearranged, in another file of it nothing else', () => {
    expect(told(changeOf({ 'fra/60-x/a.yaml': object('a') }, { 'fra/70-x/a.yaml': object('a') }))).toEqual([
      'rearranged fra ConfigMap a',
    ]);
    expect(told(changeOf({ 'fra/60-x/a.yaml': object('a') }, { 'fra/60-x/b.yaml': object('a') }))).toEqual([
      'changed fra ConfigMap a',
    ]);
  });

  test('of another version of its API is the same', () => {
    const [old, young] = ['v1beta1', 'v1'].map(
      (version) => `apiVersion: example.com/${version}\nkind: X\nmetadata: { name: a }\n`,
    ) as [string, string];
    expect(told(changeOf({ 'a.yaml': old }, { 'a.yaml': young }))).toEqual(['changed X a: apiVersion']);
  });

  test('of several in a file, and of a list, is one by itself', () => {
    const both = (value: string): string => `${object('a')}---\n${object('b', `data: { x: "${value}" }\n`)}`;
    expect(told(changeOf({ 'a.yaml': both('1') }, { 'a.yaml': both('2') }))).toEqual([
      'changed ConfigMap b: data.x',
    ]);
    const list = (value: string): string =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'List',
        items: ['a', 'b'].map((name) => ({
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name, namespace: 'shop' },
          data: { x: name === 'a' ? '0' : value },
        })),
      });
    expect(told(changeOf({ 'a.yaml': list('1') }, { 'a.yaml': list('2') }))).toEqual([
      'changed ConfigMap b: data.x',
    ]);
    expect(told(changeOf({ 'a.yaml': list('1') }, { 'b.yaml': both('1').replace('x', 'y') }))[0]).toContain(
      'ConfigMap a',
    );
  });
});

describe('a text', () => {
  test('comes, goes and changes, and of YAML the fields are told', () => {
    const { texts } = changeOf(
      { 'RUNBOOK.md': 'a', 'fra/values/x.yaml': 'a: 1\nb: [2]\n', 'gone.md': '' },
      { 'RUNBOOK.md': 'b', 'fra/values/x.yaml': 'b: [2]\na: 3\n', 'new.md': '' },
    );
    expect(texts.map(({ path, kind, fields }) => [path, kind, fields.map(({ text }) => text)])).toEqual([
      ['RUNBOOK.md', 'changed', []],
      ['fra/values/x.yaml', 'changed', ['a']],
      ['gone.md', 'removed', []],
      ['new.md', 'added', []],
    ]);
  });

  test('has keys of any name', () => {
    const { texts } = changeOf(
      { 'fra/values/x.yaml': 'constructor: 1\n' },
      { 'fra/values/x.yaml': 'toString: 1\n"__proto__": { polluted: 1 }\n' },
    );
    expect(texts[0]?.fields.map(({ text, before, after }) => [text, before, after])).toEqual([
      ['__proto__', undefined, { polluted: 1 }],
      ['constructor', 1, undefined],
      ['toString', undefined, 1],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('is what is broken, or no object, where objects are expected', () => {
    for (const broken of ['a: [', '- 1\n', 'just words', 'a: 1', 'kind: X', '', 'a: &a [*a]', '\u0000']) {
      const { objects, texts } = changeOf({ 'a.yaml': broken }, { 'a.yaml': object('a') });
      expect([broken, objects.map(({ kind }) => kind), texts.map(({ kind }) => kind)]).toEqual([
        broken,
        ['added'],
        ['changed'],
      ]);
    }
  });
});

describe('a hostile file', () => {
  const bomb = `a: &a [${'x,'.repeat(50)}]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [${`*${i === 0 ? 'a' : `b${i - 1}`},`.repeat(20)}]\n`).join('')}`;

  test.each([
    ['many aliases', bomb],
    ['many aliases of an object', `apiVersion: v1\nkind: X\nmetadata: { name: a }\n${bomb}`],
    ['ten megabytes', `${object('a')}data:\n${'  k: "0123456789"\n'.repeat(600_000)}`],
    ['ten megabytes on a line', `x: "${'y'.repeat(10_000_000)}"`],
    ['many levels', `a: ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['keys of the prototype', `${object('a')}__proto__: { x: 1 }\nconstructor: 1\n`],
    ['names that are none', 'apiVersion: v1\nkind: X\nmetadata: { name: [a] }\n'],
    ['kinds that are none', 'apiVersion: {}\nkind: []\nmetadata: null\n'],
    ['items that are none', 'apiVersion: v1\nkind: List\nitems: [1, null, [], {}]\n'],
    ['items without end', 'apiVersion: v1\nkind: List\nitems: { a: 1 }\n'],
    ['keys of items that are none', `${object('a')}spec: { ports: [{ name: { a: 1 } }, { name: [1] }] }\n`],
  ])(
    'with %s is compared like any other',
    (_, hostile) => {
      const start = performance.now();
      for (const path of ['a.yaml', 'fra/values/x.yaml']) {
        changeOf({ [path]: hostile }, { [path]: object('a') });
        changeOf({ [path]: object('a') }, { [path]: hostile });
        changeOf({ [path]: hostile }, { [path]: `${hostile}\n# x\n` });
      }
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );
});
