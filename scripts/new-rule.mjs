// Writes the three files of a new rule and lists it: npm run new-rule -- slice/subnet-form [topology|plan|program|manifests|change]
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { camelCase, catalogueModule } from './catalogue.mjs';

const [id = '', stage = 'plan'] = process.argv.slice(2);
const topologyChecks = {
  topology: ['checkTopology(topology, report)', 'topology.slice'],
  plan: ['checkPlan(plan, report)', 'plan.topology.slice'],
  program: ['checkProgram(plans, report)', 'plan.topology.slice'],
};
const ofManifests = `checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('TODO kind', 'TODO API group')) {
      const field = root.at('spec', 'TODO');
      if (field.text !== 'TODO') continue;
      report('wrong', { name }).at(field.span).fix('TODO what to do now');
    }
  }`;
function ofTopology([head, slice]) {
  const body = `const { slice } = ${slice.replace(/\.slice$/, '')};
    if (slice?.name !== 'TODO') return;
    report('wrong', { name: slice.name }).at(valueSpan(slice, 'name')).fix('TODO what to do now');`;
  const indented = (text) => text.replaceAll('\n', '\n  ');
  return head.includes('(plans')
    ? `${head} {
    for (const plan of plans) {
      ${indented(body.replace(' return;', ' continue;'))}
    }
  }`
    : `${head} {
    ${body}
  }`;
}
const ofChanges = `checkChange(change, report) {
    for (const object of change.of('TODO kind', 'TODO API group')) {
      const field = fieldAt(object, 'spec', 'TODO');
      if (!field) continue;
      report('changed', { object: objectText(object), from: valueText(field.before), to: valueText(field.after) })
        .at(change.placeOf(object, field))
        .about(change.nameOf(object, field))
        .fix('TODO what to do now');
    }
  }`;
const isAboutManifests = stage === 'manifests';
const isAboutChanges = stage === 'change';
const check = isAboutManifests
  ? ofManifests
  : isAboutChanges
    ? ofChanges
    : topologyChecks[stage] && ofTopology(topologyChecks[stage]);
if (!/^[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*$/.test(id) || !check) {
  console.error('usage: npm run new-rule -- SYSTEM/NAME [topology|plan|program|manifests|change]');
  process.exit(2);
}
const folder = new URL('../src/rules/', import.meta.url);
const [system, name] = id.split('/');
const file = (ending) => new URL(`${id}${ending}`, folder);
if (existsSync(file('.ts'))) {
  console.error(`src/rules/${id}.ts exists`);
  process.exit(1);
}

const imported = isAboutManifests
  ? ''
  : isAboutChanges
    ? "import { fieldAt, objectText, valueText } from '../../changes/index.js';\n"
    : "import { valueSpan } from '../../topology/index.js';\n";
const message = isAboutChanges
  ? `changed: (p: { object: string; from: string; to: string }) =>
      \`TODO of \${p.object} changes from \${p.from} to \${p.to}\``
  : `wrong: (p: { name: string }) => \`TODO \${p.name} is wrong\``;
const rule = `${imported}import { defineRule } from '../rule.js';

/** TODO what holds when this rule is content. */
export const ${camelCase(name)} = defineRule({
  id: '${id}',
  severity: 'error',${isAboutChanges ? "\n  changeClass: 'immutable'," : ''}
  why: 'TODO what happens if it stays, in one sentence',
  source: 'TODO repository path/of/the/file.go',
  messages: {
    ${message},
  },
  ${check},
});
`;

const blocks = isAboutChanges
  ? '```yaml before\nTODO\n```\n\n```yaml\nTODO\n```'
  : `\`\`\`yaml${isAboutManifests ? ' manifests' : ''}\nTODO\n\`\`\``;
const page = `# ${id}

TODO what the rule demands, in a sentence or two.

## Why

TODO who refuses it, or how it breaks, and when.

## Wrong

${blocks}

\`\`\`text
\`\`\`

## Right

${blocks}

## Source

- TODO repository path/of/the/file.go
`;

const found = isAboutManifests
  ? "manifestFindingsOf('TODO')"
  : isAboutChanges
    ? "changeFindingsOf(goodTopology, change(goodTopology, 'TODO', 'TODO'))"
    : "findingsOf(change(goodTopology, 'TODO', 'TODO'))";
const test = `import { expect, test } from 'vitest';
import { ${isAboutManifests ? 'manifestFindingsOf' : isAboutChanges ? 'change, changeFindingsOf, goodTopology' : 'change, findingsOf, goodTopology'} } from '../testing.js';

test('TODO what is wrong, with its exact line and column', () => {
  expect(${found}).toEqual(['error ${id} 0:0 TODO']);
});

test('TODO what is right', () => {
  expect(${isAboutManifests || isAboutChanges ? found : 'findingsOf(goodTopology)'}).toEqual([]);
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
Fill in every TODO; the tests name what is missing. The fact goes into src/rules/coverage/.`);
