import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';

// Every sample in the documentation is the program's own:
//   ```console   lines after `$ npx dbspan …` are what that prints; other commands are shown, not run
//   <!-- test/changes/NAME/plan.txt -->   before a block: that file, which its own test holds against the program
//   ```js        followed by ```text: the program and its output, run with the built library
// `npm run test:update` rewrites the outputs.

const root = fileURLToPath(new URL('..', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';
let workspace = '';

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'dbspan-docs-'));
  for (const folder of ['spec', 'docs/samples'])
    cpSync(join(root, folder), join(workspace, folder), { recursive: true });
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join('docs', path))
    .sort(),
];

interface Sample {
  readonly title: string;
  /** The part of the page that is held against the program, and where it starts. */
  readonly written: string;
  readonly at: number;
  produce(): Promise<string>;
}

function samplesOf(text: string): Sample[] {
  const samples: Sample[] = [];
  for (const match of text.matchAll(/^```console\n(.*?)^```$/gms)) {
    const [, block = ''] = match;
    if (!/^\$ npx dbspan/m.test(block)) continue;
    const at = match.index + match[0].indexOf(block);
    samples.push({ title: block.split('\n')[0] ?? '', written: block, at, produce: () => runConsole(block) });
  }
  for (const match of text.matchAll(/^<!-- (test\/changes\/[\w-]+\/[\w.]+) -->\n+(`{3,})\w*\n(.*?)^\2$/gms)) {
    const [whole, path = '', fence = '', block = ''] = match;
    const at = match.index + whole.length - fence.length - block.length;
    const produce = async () => readFileSync(join(root, path), 'utf8');
    samples.push({ title: path, written: block, at, produce });
  }
  for (const match of text.matchAll(/^```js\n(.*?)^```\n+```text\n(.*?)^```$/gms)) {
    const [whole, source = '', output = ''] = match;
    const at = match.index + whole.length - '```'.length - output.length;
    samples.push({
      title: source.split('\n')[0] ?? '',
      written: output,
      at,
      produce: async () => runLibrary(source),
    });
  }
  return samples.sort((a, b) => b.at - a.at);
}

async function runConsole(block: string): Promise<string> {
  const commands = block.split('\n').filter((line) => line.startsWith('$ '));
  let printed = '';
  for (const command of commands) {
    const [, words] = /^\$ npx dbspan\s*(.*)$/.exec(command) ?? [];
    if (words === undefined) throw new Error(`only npx dbspan can be run here: ${command}`);
    const { stdout, stderr } = await runProgram(words.split(' ').filter(Boolean), { directory: workspace });
    printed += `${command}\n${stderr}${stdout}`;
  }
  return printed;
}

function runLibrary(source: string): string {
  // Inside the repository, so that the package finds itself by name, as it does in a project that depends on it.
  const file = join(root, 'lib', `docs-${process.pid}.mjs`);
  writeFileSync(file, source);
  try {
    return execFileSync(process.execPath, [file], { cwd: root, encoding: 'utf8' });
  } finally {
    rmSync(file);
  }
}

describe.each(pages)('%s', (page) => {
  const text = readFileSync(join(root, page), 'utf8');
  const samples = samplesOf(text);

  if (samples.length > 0)
    test('shows what the program prints', async () => {
      let current = text;
      for (const { title, written, at, produce } of samples) {
        const produced = await produce();
        if (update) current = current.slice(0, at) + produced + current.slice(at + written.length);
        else expect(written, title).toBe(produced);
      }
      if (update && current !== text) writeFileSync(join(root, page), current);
    });

  test('links to pages that exist', () => {
    const broken = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => target)
      .filter((target) => {
        try {
          readdirSync(join(root, page, '..', target));
        } catch (error) {
          return (error as NodeJS.ErrnoException).code === 'ENOENT';
        }
        return false;
      });
    expect(broken).toEqual([]);
  });
});
