import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../diagnostics/index.js';
import { change, goodTopology } from '../../rules/testing.js';
import type { PlanReport } from './model.js';
import { planReportOf } from './testing.js';
import { planExitCode, verdictOf } from './verdict.js';

const topology = { 'topology.yaml': goodTopology };
const { refused: _, ...changed } = planReportOf(topology, {
  'topology.yaml': change(goodTopology, 'size: 20Gi', 'size: 30Gi'),
});
/** One object that changes, whatever the rules say of it. */
const larger = { ...changed, diagnostics: [], commits: { needed: false, commits: [] } };
const file = { name: 'topology.yaml', text: goodTopology };
const path = 'fra/70-database/mariadb.shop.orders.yaml';

function finding(
  severity: Diagnostic['severity'],
  changeClass: NonNullable<Diagnostic['change']>['class'],
  field = 'spec.storage',
): Diagnostic {
  const object = {
    cluster: 'fra',
    kind: 'MariaDB',
    namespace: 'shop',
    name: 'orders',
    before: '1',
    after: '2',
  };
  return {
    id: 'test/finding',
    severity,
    message: 'something',
    why: 'it matters',
    fix: undefined,
    primary: { span: { file, start: 0, end: 0 }, text: '' },
    related: [],
    edits: [],
    change: { class: changeClass, objects: [{ file: path, field, ...object }] },
  };
}

function verdict(report: PlanReport): string {
  const { kind, text } = verdictOf(report);
  return `${kind} ${planExitCode(report)} ${text}`;
}

const twoCommits: PlanReport['commits'] = {
  needed: true,
  commits: [1, 2].map((number) => ({ number, moves: [], preparations: [], reasons: [], files: [] })),
};

describe('the verdict on a change', () => {
  test('is that nothing changes', () => {
    expect(verdict(planReportOf(topology, topology))).toBe('none 0 no change');
  });

  test('counts what changes', () => {
    expect(verdict(larger)).toBe('safe 1 1 object on 1 cluster changes; nothing dangerous');
  });

  test('says that something comes first', () => {
    expect(verdict({ ...changed, diagnostics: [] })).toBe(
      'safe 1 1 object on 1 cluster changes; nothing dangerous; something comes before it is applied',
    );
  });

  test('is that the text alone differs', () => {
    const report = planReportOf(topology, topology, {}, { 'RUNBOOK.md': '' });
    expect(verdict(report)).toBe(
      'cosmetic 1 cosmetic only: 1 file is written otherwise, and nothing that runs notices',
    );
  });

  test('is the same where findings call all that changes cosmetic, and not where they call a part of it so', () => {
    expect(verdictOf({ ...larger, diagnostics: [finding('info', 'cosmetic')] }).kind).toBe('cosmetic');
    expect(verdictOf({ ...larger, diagnostics: [finding('info', 'cosmetic', 'spec.stor')] }).kind).toBe(
      'safe',
    );
  });

  test('names the classes of what is dangerous, the worst first', () => {
    const diagnostics = [
      finding('warning', 'restart'),
      finding('warning', 'destructive'),
      finding('warning', 'restart'),
    ];
    expect(verdict({ ...larger, diagnostics })).toBe(
      'dangerous 3 DANGEROUS: 1 destructive and 2 restart changes; 1 object on 1 cluster changes',
    );
  });

  test('is that something is refused, whatever else is dangerous', () => {
    const diagnostics = [finding('warning', 'restart'), finding('error', 'immutable')];
    expect(verdict({ ...larger, diagnostics })).toBe('refused 3 refused: 1 change can never be applied');
  });

  test('is the number of commits, in which what one commit would break is right', () => {
    expect(verdict({ ...larger, commits: twoCommits })).toBe(
      'commits 1 takes 2 commits: 1 object on 1 cluster changes; nothing else dangerous',
    );
    const diagnostics = [finding('error', 'order')];
    expect(verdict({ ...larger, commits: twoCommits, diagnostics })).toBe(
      'commits 3 takes 2 commits: 1 object on 1 cluster changes; nothing else dangerous',
    );
    expect(verdictOf({ ...larger, diagnostics }).kind).toBe('refused');
    expect(verdict({ ...larger, commits: twoCommits, diagnostics: [finding('warning', 'quorum')] })).toBe(
      'dangerous 3 DANGEROUS: 1 quorum change; 1 object on 1 cluster changes; takes 2 commits',
    );
  });
});
