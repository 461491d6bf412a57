import { spawnSync } from 'node:child_process';
import vm from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type JsonValue, printYaml } from './print.js';

/** Words that one YAML reader or another takes for something else than themselves. */
const NOT_PLAIN = [
  ...words(
    '17.2 16.10 11.5.2 10.2.0.56 1 -1 +1 0 007 1_000 _1 1,000 0. .5 1. 12e03 1e3 1E3 1e+3 1.5E-3 e1 E5 -e1 e+3 e1_0',
  ),
  ...words(
    '0x1F 0X1F 0o7 0o777 -0o17 0o_7 0b1 0B1 0x1p-2 0xg .inf -.inf +.INF .nan .NaN inf NaN -inf Infinity',
  ),
  ...words(
    'y Y n N -y yes Yes NO on On off OFF true TRUE tRue False null Null ~ << = - -- --- ... ? : , ! | > & *',
  ),
  ...words(
    '12:30 12:30:45 1:20 -1:20.5 2026-11-20 2026-11-20T10:00:00Z 1-1-1 a: #a *a &a !a %a @a `a` |a >a',
  ),
  ...words('{a} [a] {} [] "a" \'a\' " \\ a\\nb C:\\dir é 😀 日本 \u{10ffff} \u{1fffe}'),
  ...[
    '',
    ' ',
    '  ',
    '--- a',
    '... a',
    '2026-11-20 10:00:00',
    '- a',
    '-  ',
    '? a',
    ': a',
    'a: b',
    'a: ',
    'a #b',
    'a\t#b',
  ],
  ...[' a', 'a ', '\ta', 'a\t', 'a:\tb', '!!str a', '%YAML 1.1', 'a 😀', "it's", 'nil: a', 'a  b'],
  ...[
    '\u0085',
    'a\u0085b',
    '\u00a0',
    'a\u00a0',
    '\u007f',
    '\u2028',
    'a\u2029b',
    '\ufeff',
    'a\ufeff',
    '\u200b',
    '\u202e',
  ],
  ...[
    '\u0000',
    '\u0007',
    '\u001b',
    'a\rb',
    'a\r\nb',
    '\r',
    '\n',
    '\n\n',
    ' \n',
    '\n a',
    'a\n\n',
    'a\n ',
    '\ufffe',
    '\uffff',
  ],
];

const PLAIN = [
  ...words(
    'a demo-worker ReadWriteOnce kubedb.com/v1 app.kubernetes.io/name a_b a=b a,b f(x) yesterday none e1x x1F',
  ),
  ...words('500Mi 1Gi 30m 500m 1h30m 10.1.0.0/16 17-alpine 10-namespaces mariadb:11.5.2 --wsrep-on -c'),
  ...words('https://10.2.0.56:6443 /etc/mysql/conf.d'),
  'one two three',
];

const YAML_CHARACTERS = [
  ...'01279abefinoxyzABEFINOTXYZ_.:+-,;#&*!|>%@`?{}[]()"\'\\~=<>/$^ ',
  ...[
    '  ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r',
    '\u0085',
    '\u00a0',
    '\u007f',
    '\u2028',
    '\ufeff',
    'é',
    '😀',
    ': ',
    ' #',
    '- ',
  ],
];

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(...YAML_CHARACTERS), maxLength: 12 }),
  fc.string({ unit: 'binary' }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.constantFrom(...NOT_PLAIN, ...PLAIN),
  fc
    .array(fc.constantFrom('a', '  b', '\tc', '', ' ', 'd ', '# e', '- f', '---', 'é'), { maxLength: 6 })
    .map((lines) => lines.join('\n')),
);

const anyNumber = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);

/** Without `__proto__`: js-yaml and JSON.parse read it back, but `toEqual` does not compare it. It has its own test. */
const anyKey = anyText.filter((key) => key !== '__proto__');

