import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';
import { compile } from '../src/compile.js';
import { hasErrors, positionAt } from '../src/diagnostics/index.js';
import { isSafeRelativePath } from '../src/output/paths.js';
import { palette } from '../src/report/palette.js';
import { renderDiagnostics } from '../src/report/text.js';
import { synthesize } from '../src/synthesize.js';

// Topologies with mistakes, as people and machines make them. FUZZ_RUNS and FUZZ_SEED go further than the default.
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 400);
const seed = Number(process.env['FUZZ_SEED'] ?? 20261121);

const spec = fileURLToPath(new URL('../spec/', import.meta.url));
const programs = [
  'topology.yaml',
  ...readdirSync(`${spec}examples`)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `examples/${name}`),
].map((path) => readFileSync(spec + path, 'utf8'));

type Edit = (text: string) => string;

const at = (text: string, share: number): number => Math.floor(share * (text.length + 1));
const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const fragments = fc.constantFrom(
  ...[
    '\t',
    '\n',
    ': ',
    '- ',
    '"',
    "'",
    '[',
    '}',
    '&a ',
    '*a',
    '<<: ',
    '!!str ',
    '---\n',
    '#',
    '|',
    '>',
    '%',
    '@',
    '\\x00',
    '\u0085',
    '\u{1f600}',
    '漢',
    '\ufeff',
  ],
  ...[
    'null',
    'true',
    '~',
    '1e999',
    '.nan',
    '-1',
    '0',
    '99999999999999999999',
    '17.2',
    '0x1F',
    '../..',
    '__proto__',
    'constructor',
    'toString',
  ],
);

const editText: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(share, fragments).map(
    ([where, fragment]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + fragment + text.slice(at(text, where)),
  ),
  fc.tuple(share, fc.nat(40)).map(
    ([where, length]): Edit =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(share, share).map(
    ([a, b]): Edit =>
      (text) => {
        const lines = text.split('\n');
        const from = Math.floor(a * lines.length);
        const to = Math.floor(b * lines.length);
        const [line = ''] = lines.splice(from, 1);
        lines.splice(to, 0, line);
        return lines.join('\n');
      },
  ),
  fc.tuple(share, fc.nat(6)).map(
    ([where, spaces]): Edit =>
      (text) => {
        const lines = text.split('\n');
        const index = Math.floor(where * lines.length);
        lines[index] = ' '.repeat(spaces) + (lines[index] ?? '').trimStart();
        return lines.join('\n');
      },
  ),
);

/** Replaces the value after one key by any other. */
const editValue: fc.Arbitrary<Edit> = fc.tuple(share, fc.json({ maxDepth: 3 })).map(
  ([where, value]): Edit =>
    (text) => {
      const values = [...text.matchAll(/^(\s*(?:- )?[A-Za-z]+:) (.+)$/gm)];
      const chosen = values[Math.floor(where * values.length)];
      return chosen ? text.replace(chosen[0], () => `${chosen[1]} ${value}`) : text;
    },
);

/** A program with one to four mistakes. */
const mutated = fc
  .tuple(
    fc.constantFrom(...programs),
    fc.array(fc.oneof(editText, editValue), { minLength: 1, maxLength: 4 }),
  )
  .map(([program, edits]) => edits.reduce((text, edit) => edit(text), program));

describe('whatever a topology holds', () => {
  test('the compiler never throws, and every rejection has a place and a reason', () => {
    fc.assert(
      fc.property(mutated, (content) => {
        const { diagnostics, plans } = compile([{ name: 't', content }]);
        for (const { message, why, primary } of diagnostics) {
          const { file, start, end } = primary.span;
          expect(message).not.toBe('');
          expect(why).not.toBe('');
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(file.text.length);
          expect(positionAt(file, start).line).toBeGreaterThanOrEqual(1);
        }
        expect(renderDiagnostics(diagnostics, palette(false))).not.toContain('undefined');
        if (hasErrors(diagnostics)) expect(plans).toEqual([]);
        for (const { path } of synthesize(plans).files) expect(isSafeRelativePath(path)).toBe(true);
      }),
      { numRuns, seed },
    );
  });

  test('bytes of any kind are read or refused, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (content) => {
        expect(compile([{ name: 't', content }]).diagnostics.length).toBeGreaterThan(0);
      }),
      { numRuns, seed },
    );
  });

  test('synth writes all of dist/ or nothing', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'dbspan-fuzz-'));
    try {
      await fc.assert(
        fc.asyncProperty(mutated, async (content) => {
          rmSync(join(directory, 'dist'), { recursive: true, force: true });
          writeFileSync(join(directory, 'topology.yaml'), content);
          const { code, stderr } = await runProgram(['synth', 'topology.yaml'], { directory });
          expect([0, 1]).toContain(code);
          expect(stderr).not.toContain('defect of dbspan');
          expect(existsSync(join(directory, 'dist', '.dbspan.json'))).toBe(code === 0);
          expect(existsSync(join(directory, 'dist'))).toBe(code === 0);
          if (code === 1) expect(stderr).toMatch(/┌─ topology\.yaml:\d+:\d+/);
          expect(readdirSync(directory).filter((name) => name.startsWith('.'))).toEqual([]);
        }),
        { numRuns: Math.ceil(numRuns / 8), seed },
      );
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });
});
