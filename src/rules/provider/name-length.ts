import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { type SiteDatabase, sitesOf } from '../sites.js';

/** A StatefulSet puts its name and a hash of ten characters into a label of its pods. */
const longest = 52;

/** Longest name in DNS. */
const longestHost = 253;

/** Of the name of a database the names of its pods, their label and their hosts can be made. */
export const nameLength = defineRule({
  id: 'provider/name-length',
  severity: 'error',
  why: 'the object itself is taken, and Kubernetes refuses the pods or the services that are made of it',
  source: 'kubernetes/kubernetes pkg/controller/statefulset/stateful_set_utils.go',
  messages: {
    long: (p: { database: string; length: number }) =>
      `the name ${p.database} has ${p.length} characters, and may have ${longest}`,
    members: (p: { database: string; length: number }) =>
      `the database on a cluster would be called ${p.database}, which has ${p.length} characters and may have ${longest}`,
    host: (p: { database: string; length: number }) =>
      `the hosts of ${p.database} would have names of ${p.length} characters, and may have ${longestHost}`,
  },
  checkPlan(plan, report) {
    for (const database of sitesOf(plan)) {
      const { name, source } = database;
      const span = valueSpan(source, 'name');
      if (source.name.length > longest) {
        report('long', { database: name, length: name.length })
          .at(span)
          .fix(`shorten it, for example to ${name.slice(0, longest).replace(/-+$/, '')}`);
        continue;
      }
      if (name.length > longest) {
        report('members', { database: name, length: name.length })
          .at(span)
          .fix(`shorten it by ${name.length - longest} or more, or the name of the cluster`);
        continue;
      }
      const { length } = hostOf(database);
      if (length > longestHost) {
        report('host', { database: name, length })
          .at(span)
          .fix('shorten it, its namespace or the domain of the cluster');
      }
    }
  },
});

/** The longest host: that of the last pod. */
function hostOf({ name, namespace, replicas, provider, home }: SiteDatabase): string {
  const service = provider === 'statefulset' ? `${name}-peers` : `${name}-internal`;
  return `${name}-${replicas - 1}.${service}.${namespace}.svc.${home.domain}`;
}
