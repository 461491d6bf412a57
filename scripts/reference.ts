import { commands } from '../src/cli/commands.js';
import { commandHelp, programHelp } from '../src/cli/help.js';
import { resolve, type SchemaNode, topologySchema } from '../src/topology/schema.js';

// The reference pages of docs/, made from the code. test/reference.test.ts holds them against the files;
// `npm run test:update` writes them.

const note = (source: string): string =>
  `<!-- Generated from ${source} by \`npm run test:update\`. Do not edit. -->\n`;

/** docs/cli.md: what `--help` prints. */
export function commandPage(): string {
  const sections = commands.map(
    (command) => `## dbspan ${command.name}\n\n\`\`\`\n${commandHelp(command)}\`\`\`\n`,
  );
  return `# The command line\n\n${note('src/cli/commands.ts')}
\`\`\`
${programHelp()}\`\`\`

Colours appear on a terminal; \`NO_COLOR=1\` turns them off, \`FORCE_COLOR=1\` on. Findings go to standard error, summaries to standard
output; in every other \`--format\` than text everything is one document on standard output. [Reviews](reviews.md) says which is for what.

${sections.join('\n')}`;
}

/** docs/language.md: every field of the language. */
export function languagePage(): string {
  const parts = [
    `# The topology language

${note('spec/topology.schema.json')}
\`apiVersion: dbspan/v1alpha1\`, \`kind: Topology\`. Kubernetes habits: camelCase, sizes such as \`20Gi\`, lists of named objects, names that are
DNS labels. Unknown keys are errors. Nothing is written twice: what can be derived is derived, and can be said otherwise. Versions are
text, in quotes: YAML reads an unquoted 16.10 as the number 16.1.

Several files, or a folder of them, are one program: \`dbspan synth a.yaml b.yaml\`. A cluster that two of them name is one cluster.

What \`sizing\` does with its numbers, and every formula: [Sizing](sizing.md).

Editors complete and explain the fields with the schema: \`# yaml-language-server: $schema=node_modules/dbspan/spec/topology.schema.json\` as
the first line of the file. \`dbspan explain FIELD\` does it on the command line.`,
  ];
  section('Top level', topologySchema, parts);
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, schema: SchemaNode, parts: string[]): void {
  const node = resolve(schema);
  const properties = Object.entries(node.properties ?? {});
  const rows = properties.map(([name, property]) => {
    const field = { ...resolve(property), ...property } as SchemaNode;
    const must = node.required?.includes(name) ? ' (required)' : '';
    const fallback = field.default === undefined ? '' : ` Default: \`${JSON.stringify(field.default)}\`.`;
    return `| \`${name}\`${must} | ${cell(typeOf(property))} | ${cell((field.description ?? '') + fallback)} | \`${cell(JSON.stringify(resolve(property).examples?.[0]))}\` |`;
  });
  parts.push(
    `## ${title}\n\n${title === 'Top level' ? '' : `${node.description}\n\n`}| field | is | | example |\n|---|---|---|---|\n${rows.join('\n')}`,
  );
  const prefix = title === 'Top level' ? '' : `${title}.`;
  for (const [name, property] of properties) {
    const inner = resolve(property);
    const items = inner.items && resolve(inner.items);
    if (inner.properties) section(`${prefix}${name}`, property, parts);
    else if (items?.properties && inner.items) section(`${prefix}${name}[]`, inner.items, parts);
  }
}

function typeOf(schema: SchemaNode): string {
  const node = resolve(schema);
  if (node.const !== undefined) return `\`${node.const}\``;
  if (node.enum) return node.enum.map((value) => `\`${value}\``).join(', ');
  const names: Record<string, string> = {
    string: 'text',
    integer: 'number',
    number: 'number',
    boolean: 'true or false',
    array: 'list',
    object: 'mapping',
  };
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  const range =
    node.minimum !== undefined && node.maximum !== undefined ? ` ${node.minimum} to ${node.maximum}` : '';
  return types.map((type) => names[type] ?? type).join(' or ') + range;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
