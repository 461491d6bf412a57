import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** The provider is one that this version writes manifests for. */
export const notYet = defineRule({
  id: 'provider/not-yet',
  severity: 'warning',
  why: 'the language has the provider and this version writes nothing for it: the database is left out of the output',
  messages: {
    provider: (p: { database: string; provider: string }) =>
      `${p.database} is left out: databases of ${p.provider} are not written yet`,
  },
  checkTopology({ databases }, report) {
    for (const database of databases) {
      const { name, provider } = database;
      // A block for kubedb makes it the provider that was meant: provider/field.
      if (provider === 'kubedb' || database.kubedb) continue;
      report('provider', { database: name, provider })
        .at(valueSpan(database, 'provider'))
        .fix('keep the manifests it has now, or run it with provider: kubedb');
    }
  },
});
