// Writes what is derived
//   from spec/topology.schema.json, the one source of the language:
//     src/topology/generated/types.ts     committed, so that editors and reviewers see it
//     src/topology/generated/validate.js  not committed: machine code, made again by every build
//   from the files of src/rules/:
//     src/rules/generated/catalogue.ts    committed
//   from the scripts of Galera without an operator, src/charts/galera/scripts/:
//     src/charts/galera/generated/scripts.ts  committed
// With --check it writes nothing and fails when a committed file is stale.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { catalogueModule } from './catalogue.mjs';

const folder = new URL('../src/topology/generated/', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('../spec/topology.schema.json', import.meta.url), 'utf8'));

async function types() {
  return compile(schema, 'Topology', {
    bannerComment: '// Generated from spec/topology.schema.json by `npm run generate`. Do not edit.',
    additionalProperties: false,
    declareExternallyReferenced: true,
    enableConstEnums: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: false,
    style: { singleQuote: true, printWidth: 110 },
  });
}

const prose = new Set(['description', 'examples', 'default', 'title', 'patternErrorMessage']);

/** The schema as the validator needs it: no prose, and item types said in place so that uniqueItems is checked in linear time. */
function bare(node, isMapOfSchemas = false) {
  if (Array.isArray(node)) return node.map((item) => bare(item));
  if (node === null || typeof node !== 'object') return node;
  const result = {};
  for (const [key, value] of Object.entries(node)) {
    if (!isMapOfSchemas && prose.has(key)) continue;
    result[key] = bare(value, !isMapOfSchemas && (key === 'properties' || key === 'definitions'));
  }
  if (result.uniqueItems && result.items.$ref) result.items = { type: 'string', allOf: [result.items] };
  return result;
}

/** Source of an ES module that validates a topology; every finding carries the path in the schema, and no message. */
export function validator() {
  const ajv = new Ajv({
    allErrors: true,
    inlineRefs: false,
    messages: false,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  // The generated code asks for its two helpers by require(), which an ES module does not have.
  const imports = [];
  const code = standaloneCode(ajv, ajv.compile(bare(schema))).replace(
    /require\("([^"]+)"\)\.default/g,
    (_, path) => {
      imports.push(`import helper${imports.length} from '${path}.js';\n`);
      const helper = `helper${imports.length - 1}`;
      return `(${helper}.default ?? ${helper})`;
    },
  );
  return imports.join('') + code;
}

/** The scripts as a module: a bundle has no files beside it. */
export function scriptsModule(source = new URL('../src/charts/galera/scripts/', import.meta.url)) {
  const names = readdirSync(source)
    .filter((name) => name.endsWith('.sh'))
    .sort();
  const entries = names.map((name) => {
    const text = readFileSync(new URL(name, source), 'utf8');
    return `  ${JSON.stringify(name)}: ${JSON.stringify(text.endsWith('\n') ? text : `${text}\n`)},\n`;
  });
  return `// Generated from src/charts/galera/scripts/ by \`npm run generate\`. Do not edit.

/** The scripts of the pods: file name to text. */
export const scripts: Readonly<Record<string, string>> = {
${entries.join('')}};
`;
}

if (process.argv[1] && import.meta.url.endsWith(process.argv[1].split('/').pop())) {
  mkdirSync(folder, { recursive: true });
  const committed = [
    [new URL('types.ts', folder), await types()],
    [new URL('../src/rules/generated/catalogue.ts', import.meta.url), catalogueModule()],
    [new URL('../src/charts/galera/generated/scripts.ts', import.meta.url), scriptsModule()],
  ];
  if (process.argv.includes('--check')) {
    for (const [path, text] of committed) {
      if (readFileSync(path, 'utf8') === text) continue;
      console.error(`${fileURLToPath(path)} is stale: run npm run generate`);
      process.exitCode = 1;
    }
  } else {
    for (const [path, text] of committed) writeFileSync(path, text);
    writeFileSync(new URL('validate.js', folder), validator());
  }
}
