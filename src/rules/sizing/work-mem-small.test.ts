import { expect, test } from 'vitest';
import { fixOf, sizingFindings, withPostgres } from './sizing.testing.js';

const id = 'sizing/work-mem-small';

test('connections that leave less than a megabyte', () => {
  const text = withPostgres('sizing: { maxConnections: 36 }');
  expect(sizingFindings(text)).toEqual([
    `warning ${id} 40:31 36 connections leave each operation of ledger a work_mem of 639kB`,
  ]);
  expect(fixOf(text)).toMatch(/^put a pooler such as PgBouncer in front and ask for \d+, or give/);
  expect(sizingFindings(withPostgres('sizing: { maxConnections: 24 }'))).toEqual([]);
});

test('is content with what nobody asked for, and with what is asked for', () => {
  expect(sizingFindings(withPostgres('resources: { memory: 256Mi }'))).toEqual([]);
  expect(sizingFindings(withPostgres('sizing: { maxConnections: 20, workMem: 512Ki }'))).toEqual([]);
});
