import { type Diagnostic, type SourceFile, sortDiagnostics } from '../diagnostics/index.js';
import type { Report } from './report.js';

/** A finding at the first place of a piece of a file, for the tests of formats. */
export function findingAt(file: SourceFile, piece: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = file.text.indexOf(piece);
  if (start === -1) throw new Error(`not in the text: ${piece}`);
  return {
    id: 'test/finding',
    severity: 'error',
    message: 'something is wrong',
    primary: { span: { file, start, end: start + piece.length }, text: '' },
    related: [],
    why: 'it matters',
    fix: undefined,
    edits: [],
    ...more,
  };
}

/** A report of findings, whose files are those they are in. */
export function reportOf(diagnostics: readonly Diagnostic[], more: Partial<Report> = {}): Report {
  return {
    command: 'validate',
    code: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
    files: [...new Set(diagnostics.map(({ primary }) => primary.span.file.name))],
    diagnostics: sortDiagnostics(diagnostics),
    problems: [],
    tool: { version: '1.2.3' },
    folder: '',
    ...more,
  };
}

/** Everything that some format gives a meaning to, or cannot say at all. */
export const hostileText =
  'a\nb\r\nc\t"d" \'e\' <f> & g %0A %25 h,i:j ::error:: ]]> {0} [k](1) \u0000\u0008\u000b\u001b[31m\u007f\u0085\u202e\ufeff\ufffe\uffff\ud800 漢字 😀 é';

/** File names no one should have. */
export const hostileNames = [
  '<stdin>',
  'C:\\Users\\me\\a b.yaml',
  'spec\\topology.yaml',
  '\\\\server\\share\\t.yaml',
  '/absolute/t.yaml',
  '../outside/t.yaml',
  './t.yaml',
  'with space, comma: colon%20 ünï "quote" &.yaml',
  'line\nbreak\u001b.yaml',
  '漢字😀.yaml',
  'half\ud800.yaml',
  '-option.yaml',
  'a?b#c.yaml',
];

/** One report that has in it all that is hostile, and every part a report can have. */
export function hostileReport(): Report {
  const files = hostileNames.map((name) => ({ name, text: `k: ${hostileText}\nname: x\nname: x\nlast` }));
  const diagnostics = files.flatMap((file, index) => {
    const span = { file, start: 0, end: file.text.length };
    const other = { file: files[(index + 1) % files.length] ?? file, start: 3, end: 3 };
    const related = [
      { span, text: hostileText },
      { span: other, text: '' },
    ];
    const more = { message: hostileText, why: hostileText, fix: hostileText, related };
    return [
      findingAt(file, 'name', more),
      findingAt(file, 'name', { ...more, id: 'test/warning', severity: 'warning' }),
      findingAt(file, 'last', { id: 'test/note', severity: 'info' }),
      findingAt(file, 'last', {
        ...more,
        id: 'test/edit',
        edits: [
          { span, text: hostileText },
          { span: other, text: '' },
        ],
      }),
    ];
  });
  return reportOf(diagnostics, {
    files: [...hostileNames, 'clean.yaml'],
    problems: [
      ...hostileNames.map((path) => ({
        id: 'output/hand-edited',
        severity: 'error' as const,
        message: hostileText,
        fix: hostileText,
        path,
      })),
      { id: 'run/max-warnings', severity: 'error', message: hostileText },
      { id: 'output/not-ours', severity: 'warning', message: hostileText, path: 'dist' },
    ],
  });
}

/** Reports that every format must be able to print: nothing found, findings of all shapes, a run that could not be. */
export const reports: Readonly<Record<string, () => Report>> = {
  'nothing at all': () => reportOf([]),
  'a clean file': () => reportOf([], { files: ['topology.yaml'] }),
  'hostile content': hostileReport,
  'a folder below the root': () => ({ ...hostileReport(), folder: 'a b/ü' }),
  'a run that could not be': () =>
    reportOf([], { code: 2, failure: { message: hostileText, fix: hostileText } }),
  'no such command': () => reportOf([], { command: '', code: 2, failure: { message: 'no' } }),
};