const { tree: anyTree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    anyText,
    anyNumber,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(anyKey, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('what a document looks like', () => {
  test('block style, order kept, two spaces, empty collections in flow style', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'a', labels: {}, finalizers: [] },
      spec: {
        containers: [{ name: 'c', args: ['--x', '-c', 'on'], ports: [{ containerPort: 80 }] }],
        on: true,
      },
      matrix: [[1, 2], [[]], [{}], null],
    };
    expect(printYaml(object)).toBe(`apiVersion: v1
kind: Pod
metadata:
  name: a
  labels: {}
  finalizers: []
spec:
  containers:
    - name: c
      args:
        - --x
        - -c
        - "on"
      ports:
        - containerPort: 80
  "on": true
matrix:
  - - 1
    - 2
  - - []
  - - {}
  - null
`);
  });

  test('text of several lines is a literal block', () => {
    expect(
      printYaml({
        Corefile: '.:53 {\n    errors\n\n    ready \n}\n',
        script: '# no\nexit',
        list: ['a\n\tb\n'],
      }),
    ).toBe(`Corefile: |
  .:53 {
      errors

      ready${' '}
  }
script: |-
  # no
  exit
list:
  - |
    a
    	b
`);
  });

  test.each(['a\n\n', ' a\nb', '\na', 'a\nb ', 'a\r\nb', 'a\n\u0085', 'a\n\u200b', '\ta\n', 'a\n ', '\n'])(
    'but not where a reader could lose a byte: %j',
    (text) => expect(printYaml({ text })).toMatch(/^text: ".*"\n$/),
  );

  test('what cannot be seen is escaped', () => {
    expect(printYaml('\u0000\u0007\u001b\u007f\u0085\u00a0\u200b\u2028\u202e\ufeff\uffff/é😀')).toBe(
      '"\\u0000\\u0007\\u001b\\u007f\\u0085\\u00a0\\u200b\\u2028\\u202e\\ufeff\\uffff/é😀"\n',
    );
  });

  test('undefined members are left out', () => {
    expect(printYaml({ a: undefined, b: { c: undefined }, d: 1 })).toBe('b: {}\nd: 1\n');
    expect(printYaml({ a: undefined })).toBe('{}\n');
  });

  test('scalars, lists and nothing at all are documents too', () => {
    expect(['a', 'a\nb', 1, true, null, [], {}, ['a']].map(printYaml)).toEqual([
      'a\n',
      '|-\n  a\n  b\n',
      '1\n',
      'true\n',
      'null\n',
      '[]\n',
      '{}\n',
      '- a\n',
    ]);
  });

  test.each([
    [1e21, '1000000000000000000000'],
    [2 ** 60, '1152921504606846976'],
    [-1e22, '-10000000000000000000000'],
    [1e-7, '0.0000001'],
    [-1.5e-9, '-0.0000000015'],
    [0.1, '0.1'],
    [17.2, '17.2'],
    [-0, '0'],
  ])('the number %d is %s', (number, text) => expect(printYaml(number)).toBe(`${text}\n`));
});

