import { expect, test } from 'vitest';
import { issuesOf, renderGitlab } from './gitlab.js';
import { findingAt, hostileReport, reportOf } from './testing.js';

const file = { name: 'spec/topology.yaml', text: 'a: 1\nb:\n  c: 2\n' };

test('an issue has what a merge request shows', () => {
  const finding = findingAt(file, 'b:\n  c: 2', { id: 'a/b', message: 'bad\nworse', fix: 'better' });
  expect(issuesOf(reportOf([finding], { folder: 'infra' }))).toEqual([
    {
      type: 'issue',
      check_name: 'a/b',
      description: 'bad worse; fix: better',
      content: { body: 'it matters' },
      categories: ['Bug Risk'],
      severity: 'critical',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}:1$/),
      location: { path: 'infra/spec/topology.yaml', lines: { begin: 2, end: 3 } },
    },
  ]);
});

test('severities', () => {
  const severities = (['error', 'warning', 'info'] as const).map(
    (severity) => issuesOf(reportOf([findingAt(file, 'a', { severity })]))[0]?.severity,
  );
  expect(severities).toEqual(['critical', 'major', 'info']);
});

test('no two issues of a report have one fingerprint', () => {
  const issues = issuesOf(hostileReport());
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
});

test('nothing found is an empty list', () => {
  expect(renderGitlab(reportOf([]))).toBe('[]\n');
});
