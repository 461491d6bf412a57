import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { schemaLocation } from './schema-location.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'dbspan-schema-'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

const schema = 'node_modules/dbspan/spec/topology.schema.json';

function make(path: string, content = '{}'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

const locate = (folder: string, standing = ''): string =>
  schemaLocation(join(root, folder), join(root, standing));

describe('the location of the schema', () => {
  test('is the installed package above or beside the file, the nearest of them', () => {
    make(schema);
    expect(locate('')).toBe(schema);
    expect(locate('spec')).toBe(`../${schema}`);
    expect(locate('apps/shop/spec', 'apps/shop')).toBe(`../../../${schema}`);
    make(`apps/shop/${schema}`);
    expect(locate('apps/shop/spec')).toBe(`../${schema}`);
  });

  test('is the source inside the repository of dbspan, and of nothing else', () => {
    make('spec/topology.schema.json');
    make('package.json', '{ "name": "other" }');
    expect(locate('spec')).toBe(`../${schema}`);
    make('package.json', 'not JSON');
    expect(locate('spec')).toBe(`../${schema}`);
    make('package.json', '{ "name": "dbspan" }');
    expect(locate('spec')).toBe('topology.schema.json');
    expect(locate('spec/examples')).toBe('../topology.schema.json');
    expect(locate('')).toBe('spec/topology.schema.json');
  });

  test('of this repository exists', () => {
    const repository = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');
    expect(schemaLocation(join(repository, 'spec'), '/')).toBe('topology.schema.json');
  });

  test('is where npm install will put it, when it is nowhere yet', () => {
    expect(locate('spec')).toBe(`../${schema}`);
    expect(locate('a/b', 'a')).toBe(`../${schema}`);
    make('package.json');
    expect(locate('a/b', 'a')).toBe(`../../${schema}`);
  });

  test('is in the repository when there is no package', () => {
    mkdirSync(join(root, '.git'));
    expect(locate('a/b', 'a')).toBe(`../../${schema}`);
  });

  test('is beside a file that lies elsewhere', () => {
    mkdirSync(join(root, 'here'));
    expect(locate('there', 'here')).toBe(schema);
  });
});
