import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CannotRun } from './io.js';
import { replaceFiles, writeNewFile } from './write-file.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dbspan-write-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (name: string, force = false): void => writeNewFile(join(root, name), name, 'content\n', force);
const everything = (): string[] => readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();

describe('a new file', () => {
  test('is whole, with its folders, and nothing is left beside it', () => {
    write('a/b/c.yaml');
    expect(readFileSync(join(root, 'a/b/c.yaml'), 'utf8')).toBe('content\n');
    expect(everything()).toEqual(['a', 'a/b', 'a/b/c.yaml']);
  });

  test('takes no folders along that it made in vain', () => {
    expect(() => write(`a/b/${'x'.repeat(300)}`)).toThrow('the name is too long');
    expect(() => write(`a/b/${'x'.repeat(300)}/c.yaml`)).toThrow('the name is too long');
    expect(everything()).toEqual([]);
  });

  test('leaves a folder that was there', () => {
    mkdirSync(join(root, 'a'));
    expect(() => write(`a/b/${'x'.repeat(300)}/c.yaml`)).toThrow(CannotRun);
    expect(everything()).toEqual(['a']);
  });

  test('may have the longest name there is', () => {
    write('x'.repeat(255));
    expect(everything()).toEqual(['x'.repeat(255)]);
  });

  test('replaces only when told', () => {
    writeFileSync(join(root, 'a.yaml'), 'old');
    expect(() => write('a.yaml')).toThrow('a.yaml exists already');
    expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('old');
    write('a.yaml', true);
    expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('content\n');
    expect(everything()).toEqual(['a.yaml']);
  });
});

describe('files that take another content', () => {
  const replacing = (name: string, before = 'old') => ({
    path: join(root, name),
    named: name,
    before,
    after: 'new',
  });
  const contents = () => everything().map((name) => readFileSync(join(root, name), 'utf8'));

  beforeEach(() => {
    for (const name of ['a', 'b']) writeFileSync(join(root, name), 'old');
  });

  test('all take it', () => {
    replaceFiles([replacing('a'), replacing('b'), replacing('a')]);
    expect(contents()).toEqual(['new', 'new']);
  });

  test('or none, when one changed meanwhile', () => {
    expect(() => replaceFiles([replacing('a'), replacing('b', 'older')])).toThrow('it changed meanwhile');
    expect(contents()).toEqual(['old', 'old']);
  });

  test('or none, when one is read-only', () => {
    chmodSync(join(root, 'b'), 0o444);
    expect(() => replaceFiles([replacing('a'), replacing('b')])).toThrow('it is read-only');
    expect(contents()).toEqual(['old', 'old']);
  });

  test('or none, when one is gone', () => {
    expect(() => replaceFiles([replacing('a'), replacing('c')])).toThrow('there is no such file');
    expect(contents()).toEqual(['old', 'old']);
  });
});
