import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runProgram } from '../src/cli/testing.js';
import { compile } from '../src/compile.js';
import { renderRunbook } from '../src/report/runbook.js';
import { drawnTopologies } from './survives.testing.js';

// One loss has one answer, wherever it is told: whatif in three formats, expect, the graph and the runbook.
const numRuns = Number(process.env['SURVIVES_RUNS'] ?? 40);
const seed = Number(process.env['SURVIVES_SEED'] ?? 20261121);

interface Outcome {
  readonly lose: readonly string[];
  readonly verdict: string;
  readonly writes: 'continue' | 'stop';
}

interface Mark {
  readonly loss?: string;
  readonly mark?: { readonly verdict: string; readonly writes: string };
}

/** Everything of a picture that carries a loss and what it does. */
function marksIn(value: unknown, found: Mark[] = []): Mark[] {
  if (Array.isArray(value)) for (const each of value) marksIn(each, found);
  else if (typeof value === 'object' && value !== null) {
    const { loss, mark } = value as Mark;
    if (loss !== undefined && mark !== undefined) found.push({ loss, mark });
    for (const each of Object.values(value)) marksIn(each, found);
  }
  return found;
}

const words: Readonly<Record<string, string>> = {
  'writes-go-on': 'writes go on',
  'control-plane-lost': 'control plane lost',
  'reads-only': 'reads only',
  blocked: 'blocked',
  'data-at-risk': 'data at risk',
};

test('whatif, expect, the graph and the runbook give one answer', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(drawnTopologies, async ({ text }) => {
      const accepted = text.replace(/survive: \S+/, 'survive: none');
      const { plans } = compile([{ name: 't', content: accepted }]);
      if (plans.length === 0) return;
      const whatif = async (...more: string[]): Promise<string> =>
        (await runProgram(['whatif', '-', ...more], { stdin: accepted })).stdout;
      const report = JSON.parse(await whatif('--all', '--format', 'json')) as {
        databases: readonly { name: string; outcomes: readonly Outcome[] }[];
      };
      const [database] = report.databases;
      if (!database) throw new Error(`nothing was told\n${accepted}`);
      const table = await whatif('--all');
      const markdown = await whatif('--all', '--format', 'markdown');
      const graph = JSON.parse(
        (await runProgram(['graph', '-', '--format', 'json'], { stdin: accepted })).stdout,
      ) as unknown;
      const marks = new Map(marksIn(graph).map(({ loss, mark }) => [loss, mark]));
      const whole = renderRunbook(plans);
      const runbook = whole.slice(whole.indexOf('\n## What it survives'));
      const expected: string[] = [];
      for (const { lose, verdict, writes } of database.outcomes) {
        const [loss = ''] = lose;
        const label = `${loss}\n${accepted}`;
        compared += 1;
        // A zone of one name only is called by that.
        const names = [loss, loss.replace(/^zone:\//, 'zone:'), loss.replace(/^zone:.*\//, 'zone:')];
        const isNamed = (word = ''): boolean => names.includes(word);
        const row = table.split('\n').find((line) => isNamed(line.trim().split(/\s+/)[0]));
        expect(row, label).toContain(words[verdict]);
        const cells = markdown.split('\n').find((line) => isNamed(line.split(/[ |]+/)[1]));
        expect(cells, label).toContain(words[verdict]);
        const mark = marks.get(loss);
        if (mark) expect([mark.verdict, mark.writes], label).toEqual([verdict, writes]);
        const one = JSON.parse(await whatif('--lose', loss, '--format', 'json')) as typeof report;
        const [alone] = one.databases[0]?.outcomes ?? [];
        expect([alone?.verdict, alone?.writes], label).toEqual([verdict, writes]);
        expected.push(`  - { lose: "${loss}", writes: ${writes} }`);
        const place = /^(?:(node|zone|region):)?\/?([\w/-]+)$/.exec(loss);
        if (!place || loss === 'hub') continue;
        const [, kind, name = ''] = place;
        const said = { node: `a node of ${name}`, zone: `the zone ${name}`, region: `the region ${name}` };
        const spoken = kind === undefined ? name : said[kind as keyof typeof said];
        const told = runbook
          .split('\n')
          .find(
            (line) =>
              line.startsWith('| ') && (line.split(' | ')[0] ?? '').slice(2).split('; ').includes(spoken),
          );
        if (told)
          expect(
            told.split(' | ')[1]?.startsWith(writes === 'stop' ? 'stop' : 'go on'),
            `${told}\n${label}`,
          ).toBe(true);
      }
      const right = `${accepted}expect:\n${expected.join('\n')}\n`;
      const findings = (content: string, ...ids: string[]): string[] =>
        compile([{ name: 't', content }]).diagnostics.flatMap(({ id, message }) =>
          ids.includes(id) ? message : [],
        );
      expect(findings(right, 'survival/expectation'), right).toEqual([]);
      const wrong = right.replace(
        /writes: (continue|stop)/g,
        (_, said) => `writes: ${said === 'stop' ? 'continue' : 'stop'}`,
      );
      // Of what no database stands on it is topology/expectation that speaks.
      expect(findings(wrong, 'survival/expectation', 'topology/expectation').length, wrong).toBe(
        expected.length,
      );
    }),
    { numRuns, seed },
  );
  expect(compared).toBeGreaterThan(numRuns / 2);
}, 120_000);
