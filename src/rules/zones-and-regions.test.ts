import { expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from './testing.js';

const withField = (field: string): string =>
  change(goodTopology, '    kubesliceDNS: 10.43.0.100\n', `    kubesliceDNS: 10.43.0.100\n    ${field}\n`);

test('a region may hold slashes, and does not begin with one', () => {
  expect(findingsOf(withField('location: { region: eu/west }'))).toEqual([]);
  expect(findingsOf(withField('location: { region: /eu }')).join()).toContain(
    'a region does not begin with a slash',
  );
});

test('zones that nodes are counted by are label values', () => {
  expect(findingsOf(withField('zones: [a, b]\n    nodes: { a: 2, b: 1 }'))).toEqual([]);
  expect(findingsOf(withField('nodes: { eu/a: 2 }')).join()).toContain('not the name of a zone');
});

test('a zone of a region is not one of a cluster with its name', () => {
  const named = change(
    withField('location: { region: ams }\n    zones: [a]'),
    '- name: ams\n',
    '- name: ams\n    zones: [a]\n',
  );
  const text = (lose: string): string => `${named}expect: [{ lose: "${lose}", writes: continue }]\n`;
  const said = (lose: string): string[] =>
    findingsOf(text(lose)).filter((each) => each.includes('expectation'));
  // The region's zone is that of fra, which has two of three replicas.
  expect(said('zone:ams/a').join()).toContain('survival/expectation');
  expect(said('zone:fra/a').join()).toContain('survival/expectation');
  expect(said('zone:/ams/a')).toEqual([]);
  expect(said('zone:a').join()).toContain('which can be ams/a and /ams/a');
});
