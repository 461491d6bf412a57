// Writes the three files of a new rule and lists it: npm run new-rule -- slice/subnet-form [topology|plan|program|manifests]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { camelCase, catalogueModule } from './catalogue.mjs';

const [id = '', stage = 'plan'] = process.argv.slice(2);
const checks = {
  topology: ['checkTopology(topology, report)', 'topology.metadata'],
  plan: ['checkPlan(plan, report)', 'plan.topology.metadata'],
  program: ['checkProgram([plan], report)', 'plan.topology.metadata'],
  manifests: ['checkManifests(manifests, report)', 'manifest.root'],
};
const check = checks[stage];
if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id) || !check) {
  console.error('usage: npm run new-rule -- SYSTEM/NAME [topology|plan|program|manifests]');
  process.exit(2);
}
const folder = new URL('../src/rules/', import.meta.url);
const [system, name] = id.split('/');
const file = (ending) => new URL(`${id}${ending}`, folder);
if (existsSync(file('.ts'))) {
  console.error(`src/rules/${id}.ts exists`);
  process.exit(1);
}

const rule = `import { defineRule } from '../rule.js';

/** TODO what holds when this rule is content. */
export const ${camelCase(name)} = defineRule({
  id: '${id}',
  severity: 'error',
  why: 'TODO what happens if it stays, in one sentence',
  source: 'TODO repository path/of/the/file.go',
  messages: {
    wrong: (p: { name: string }) => \`TODO \${p.name} is wrong\`,
  },
  ${check[0]} {
    // TODO report('wrong', { name }).at(valueSpan(${check[1]}, 'name')).fix('what to do now');
  },
});
`;

const page = `# ${id}

TODO what the rule demands, in a sentence or two.

## Why

TODO who refuses it, or how it breaks, and when.

## Wrong

\`\`\`yaml${stage === 'manifests' ? ' manifests' : ''}
TODO
\`\`\`

\`\`\`text
\`\`\`

## Right

\`\`\`yaml${stage === 'manifests' ? ' manifests' : ''}
TODO
\`\`\`

## Source

- TODO repository path/of/the/file.go
`;

const test = `import { expect, test } from 'vitest';
import { change, findingsOf, goodTopology } from '../testing.js';

test('TODO what is wrong, with its exact line and column', () => {
  expect(findingsOf(change(goodTopology, 'TODO', 'TODO'))).toEqual(['error ${id} 0:0 TODO']);
});

test('TODO what is right', () => {
  expect(findingsOf(goodTopology)).toEqual([]);
});
`;

mkdirSync(new URL(`${system}/`, folder), { recursive: true });
writeFileSync(file('.ts'), rule);
writeFileSync(file('.md'), page);
writeFileSync(file('.test.ts'), test);
writeFileSync(new URL('generated/catalogue.ts', folder), catalogueModule());
console.log(`src/rules/${id}.ts
src/rules/${id}.md        then: npm run test:update writes the findings of its examples
src/rules/${id}.test.ts
Fill in every TODO; the tests name what is missing.`);
