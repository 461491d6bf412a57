import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CannotRun } from './io.js';
import { readPageAssets } from './page-assets.js';

const folder = mkdtempSync(join(tmpdir(), 'dbspan-page-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('reads the script and the style beside the program, and says what to do without them', () => {
  writeFileSync(join(folder, 'main.js'), '1');
  expect(() => readPageAssets(folder)).toThrow(CannotRun);
  expect(() => readPageAssets(folder)).toThrow(
    `cannot read ${join(folder, 'main.css')}, a part of dbspan: there is no such file or folder`,
  );
  writeFileSync(join(folder, 'main.css'), 'b{}');
  expect(readPageAssets(folder)).toEqual({ script: '1', style: 'b{}' });
});
