import { describe, expect, test } from 'vitest';
import { defineDiagnostic, Findings, sortDiagnostics } from './index.js';

const kind = defineDiagnostic({
  id: 'test/kind',
  severity: 'warning',
  why: 'because',
  messages: { plain: () => 'plain', named: (p: { name: string }) => `named ${p.name}` },
});
const file = { name: 'a', text: 'abc' };

describe('Findings', () => {
  test('keeps the message, the places and the remedy', () => {
    const findings = new Findings();
    findings
      .report(kind, 'named', { name: 'x' })
      .at({ file, start: 1, end: 2 }, 'here')
      .related({ file, start: 0, end: 1 }, 'there')
      .fix('do it');
    expect(findings.list()).toEqual([
      {
        id: 'test/kind',
        severity: 'warning',
        message: 'named x',
        why: 'because',
        fix: 'do it',
        edits: [],
        primary: { span: { file, start: 1, end: 2 }, text: 'here' },
        related: [{ span: { file, start: 0, end: 1 }, text: 'there' }],
      },
    ]);
  });

  test('refuses a finding that never got a place', () => {
    const findings = new Findings();
    findings.report(kind, 'plain');
    expect(() => findings.list()).toThrow('test/kind was reported without a place');
  });

  test('does not compile with an unknown template or without its parameters', () => {
    const findings = new Findings();
    // @ts-expect-error there is no template of this name
    expect(() => findings.report(kind, 'other')).toThrow();
    // @ts-expect-error the parameters are missing
    expect(() => findings.report(kind, 'named')).toThrow();
  });
});

test('sortDiagnostics orders by file, place, then severity', () => {
  const findings = new Findings();
  const other = { name: 'b', text: '' };
  const error = defineDiagnostic({ ...kind, id: 'test/error', severity: 'error' });
  findings.report(kind, 'plain').at({ file: other, start: 0, end: 0 });
  findings.report(kind, 'plain').at({ file, start: 2, end: 3 });
  findings.report(kind, 'plain').at({ file, start: 1, end: 2 });
  findings.report(error, 'plain').at({ file, start: 1, end: 2 });
  const order = sortDiagnostics(findings.list()).map(
    ({ id, primary }) => `${primary.span.file.name}${primary.span.start} ${id}`,
  );
  expect(order).toEqual(['a1 test/error', 'a1 test/kind', 'a2 test/kind', 'b0 test/kind']);
});
