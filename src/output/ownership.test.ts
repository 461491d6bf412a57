import { describe, expect, test } from 'vitest';
import { type OwnedFile, outputDigest, parseIndex, printIndex } from './ownership.js';

const A = 'a'.repeat(64);
const INDEX = {
  dbspan: '0.1.0',
  input: A,
  files: new Map<string, OwnedFile>([
    ['b/é.yaml', { sha256: 'b'.repeat(64), source: '/databases/0' }],
    ['2', { sha256: A, source: '' }],
    ['constructor', { sha256: A, source: '"quoted"' }],
    ['10', { sha256: A, source: '' }],
    ['B', { sha256: A, source: '' }],
  ]),
};

function parse(value: unknown): ReturnType<typeof parseIndex> {
  return parseIndex(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)));
}

function whole(files: unknown): Record<string, unknown> {
  return { dbspan: '0.1.0', indexVersion: 1, input: A, files };
}

/** The same in the version that is written. */
function second(files: Readonly<Record<string, OwnedFile>>): Record<string, unknown> {
  const output = outputDigest(new Map(Object.entries(files)));
  return { dbspan: '0.1.0', indexVersion: 2, input: A, output, program: [], files };
}

describe('printIndex', () => {
  test('sorts by code unit, integers too', () => {
    const text = printIndex(INDEX);
    expect(text.match(/^ {4}"[^"]+"/gm)?.map((line) => line.trim())).toEqual([
      '"10"',
      '"2"',
      '"B"',
      '"b/é.yaml"',
      '"constructor"',
    ]);
  });

  test('is what JSON.stringify prints', () => {
    const file = { sha256: A, source: 'a\n"b"' };
    const files = new Map([['x.yaml', file]]);
    expect(printIndex({ ...INDEX, files })).toBe(`${JSON.stringify(second({ 'x.yaml': file }), null, 2)}\n`);
    expect(printIndex({ ...INDEX, files: new Map() })).toBe(`${JSON.stringify(second({}), null, 2)}\n`);
  });

  test('is read back', () => {
    const parsed = parse(printIndex(INDEX));
    expect(parsed.ok && printIndex(parsed.index)).toBe(printIndex(INDEX));
    expect(parsed.ok && parsed.index.files).toEqual(INDEX.files);
    const step = { number: 1, of: 3, towards: A };
    const program = [{ metadata: { name: 'shop' }, clusters: ['b', { z: 1, a: null }] }];
    const text = printIndex({ ...INDEX, program, step });
    const again = parse(text);
    expect(again.ok && again.index.program).toEqual(program);
    expect(again.ok && again.index.step).toEqual(step);
    expect(again.ok && printIndex(again.index)).toBe(text);
  });

  test('says a program the same in whatever order it is said', () => {
    const [one, other] = [
      { a: 1, b: { c: 2, d: 3 } },
      { b: { d: 3, c: 2 }, a: 1 },
    ];
    expect(printIndex({ ...INDEX, program: [one] })).toBe(printIndex({ ...INDEX, program: [other] }));
  });

  test('of version 1 is read, without what it did not say', () => {
    const parsed = parse(whole({}));
    expect(parsed.ok && parsed.index).toMatchObject({ input: A, output: undefined, program: undefined });
  });
});

describe('parseIndex refuses', () => {
  const file = { sha256: A, source: '' };

  test.each<[unknown, string]>([
    ['', 'is not JSON'],
    ['{', 'is not JSON'],
    ['\ufeff{}', 'is not JSON'],
    ['['.repeat(1_000_000), 'is not JSON'],
    ['<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> b\n', 'holds the conflict markers of a merge'],
    ['null', 'is not an object'],
    ['[]', 'is not an object'],
    ['{}', 'has no indexVersion'],
    [{ ...whole({}), indexVersion: 3 }, 'has indexVersion 3'],
    [{ ...whole({}), indexVersion: 2 }, 'has unknown members'],
    [{ ...second({}), output: 'x' }, 'has no digest of the output'],
    [{ ...second({}), program: {} }, 'has no program'],
    [{ ...second({}), program: [1] }, 'has no program'],
    [{ ...second({}), step: { number: 2, of: 2, towards: A } }, 'has a wrong step'],
    [{ ...second({}), step: { number: 1, of: 2, towards: 'A' } }, 'has a wrong step'],
    [{ ...second({}), step: null }, 'has a wrong step'],
    [{ ...whole({}), extra: 1 }, 'has unknown members'],
    [`{"__proto__": {}, ${JSON.stringify(whole({})).slice(1)}`, 'has unknown members'],
    [
      `{"__proto__": {"files": {}}, "dbspan": "1", "indexVersion": 1, "input": "${A}"}`,
      'has unknown members',
    ],
    [{ ...whole({}), dbspan: 1 }, 'does not say which dbspan wrote it'],
    [{ ...whole({}), input: 'A' }, 'has no digest of the input'],
    [whole([]), 'has no files'],
    [
      whole({ '../../etc/passwd': file }),
      'names "../../etc/passwd", which is not a path below its directory',
    ],
    [whole({ '/etc/passwd': file }), 'names "/etc/passwd", which is not a path below its directory'],
    [whole({ 'a\\..\\b': file }), 'names "a\\\\..\\\\b", which is not a path below its directory'],
    [
      JSON.stringify(whole({ x: file })).replace('"x"', '"__proto__"'),
      'names "__proto__", which is not a path below its directory',
    ],
    [whole({ '.dbspan.json': file }), 'names itself'],
    [whole({ a: null }), 'has a wrong entry for "a"'],
    [whole({ a: { ...file, more: 1 } }), 'has a wrong entry for "a"'],
    [
      `${JSON.stringify(whole({ a: 1 })).replace('1}}', '{"__proto__":{"sha256":"x"},"source":""}}}')}`,
      'wrong entry',
    ],
    [whole({ a: { sha256: `${A}a`, source: '' } }), 'has no digest for "a"'],
    [whole({ a: { sha256: A, source: 1 } }), 'has no source for "a"'],
  ])('%#', (value, message) => {
    const parsed = parse(value);
    expect(parsed.ok ? 'accepted' : parsed.error.message).toContain(message);
    expect(parsed.ok ? '' : parsed.error.remedy).not.toBe('');
  });

  test('what is larger than 64 MiB', () => {
    const parsed = parseIndex(Buffer.alloc((64 << 20) + 1, ' '));
    expect(parsed.ok ? 'accepted' : parsed.error.message).toBe('has 67108865 bytes, more than 64 MiB');
  });
});