describe('which strings are plain', () => {
  test.each(NOT_PLAIN)('%j is not, as a value or as a key', (word) => {
    expect(printYaml(word)).toMatch(/^(["|])/);
    expect(printYaml({ [word]: 1 })).toMatch(/^"/);
  });

  test.each(PLAIN)('%j is', (word) => {
    expect(printYaml({ [word]: word })).toBe(`${word}: ${word}\n`);
  });
});

describe('what is refused, and where', () => {
  class Quantity {
    readonly value = 1;
  }
  const circular: { self?: JsonValue } = {};
  circular.self = circular;

  test.each<[unknown, string]>([
    [{ spec: { replicas: Number.NaN } }, 'cannot print spec.replicas as YAML: the number NaN'],
    [Number.NEGATIVE_INFINITY, 'cannot print the value as YAML: the number -Infinity'],
    [{ a: [1, { 'b/c': () => 1 }] }, 'cannot print a[1]["b/c"] as YAML: a value of type function'],
    [{ a: 1n }, 'cannot print a as YAML: a value of type bigint'],
    [{ a: Symbol('s') }, 'cannot print a as YAML: a value of type symbol'],
    [[undefined], 'cannot print [0] as YAML: undefined in a list'],
    [undefined, 'cannot print the value as YAML: a value of type undefined'],
    [{ when: new Date(0) }, 'cannot print when as YAML: an instance of Date, not a plain object'],
    [{ size: new Quantity() }, 'cannot print size as YAML: an instance of Quantity, not a plain object'],
    [{ m: new Map() }, 'cannot print m as YAML: an instance of Map, not a plain object'],
    [{ a: '\ud83d' }, 'cannot print a as YAML: half of a surrogate pair, which is not a character'],
    [{ a: 'x\n\ude00' }, 'cannot print a as YAML: half of a surrogate pair, which is not a character'],
    [{ '\ud83d': 1 }, 'cannot print ["\\ud83d"] as YAML: half of a surrogate pair, which is not a character'],
  ])('%#', (value, message) => {
    expect(() => printYaml(value as JsonValue)).toThrow(new TypeError(message));
  });

  test('a circular value', () => {
    expect(() => printYaml(circular as JsonValue)).toThrow(/self\.self.* circular, or deeper than 96 levels/);
  });

  test('objects of another realm and without a prototype are plain', () => {
    const bare: Record<string, JsonValue> = Object.create(null);
    bare.a = vm.runInNewContext('({ b: [1] })');
    expect(printYaml(bare)).toBe('a:\n  b:\n    - 1\n');
  });
});

describe('every reader reads back what was printed', () => {
  const samples = {
    texts: fc.sample(anyText, { seed: 17, numRuns: 3000 }),
    numbers: [
      ...fc.sample(anyNumber, { seed: 17, numRuns: 300 }),
      1e21,
      5e-324,
      Number.MAX_VALUE,
      2 ** 53,
      2 ** 64,
    ],
    trees: fc.sample(anyTree, { seed: 17, numRuns: 300 }),
    keys: Object.fromEntries(fc.sample(anyKey, { seed: 17, numRuns: 1500 }).map((key, at) => [key, at])),
    deepest: Array.from({ length: 94 }).reduce<JsonValue>(
      (inner, _, at) => (at % 2 ? [inner] : { a: inner }),
      'x',
    ),
    long: { ['k'.repeat(2000)]: [{ ['l'.repeat(1100)]: 1 }] },
  };

  test.each(['1.1', '1.2'] as const)('yaml, version %s', (version) => {
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(parse(printYaml(tree), { version })).toEqual(tree);
      }),
      { numRuns: 1500 },
    );
  });

  test('js-yaml', async ({ skip }) => {
    const load = await jsYamlLoad();
    if (load === undefined) return skip();
    fc.assert(
      fc.property(anyTree, (tree) => {
        expect(load(printYaml(tree))).toEqual(tree);
      }),
      { numRuns: 1500 },
    );
  });

  test('js-yaml, the deepest value', async ({ skip }) => {
    const load = await jsYamlLoad();
    if (load === undefined) return skip();
    expect(load(printYaml(samples))).toEqual(samples);
  });

  test('a key that is __proto__, or longer than an implicit key may be', () => {
    const long = 'k'.repeat(2000);
    const value: JsonValue = JSON.parse(`{"__proto__": {"a": 1}, "list": [{"${long}": {"b": [1]}, "c": 2}]}`);
    const text = printYaml(value);
    for (const version of ['1.1', '1.2'] as const) {
      expect(JSON.stringify(parse(text, { version }))).toBe(JSON.stringify(value));
    }
  });

  test('kubectl, which is sigs.k8s.io/yaml', ({ skip }) => {
    const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, samples };
    const answer = spawnSync('kubectl', ['annotate', '--local', '-f', '-', 'x=y', '-o', 'json'], {
      input: printYaml(object),
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    if (answer.error !== undefined) return skip();
    expect(answer.stderr).toBe('');
    expect(JSON.parse(answer.stdout).samples).toEqual(samples);
  });

  test('PyYAML', ({ skip }) => {
    const script =
      'import sys, json, yaml; json.dump(yaml.safe_load(sys.stdin.buffer), sys.stdout, default=repr)';
    if (spawnSync('python3', ['-c', 'import yaml']).status !== 0) return skip();
    const answer = spawnSync('python3', ['-c', script], {
      input: printYaml(samples),
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    expect(answer.stderr).toBe('');
    expect(JSON.parse(answer.stdout)).toEqual(samples);
  });
});

function words(text: string): string[] {
  return text.split(' ');
}

/** It comes with cdk8s-cli, not with us: its name is a variable so that nothing depends on its being there. */
async function jsYamlLoad(): Promise<((text: string) => unknown) | undefined> {
  const name = 'js-yaml';
  try {
    const module: { load?: (text: string) => unknown } = await import(name);
    return module.load;
  } catch {
    return undefined;
  }
}
