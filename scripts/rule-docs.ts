import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { catalogue } from '../src/cli/catalogue.js';
import { rules } from '../src/rules/catalogue.js';
import { type Fact, facts } from '../src/rules/coverage/index.js';
import { type Section, sectionOf, sections } from '../src/rules/coverage/sections.js';
import type { Rule, Stage } from '../src/rules/rule.js';
import { parseRulePage } from './rule-page.js';

// docs/rules/: a page for every rule, the list of them, and the facts they cover. test/reference.test.ts holds them against
// the files; `npm run test:update` writes them.

const source = fileURLToPath(new URL('../src/rules/', import.meta.url));
const target = fileURLToPath(new URL('../docs/rules/', import.meta.url));
const generated = (from: string): string =>
  `<!-- Generated from ${from} by \`npm run test:update\`. Do not edit. -->`;

const subjects = {
  topology: 'a topology',
  plan: 'a topology',
  program: 'all topologies of a program',
  manifests: 'manifests (`dbspan verify`)',
  serverFile: 'a configuration file (`dbspan size --check`)',
  change: 'a change of the output (`dbspan plan`)',
} as const satisfies Record<Stage, string>;

const titles = {
  kubeslice: 'KubeSlice',
  ocm: 'Open Cluster Management',
  kubedb: 'KubeDB',
  'mariadb-operator': 'mariadb-operator',
  galera: 'Galera on a StatefulSet',
  sizing: 'Sizing',
  survival: 'Survival',
} as const;

/** Every page of docs/rules/ by its path there. */
export function ruleDocs(): ReadonlyMap<string, string> {
  const pages = new Map([
    ['README.md', indexPage()],
    ['coverage.md', coveragePage()],
  ]);
  for (const rule of rules) pages.set(`${rule.id}.md`, rulePage(rule));
  return pages;
}

/** Paths of what stands in docs/rules/. */
export function presentRuleDocs(): string[] {
  return readdirSync(target, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'));
}

/** What is written beside a rule, and what its code says. */
function rulePage(rule: Rule): string {
  const text = readFileSync(`${source}${rule.id}.md`, 'utf8');
  const body = text.slice(text.indexOf('\n') + 1).trim();
  return `# ${rule.id}

${generated(`src/rules/${rule.id}.md`)}

**${rule.severity}** · looks at ${subjectsOf(rule)}

${body.replace(/^```([a-z]+) .*?file=(\S+).*$/gm, '`$2`:\n\n```$1').replace(/^```yaml .*$/gm, '```yaml')}
`;
}

function subjectsOf({ stages }: Rule): string {
  return [...new Set(stages.map((stage) => subjects[stage]))].join(' and ');
}

function indexPage(): string {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = rule.id.split('/')[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const parts = [...groups].map(([group, members]) => {
    const rows = members.map((rule) => {
      const what = parseRulePage(readFileSync(`${source}${rule.id}.md`, 'utf8')).what;
      const first = what.replaceAll('\n', ' ').replace(/(?<=[^.]\.)\s+(?=[A-Z]).*$/, '');
      return `| [${rule.id}](${rule.id}.md) | ${rule.severity} | ${cell(first)} |`;
    });
    return `## ${group}\n\n| rule | | demands |\n|---|---|---|\n${rows.join('\n')}\n`;
  });
  const ids = new Set<string>(rules.map(({ id }) => id));
  const others = catalogue.filter(({ id }) => !ids.has(id));
  const rows = others.map(({ id, severity, why }) => `| \`${id}\` | ${severity} | ${cell(why)} |`);
  return `# Rules

${generated('the rules')}

${rules.length} rules in ${groups.size} groups. \`dbspan explain RULE\` prints a page, \`dbspan rules\` this list. An error keeps anything from being
written; a warning says that something written is dangerous, and can be [waived](../waivers.md); an info is worth knowing. Where the
rules come from, and what they leave out: [coverage](coverage.md).

${parts.join('\n')}
## Other findings

What the reader of files, the schema of the language, the writer of the output and \`dbspan size --check\` find. They have no page; \`dbspan explain ID\` says the same.

| id | | why it matters |
|---|---|---|
${rows.join('\n')}
`;
}

function coveragePage(): string {
  const parts = (
    ['kubeslice', 'ocm', 'kubedb', 'mariadb-operator', 'galera', 'sizing', 'survival'] as const
  ).flatMap((sheet) => [
    `## ${titles[sheet]}\n`,
    ...sections[sheet].map((section) => sectionTable(section, sheet)),
  ]);
  const ruled = facts.filter((fact) => typeof fact.covered !== 'string').length;
  return `# What the rules cover

${generated('src/rules/coverage/')}

What the systems downstream refuse, or accept and then break on, as read from their source: ${facts.length} facts, ${ruled} of them checked by
rules. The rest need no rule for the reason given. Where a fact was read, and in which revision, says the page of its rule. The first column
is the name of a fact in this table, by which a maintainer finds it in \`src/rules/coverage/\`; it is no term of the project it is about.

${parts.join('\n')}`;
}

function sectionTable(section: Section, sheet: Fact['sheet']): string {
  const rows = facts
    .filter((fact) => fact.sheet === sheet && sectionOf(fact) === section)
    .map((fact) => `| ${cell(fact.id)} | ${cell(fact.fact)} | ${covered(fact)} |`);
  return `### ${section.title}\n\n| | fact | covered by |\n|---|---|---|\n${rows.join('\n')}\n`;
}

function covered({ covered: by }: Fact): string {
  return typeof by === 'string' ? cell(by) : by.map((id) => `[${id}](${id}.md)`).join(', ');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
