import { expect, test } from 'vitest';
import { lines, operatorTopology } from '../sites.testing.js';
import { findingsOf, fixesOf } from '../testing.js';

const id = 'mariadb-operator/account-limits';
const limits = (...numbers: readonly (number | undefined)[]): string =>
  operatorTopology +
  lines(
    'sizing: { maxConnections: 60 }',
    'mariadbOperator:',
    '  users:',
    ...numbers.map((number, index) => {
      const limit = number === undefined ? '' : `, maxConnections: ${number}`;
      return `    - { name: app${index}, passwordSecret: { name: app }${limit} }`;
    }),
  );

test('more connections than the server admits', () => {
  expect(findingsOf(limits(40, 20))).toEqual([
    `warning ${id} 25:72 app0 and app1 may have 60 connections together, and wiki admits 60, of which 5 are for the operator and you`,
  ]);
  expect(fixesOf(limits(40, 20))).toEqual([
    'lower them to 55 in all, or raise sizing.maxConnections and the memory with it',
  ]);
});

test('as many as it admits, and accounts of which nothing is said', () => {
  expect(findingsOf(limits(40, 15))).toEqual([]);
  expect(findingsOf(`${limits(40, 15)}      metrics: {}\n`)).toEqual([
    `warning ${id} 25:72 app0 and app1 may have 55 connections together, and wiki admits 60, of which 8 are for the operator, its exporter and you`,
  ]);
  expect(findingsOf(limits(undefined, undefined))).toEqual([]);
});
