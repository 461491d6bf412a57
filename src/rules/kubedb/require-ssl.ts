import { keySpan, valueSpan } from '../../topology/index.js';
import { databaseObjects } from '../database-objects.js';
import { kubedbDatabases } from '../databases.js';
import { defineRule } from '../rule.js';

/** Only a server that can refuse plain connections is asked to. */
export const requireSsl = defineRule({
  id: 'kubedb/require-ssl',
  severity: 'error',
  why: 'KubeDB refuses it: a MariaDB server can refuse plain connections from 10.5.2 on',
  source: 'kubedb/apimachinery pkg/webhooks/kubedb/v1/mariadb.go',
  messages: {
    old: (p: { database: string; version: string }) =>
      `${p.database} is to refuse plain connections, which MariaDB ${p.version} cannot`,
  },
  checkTopology(topology, report) {
    for (const database of kubedbDatabases(topology)) {
      const { name, engine, version, tls } = database;
      if (engine !== 'mariadb' || !tls || tls.required === false || !isOld(version)) continue;
      report('old', { database: name, version: version ?? '' })
        .at(tls.required === undefined ? keySpan(database, 'tls') : valueSpan(tls, 'required'))
        .related(valueSpan(database, 'version'), 'the version')
        .fix('take a newer version, or write required: false under tls');
    }
  },
  checkManifests(manifests, report) {
    for (const { kind, name, spec } of databaseObjects(manifests)) {
      const version = spec.at('version');
      if (kind !== 'MariaDB' || spec.at('requireSSL').flag !== true || !isOld(version.text)) continue;
      report('old', { database: name, version: version.text ?? '' })
        .at(spec.at('requireSSL').span)
        .related(version.span, 'the version')
        .fix('take a newer version, or remove requireSSL');
    }
  },
});

function isOld(version: string | undefined): boolean {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  if (major === undefined) return false;
  const order = (Number(major) * 1000 + Number(minor)) * 1000 + Number(patch);
  return order < 10_005_002;
}
