import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { palette } from '../src/report/palette.js';
import { planJson } from '../src/report/plan/json.js';
import { planMarkdown } from '../src/report/plan/markdown.js';
import type { PlanReport } from '../src/report/plan/model.js';
import { planReportOf, type TestProgram } from '../src/report/plan/testing.js';
import { planText } from '../src/report/plan/text.js';
import { planProblems } from '../src/report/validators.testing.js';

// One folder a change:
//   before.yaml, after.yaml   the topology as it was committed and as it is now; before/ and after/ for programs of several files
//   README                    one line: why the folder is there. Needed only where no rule about changes says anything
//   dbspan                    the version that wrote the old output, where it is another
//   output/                   files of the old output that are not as they would be written now
//   plan.txt, plan.md         the report in 80 columns, and for a review
// `npm run test:update` rewrites the last two; read the diff before committing it.

const folders = fileURLToPath(new URL('changes/', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';

function programIn(folder: string, side: 'before' | 'after'): TestProgram {
  const single = join(folder, `${side}.yaml`);
  if (existsSync(single)) return { 'topology.yaml': readFileSync(single, 'utf8') };
  const names = readdirSync(join(folder, side)).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, side, name), 'utf8')]));
}

function filesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

function reportOf(folder: string): PlanReport {
  const after = programIn(folder, 'after');
  const version = join(folder, 'dbspan');
  const more = {
    command: `npx dbspan plan ${Object.keys(after).join(' ')}`,
    ...(existsSync(version)
      ? { versions: { before: readFileSync(version, 'utf8').trim(), after: '0.1.0' } }
      : {}),
  };
  return planReportOf(programIn(folder, 'before'), after, more, filesBelow(join(folder, 'output')));
}

const names = readdirSync(folders).filter((name) => statSync(join(folders, name)).isDirectory());

test.each(names.sort())('%s', (name) => {
  const folder = join(folders, name);
  const report = reportOf(folder);
  if (report.diagnostics.length === 0)
    expect(
      existsSync(join(folder, 'README')),
      'no finding about the change: say in README what it shows',
    ).toBe(true);
  expect(planProblems(planJson(report))).toEqual([]);
  const rendered = { 'plan.txt': planText(report, palette(false), 80), 'plan.md': planMarkdown(report) };
  for (const [file, text] of Object.entries(rendered)) {
    const path = join(folder, file);
    if (update) writeFileSync(path, text);
    expect(readFileSync(path, 'utf8'), file).toBe(text);
  }
});
