import type { Report } from '../../diagnostics/index.js';
import type { ServerFile } from '../../server-options/index.js';
import { defineRule } from '../rule.js';
import { filesIn } from '../server-configs.js';

const messages = {
  ending: (p: { key: string }) => `${p.key} does not end in .cnf`,
  user: (p: { key: string }) => `Postgres gets no file ${p.key}, only user.conf`,
  long: (p: { key: string }) => `the key ${p.key} is longer than 50 characters`,
  section: (p: { option: string }) => `${p.option} stands before any group`,
  comment: (p: { text: string }) => `// begins no comment in a file of Postgres: ${p.text}`,
  mark: () => 'the file begins with a byte order mark',
  header: (p: { text: string }) => `${p.text} does not close its bracket`,
  group: (p: { group: string }) => `MariaDB reads no group [${p.group}]`,
  syntax: (p: { text: string }) => `Postgres cannot read ${p.text}`,
};

/** The longest key of `configuration.inline` whose ending is kept. */
const longest = 50;

/** A configuration file has the name and the form that the server reads. In a topology dbspan writes the file. */
export const fileForm = defineRule({
  id: 'config/file-form',
  severity: 'error',
  why: 'a file with another name is passed over without a word, and one that cannot be read keeps the server from starting',
  source:
    'kubedb/mariadb-init-docker scripts/run.sh; kubedb/postgres-init-docker role_scripts/17/primary/postgresql.conf; kubedb/docs docs/guides/mariadb/configuration',
  messages,
  checkManifests(manifests, report) {
    for (const file of filesIn(manifests)) {
      checkName(file, report);
      checkLines(file, report);
    }
  },
  checkServerFile: checkLines,
});

function checkName(file: ServerFile, report: Report<typeof messages>): void {
  const { engine, key, carrier, keySpan, provider } = file;
  // Names that objects of mariadb-operator refer to: mariadb-operator/configuration-reference.
  if (provider === 'mariadb-operator') return;
  if (engine === 'postgres') {
    if (key === 'user.conf') return;
    report('user', { key }).at(keySpan).fix('name it user.conf');
  } else if (!key.endsWith('.cnf')) {
    report('ending', { key })
      .at(keySpan)
      .fix(`name it ${key.replace(/\.[^.]*$/, '')}.cnf`);
  } else if (carrier === 'inline' && key.length > longest) {
    report('long', { key })
      .at(keySpan)
      .fix('shorten it: KubeDB puts zz-inline- before it and cuts the name, .cnf and all, at 63 characters');
  }
}

function checkLines({ unreadable }: ServerFile, report: Report<typeof messages>): void {
  for (const { kind, text, span } of unreadable) {
    const name = text.split(/[\s=]/)[0] ?? text;
    switch (kind) {
      case 'section':
        report('section', { option: name }).at(span).fix('put [mysqld] on a line before it');
        break;
      case 'mark':
        report('mark').at(span).fix('save the file as UTF-8 without it');
        break;
      case 'header':
        report('header', { text: name }).at(span).fix('write [mysqld]');
        break;
      case 'group':
        report('group', { group: text })
          .at(span)
          .fix('write [mysqld]; what stands under another name is passed over');
        break;
      case 'comment':
        report('comment', { text: /\/\/.*/.exec(text)?.[0] ?? text })
          .at(span)
          .fix('write # in place of //');
        break;
      case 'syntax':
        report('syntax', { text: name })
          .at(span)
          .fix("write name = 'value', the value on one line and quoted");
    }
  }
}
