import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../src/compile.js';
import { locationOf } from '../src/diagnostics/index.js';
import { inspect } from '../src/inspect.js';
import { alone, withLines, withPostgres } from '../src/rules/sizing/sizing.testing.js';
import { goodTopology } from '../src/rules/testing.js';
import { synthesize } from '../src/synthesize.js';

// What dbspan writes for guaranteed databases, `dbspan verify` has nothing to say of.

const examples = fileURLToPath(new URL('../spec/examples/', import.meta.url));

function verified(text: string): string[] {
  const { plans, diagnostics } = compile([{ name: 't', content: text }], {
    readFile: (path) => readFileSync(`${examples}${path}`, 'utf8'),
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual(
    [],
  );
  const { files } = synthesize(plans);
  const inputs = files
    .filter(({ path }) => /\.ya?ml$/.test(path))
    .map(({ path, content }) => ({ name: path, content: String(content) }));
  return inspect(inputs)
    .diagnostics.filter(({ id }) => id.startsWith('sizing/'))
    .map((each) => `${each.severity} ${each.id} ${locationOf(each)} ${each.message}`);
}

const memories = ['384Mi', '416Mi', '448Mi', '512Mi', '640Mi', '768Mi', '1Gi', '2Gi', '4Gi', '16Gi', '64Gi'];

describe.each([
  ['galera', withLines],
  ['alone', alone],
  ['postgres', withPostgres],
] as const)('what is written for %s', (_, topology) => {
  test.each(memories)('of %s', (memory) => {
    const lines = [`resources: { memory: ${memory}, cpu: 2 }`];
    expect(verified(topology(...lines))).toEqual([]);
    // Long queries are compiled, which a small Postgres has no room for.
    if (/^[1-9]\d\dMi$/.test(memory)) return;
    for (const workload of ['edge', 'mixed', 'analytics'])
      expect(verified(topology(...lines, `sizing: { workload: ${workload} }`)), workload).toEqual([]);
  });
});

test('of the good topology', () => {
  expect(verified(goodTopology)).toEqual([]);
});

test.each(['10.6.16', '10.11.6', '11.8.5'])('of MariaDB %s', (version) => {
  for (const memory of memories) {
    const text = alone(`resources: { memory: ${memory} }`).replace('11.8.5', version);
    expect(verified(text), memory).toEqual([]);
  }
});

test('of the examples, where their sizes are guaranteed', () => {
  for (const name of readdirSync(examples).filter((each) => each.endsWith('.yaml'))) {
    const text = readFileSync(`${examples}${name}`, 'utf8');
    // Of manifests nobody can tell that the price of wear saving was accepted.
    const found = verified(text).filter(
      (each) => !(/wearSaving: true/.test(text) && each.includes('sizing/flush-relaxed')),
    );
    if (/mode: target/.test(text))
      expect(
        found.filter((each) => each.startsWith('error')),
        name,
      ).toEqual([]);
    else expect(found, name).toEqual([]);
  }
});
