import { describe, expect, test } from 'vitest';
import type { Diagnostic, SourceFile } from '../diagnostics/index.js';
import { palette, wantsColour } from './palette.js';
import { countSummary, renderDiagnostic } from './text.js';

const plain = palette(false);

function finding(file: SourceFile, piece: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = file.text.indexOf(piece);
  return {
    id: 'test/finding',
    severity: 'error',
    message: 'something is wrong',
    primary: { span: { file, start, end: start + piece.length }, text: 'this' },
    related: [],
    why: 'it matters',
    fix: undefined,
    edits: [],
    ...more,
  };
}

describe('renderDiagnostic', () => {
  const text = Array.from({ length: 12 }, (_, index) => `line${index + 1}: value${index + 1}`).join('\n');
  const file = { name: 'topology.yaml', text };

  test('shows the line, two before it, and other places', () => {
    const span = { file, start: text.indexOf('value2'), end: text.indexOf('value2') + 6 };
    const diagnostic = finding(file, 'value10', { related: [{ span, text: 'that' }], fix: 'change it' });
    expect(renderDiagnostic(diagnostic, plain)).toBe(`error test/finding: something is wrong
   ┌─ topology.yaml:10:9
 8 │ line8: value8
 9 │ line9: value9
10 │ line10: value10
   │         ^^^^^^^ this
   ·
 2 │ line2: value2
   │        ------ that
  why: it matters
  fix: change it
  more: dbspan explain test/finding
`);
  });

  test('names the second file when a place is in another one', () => {
    const other = { name: 'other.yaml', text: 'a: b' };
    const diagnostic = finding(file, 'value1', {
      related: [{ span: { file: other, start: 3, end: 4 }, text: 'that' }],
    });
    expect(renderDiagnostic(diagnostic, plain)).toContain('  ┌─ other.yaml:1:4\n1 │ a: b\n  │    - that');
  });

  test('puts the mark under wide characters and after tabs', () => {
    const wide = { name: 't', text: 'k: "漢字"\t# x' };
    expect(renderDiagnostic(finding(wide, '# x'), plain)).toContain(
      '1 │ k: "漢字" # x\n  │           ^^^ this',
    );
  });

  test('cuts a long line around what is marked', () => {
    const long = { name: 't', text: `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}` };
    const rendered = renderDiagnostic(finding(long, 'HERE'), plain);
    expect(rendered).toMatch(/1 │ …a+HEREb+…\n/);
    const [, source = '', marks = ''] = rendered.split('\n').slice(0, 4);
    expect(Math.max(source.length, marks.length)).toBeLessThan(140);
    const lines = rendered.split('\n');
    expect(lines[3]?.indexOf('^')).toBe(lines[2]?.indexOf('HERE'));
  });

  test('marks only the first line of a value that has several', () => {
    const several = { name: 't', text: 'a:\n  b: 1\n  c: 2\n' };
    expect(renderDiagnostic(finding(several, 'b: 1\n  c: 2'), plain)).toContain(
      '2 │   b: 1\n  │   ^^^^ this',
    );
  });

  test('neutralises control characters that could forge output', () => {
    const hostile = { name: 't\u001b[2J', text: 'a: \u001b[31mred\u202e' };
    const rendered = renderDiagnostic(finding(hostile, 'red', { message: 'bad \u001b]0;x\u0007' }), plain);
    expect(rendered).not.toMatch(/[\u001b\u0007\u202e]/);
  });

  test('keeps a value with line breaks from forging lines, or commands to a CI system', () => {
    const text = 'a\n::add-mask::b\nerror x/y: c';
    const hostile = { name: text, text: 'k: v' };
    const related = [{ span: { file: hostile, start: 0, end: 1 }, text }];
    const more = { message: text, why: text, fix: text, related };
    const lines = renderDiagnostic(finding(hostile, 'v', more), plain).split('\n');
    expect(lines.filter((line) => line.startsWith('::') || line.startsWith('error'))).toHaveLength(1);
    expect(lines).toHaveLength(9);
  });

  test('works on an empty file', () => {
    const empty = { name: 't', text: '' };
    expect(renderDiagnostic(finding(empty, ''), plain)).toContain('  ┌─ t:1:1\n  why:');
  });
});

test('countSummary counts by severity', () => {
  const file = { name: 't', text: 'x' };
  expect(countSummary([])).toBe('no findings');
  expect(
    countSummary([finding(file, 'x'), finding(file, 'x'), finding(file, 'x', { severity: 'info' })]),
  ).toBe('2 errors, 1 note');
});

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{ isTTY: true }, { NO_COLOR: '1' }, false],
  [{ isTTY: true }, { NO_COLOR: '' }, true],
  [{ isTTY: true }, { TERM: 'dumb' }, false],
  [{ isTTY: false }, { FORCE_COLOR: '1' }, true],
  [{ isTTY: true }, { FORCE_COLOR: '0' }, false],
  [{ isTTY: true }, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('wantsColour(%o, %o)', (stream, environment, expected) => {
  expect(wantsColour(stream, environment)).toBe(expected);
});
