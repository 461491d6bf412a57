// The list of rules, made from the files that are there: src/rules/<system>/<name>.ts with `defineRule`.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../src/rules/', import.meta.url);

/** Ids of the rules that have a file, sorted. */
export function writtenRules() {
  const ids = [];
  for (const system of readdirSync(folder, { withFileTypes: true })) {
    if (!system.isDirectory()) continue;
    for (const file of readdirSync(new URL(`${system.name}/`, folder))) {
      if (!/^[a-z0-9-]+\.ts$/.test(file)) continue;
      const text = readFileSync(new URL(`${system.name}/${file}`, folder), 'utf8');
      if (/^export const \w+ = defineRule\(/m.test(text)) ids.push(`${system.name}/${file.slice(0, -3)}`);
    }
  }
  return ids.sort();
}

/** `subnet-overlap` as the name of a constant. */
export const camelCase = (text) => text.replace(/[-/](\w)/g, (_, letter) => letter.toUpperCase());

/** Source of the module that lists all rules by id. */
export function catalogueModule() {
  const ids = writtenRules();
  const imports = ids.map((id) => {
    return `import { ${camelCase(id.split('/')[1])} as ${camelCase(id)} } from '../${id}.js';`;
  });
  return `// Generated from the files of src/rules/ by \`npm run generate\`. Do not edit.

import type { Rule } from '../rule.js';
${imports.join('\n')}

/** Every rule, sorted by id. */
export const rules: readonly Rule[] = [
${ids.map((id) => `  ${camelCase(id)},`).join('\n')}
];
`;
}
