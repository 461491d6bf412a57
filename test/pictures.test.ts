import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';

// The pictures of docs/graph.md are the program's own. `npm run test:update` draws them anew.

const root = fileURLToPath(new URL('..', import.meta.url));
const update = process.env['UPDATE_GOLDEN'] === '1';
const page = `${root}docs/graph.md`;

async function draw(...given: readonly string[]): Promise<string> {
  const { code, stdout } = await runProgram(['graph', ...given], { directory: root });
  expect(code).toBe(0);
  return stdout;
}

function hold(path: string, content: string): void {
  if (update) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  expect(readFileSync(path, 'utf8')).toBe(content);
}

describe('docs/graph.md', () => {
  test.each([
    ['guide', ['spec/examples/kubedb-mariadb-guide.yaml']],
    ['three-clusters', ['spec/examples/three-clusters-five-replicas.yaml']],
    ['after', ['spec/examples/three-clusters-five-replicas.yaml', '--lose', 'fra', '--lose', 'zone:ams-a']],
  ])('shows %s.svg', async (name, given) => {
    hold(`${root}docs/samples/graph/${name}.svg`, await draw(...given));
    expect(readFileSync(page, 'utf8')).toContain(`](samples/graph/${name}.svg)`);
  });

  test('shows Mermaid', async () => {
    const flowchart = await draw('spec/examples/three-clusters-five-replicas.yaml', '--format', 'mermaid');
    const text = readFileSync(page, 'utf8');
    hold(
      page,
      text.replace(/(?<=^```mermaid\n).*?(?=^```$)/ms, () => flowchart),
    );
  });
});
