import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { type DatabaseObject, postgresObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** Longest name of a set of pods: a label of theirs adds a hyphen and a hash of 10 characters, and ends at 63. */
const longest = 52;

const messages = {
  unnamed: (p: { database: string }) => `a read replica group of ${p.database} has an empty name`,
  arbiter: (p: { database: string }) => `a read replica group of ${p.database} is called arbiter`,
  twice: (p: { database: string; group: string }) =>
    `${p.database} has two read replica groups called ${p.group}`,
  none: (p: { group: string; replicas: number }) =>
    `the read replica group ${p.group} has ${p.replicas} replicas`,
  long: (p: { name: string }) =>
    `the pods of this group would be called ${p.name}, ${p.name.length} characters of ${longest}`,
};

/** The read replica groups of a Postgres have names of their own and replicas. */
export const postgresReadReplicas = defineRule({
  id: 'kubedb/postgres-read-replicas',
  severity: 'error',
  why: 'KubeDB refuses the database, and a name that is too long is found out later: no pod of the group is ever made',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/postgres.go',
  messages,
  checkManifests(manifests, report) {
    for (const database of postgresObjects(manifests)) {
      const seen = new Map<string, Field>();
      for (const group of database.spec.at('readReplicas').items()) checkGroup(database, group, seen, report);
    }
  },
});

function checkGroup(
  { name: database }: DatabaseObject,
  group: Field,
  seen: Map<string, Field>,
  report: Report<typeof messages>,
): void {
  const name = group.at('name');
  const replicas = group.at('replicas');
  if (replicas.number !== undefined && replicas.number < 1) {
    report('none', { group: name.text ?? '', replicas: replicas.number })
      .at(replicas.span)
      .fix('write 1 or more, or remove the group');
  }
  if (name.text === undefined) return;
  const first = seen.get(name.text);
  const full = `${database}-${name.text}`;
  if (name.text === '') report('unnamed', { database }).at(name.span).fix('give it a name, such as reports');
  else if (name.text === 'arbiter') {
    report('arbiter', { database })
      .at(name.span, 'the name of KubeDB’s own arbiter')
      .fix('give it another name, such as reports');
  } else if (first) {
    report('twice', { database, group: name.text })
      .at(name.span, 'again here')
      .related(first.span, 'first here')
      .fix('give each a name of its own, or join them');
  } else if (full.length > longest) {
    report('long', { name: full })
      .at(name.span)
      .fix(`shorten it by ${full.length - longest}`);
  }
  if (!first) seen.set(name.text, name);
}
