import { expect, test } from 'vitest';
import { positionAt } from '../diagnostics/index.js';
import { changedDatabases, knownImpact, saidAt } from './changed-databases.js';
import { lines, siteTopology } from './sites.testing.js';
import { change, changePlanOf } from './testing.js';

test('those that differ are found with their entries, once', () => {
  const loose = siteTopology + lines('spread: { node: ScheduleAnyway, zone: ScheduleAnyway }');
  const { change: subject } = changePlanOf(siteTopology, loose);
  const changed = changedDatabases(subject);
  expect(changed.map(({ source, impact }) => [source.name, impact.name])).toEqual([['wiki', 'wiki/wiki']]);
  expect(changedDatabases(subject)).toBe(changed);
  expect(changedDatabases(changePlanOf(siteTopology, siteTopology).change)).toEqual([]);
});

test('a place is the first that is said, else the head', () => {
  const { change: subject } = changePlanOf(siteTopology, change(siteTopology, 'memory: 4Gi', 'memory: 8Gi'));
  const [database] = changedDatabases(subject);
  if (!database) throw new Error('nothing differs');
  const placeOf = (...paths: string[]): number => {
    const { file, start } = saidAt(database.source, ...paths);
    return positionAt(file, start).line;
  };
  expect(placeOf('sizing.gcache', 'resources.memory', 'placement')).toBe(21);
  expect(placeOf('sizing.gcache')).toBe(12);
});

test('nothing is known of an output that does not say what it was made of', () => {
  const { change: subject } = changePlanOf(siteTopology, change(siteTopology, 'memory: 4Gi', 'memory: 8Gi'));
  const unknown = { ...subject, plansBefore: undefined };
  expect(knownImpact(unknown)).toBeUndefined();
  expect(changedDatabases(unknown)).toEqual([]);
});
