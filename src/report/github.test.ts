import { describe, expect, test } from 'vitest';
import { renderGithub } from './github.js';
import { findingAt, hostileText, reportOf } from './testing.js';
import { readWorkflowCommand } from './validators.testing.js';

const file = { name: 'topology.yaml', text: 'a: 1\nb: 漢😀字\nc:\n  d: 2\n' };

describe('workflow commands', () => {
  test('name the place, the kind and what to do', () => {
    const finding = findingAt(file, '字', { id: 'a/b', message: 'bad', fix: 'better' });
    expect(
      renderGithub(reportOf([finding])),
    ).toBe(`::error file=topology.yaml,line=2,endLine=2,col=6,endColumn=6,title=a/b::bad%0Awhy: it matters%0Afix: better
dbspan validate: 1 error
`);
  });

  test('leave out the columns of what has several lines', () => {
    const [line = ''] = renderGithub(reportOf([findingAt(file, 'c:\n  d: 2')])).split('\n');
    expect(readWorkflowCommand(line)?.properties).toEqual({
      file: 'topology.yaml',
      line: '3',
      endLine: '4',
      title: 'test/finding',
    });
  });

  test('say what they were given, whatever that is', () => {
    const name = 'a,b:c%0A::d\ne.yaml';
    const finding = findingAt({ name, text: 'x' }, 'x', { message: hostileText });
    const [line = ''] = renderGithub(reportOf([finding])).split('\n');
    const read = readWorkflowCommand(line);
    expect(read?.properties['file']).toBe(name);
    expect(read?.data).toContain('%0A %25 h,i:j ::error:: ]]>');
  });

  test('have errors first', () => {
    const findings = (['info', 'warning', 'error'] as const).map((severity, index) =>
      findingAt(file, ['a', 'b', 'c'][index] ?? '', { severity }),
    );
    const lines = renderGithub(reportOf(findings)).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual([
      '::error',
      '::warning',
      '::notice',
      'dbspan',
      '',
    ]);
    expect(lines[3]).toBe('dbspan validate: 1 error, 1 warning, 1 note');
  });

  test('are nine of a kind in a file, and their number', () => {
    const lines = renderGithub(reportOf(Array.from({ length: 200 }, () => findingAt(file, 'a')))).split('\n');
    expect(lines).toHaveLength(12);
    expect(lines.slice(9)).toEqual([
      '::error file=topology.yaml,title=test/finding::and 191 more findings of test/finding; all of them: dbspan validate --format json',
      'dbspan validate: 200 errors',
      '',
    ]);
  });

  test('name files from the root of the repository', () => {
    const report = reportOf([findingAt(file, 'a')], { folder: 'infra/db' });
    expect(renderGithub(report)).toContain('file=infra/db/topology.yaml,');
  });
});
