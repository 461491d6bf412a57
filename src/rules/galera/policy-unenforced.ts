import { databasesOf } from '../../plan/index.js';
import { headSpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';

/** The ports over which members take each other's data are closed to everybody else. */
export const policyUnenforced = defineRule({
  id: 'galera/policy-unenforced',
  severity: 'warning',
  why: 'Galera asks nobody who joins for a password: any pod that reaches the ports of the group can become a member and is sent a full copy of the data',
  source: 'kubernetes/api networking/v1/types.go',
  messages: {
    open: (p: { databases: readonly string[]; cluster: string }) =>
      `${p.cluster} enforces no network policy, and any pod there can join ${listed(p.databases)}`,
  },
  checkPlan(plan, report) {
    const open = new Map<
      string,
      { readonly names: string[]; readonly database: (typeof databases)[number] }
    >();
    const databases = databasesOf(plan, 'statefulset');
    for (const database of databases) {
      const { name, home, source, replication } = database;
      if (home.source.capabilities?.networkPolicy !== false || replication !== 'galera') continue;
      // With certificates only those that have one of the same authority join.
      if (source.tls?.secret !== undefined) continue;
      const known = open.get(home.name);
      if (known) known.names.push(name);
      else open.set(home.name, { names: [name], database });
    }
    for (const [cluster, { names, database }] of open) {
      const { capabilities } = database.home.source;
      report('open', { databases: names, cluster })
        .at(capabilities ? valueSpan(capabilities, 'networkPolicy') : headSpan(database.home.source))
        .related(valueSpan(database.source, 'name'), 'a Galera cluster')
        .fix('encrypt the group: tls.secret; or use a network plugin that enforces NetworkPolicy');
    }
  },
});
