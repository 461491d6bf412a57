import { describe, expect, test } from 'vitest';
import { type OwnedFile, parseIndex, printIndex } from './ownership.js';

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
    expect(printIndex({ ...INDEX, files })).toBe(`${JSON.stringify(whole({ 'x.yaml': file }), null, 2)}\n`);
    expect(printIndex({ ...INDEX, files: new Map() })).toBe(`${JSON.stringify(whole({}), null, 2)}\n`);
  });

  test('is read back', () => {
    const parsed = parse(printIndex(INDEX));
    expect(parsed.ok && printIndex(parsed.index)).toBe(printIndex(INDEX));
    expect(parsed.ok && parsed.index.files).toEqual(INDEX.files);
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
    [{ ...whole({}), indexVersion: 2 }, 'has indexVersion 2'],
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
