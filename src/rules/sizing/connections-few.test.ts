import { expect, test } from 'vitest';
import { foundIn, mariadbObject, operatorObject } from './sizing.testing.js';

const id = 'sizing/connections-few';

test('half of them are the operator its own', () => {
  const watched = (connections: number): string[] =>
    foundIn(
      id,
      operatorObject(['[mariadb]', `max-connections=${connections}`], 'metrics: { enabled: true }'),
    );
  expect(watched(10)).toEqual([
    `warning ${id} 14:21 max-connections of orders leaves it 10 connections, and 5 of them are for the exporter, the operator and its probes`,
  ]);
  // The server takes no fewer than 10.
  expect(watched(4)).toEqual([
    `warning ${id} 14:21 max-connections of orders leaves it 10 connections, and 5 of them are for the exporter, the operator and its probes`,
  ]);
  expect(watched(11)).toEqual([]);
  expect(watched(20)).toEqual([]);
});

test('without an exporter the least that a server takes is enough', () => {
  for (const metrics of ['suspend: false', 'metrics: { enabled: false }', 'metrics: {}'])
    expect(foundIn(id, operatorObject(['[mariadb]', 'max_connections=10'], metrics))).toEqual([]);
});

test('connections that nobody asked for are 151', () => {
  expect(foundIn(id, operatorObject(['[mariadb]'], 'metrics: { enabled: true }'))).toEqual([]);
});

test('of KubeDB nothing is known', () => {
  expect(foundIn(id, mariadbObject(['[mysqld]', 'max_connections = 10']))).toEqual([]);
});
