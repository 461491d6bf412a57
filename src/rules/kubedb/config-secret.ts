import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';

/** The server's configuration is given in one way. */
export const configSecret = defineRule({
  id: 'kubedb/config-secret',
  severity: 'warning',
  why: 'KubeDB takes configSecret for the old spelling of configuration, so that with both one of them never reaches the server',
  source: 'kubedb/apimachinery apis/kubedb/v1/helpers.go, apis/kubedb/v1/postgres_helpers.go',
  messages: {
    dropped: (p: { database: string; secret: string }) =>
      `${p.database} has configuration as well, so KubeDB drops configSecret ${p.secret}`,
    ambiguous: (p: { database: string; secret: string; other: string }) =>
      `${p.database} has its configuration in ${p.secret} and in ${p.other}`,
  },
  checkManifests(manifests, report) {
    for (const { kind, name, spec } of databaseObjects(manifests)) {
      const old = spec.at('configSecret', 'name');
      const configuration = spec.at('configuration');
      if (!old.text || !configuration.given) continue;
      const other = configuration.at('secretName').text ?? '';
      if (other === old.text || (kind === 'Postgres' && other === '')) continue;
      const open =
        kind === 'MariaDB'
          ? report('dropped', { database: name, secret: old.text })
          : report('ambiguous', { database: name, secret: old.text, other });
      open
        .at(old.span)
        .related(configuration.keySpan, 'what KubeDB keeps')
        .fix(
          other === ''
            ? `remove configSecret, and write secretName: ${old.text} under configuration if its files are needed`
            : 'remove configSecret, and put what is in its files into the other secret',
        );
    }
  },
});
