import { valueText } from '../../changes/index.js';
import type { Field } from '../../manifests/index.js';
import { type ChangedDatabase, changedDatabases, specDiffers } from '../changed-kubedb-databases.js';
import { defineRule } from '../rule.js';

/** How connections are protected changes with the knowledge of those who connect. */
export const encryptionChanged = defineRule({
  id: 'kubedb/encryption-changed',
  severity: 'warning',
  changeClass: 'security',
  why: 'clients that are set up otherwise are turned away at their next connection, or passwords and data cross the network in clear',
  source: 'kubedb/apimachinery apis/kubedb/v1/mariadb_types.go, apis/kubedb/v1/postgres_types.go',
  messages: {
    removed: (p: { database: string }) => `${p.database} no longer encrypts its connections`,
    added: (p: { database: string; demanded: boolean }) =>
      `${p.database} now ${p.demanded ? 'demands' : 'offers'} encrypted connections`,
    issuer: (p: { database: string; from: string; to: string }) =>
      `the certificates of ${p.database} come from ${p.to}, not ${p.from} any more`,
    loosened: (p: { database: string }) => `${p.database} takes connections without encryption again`,
    demanded: (p: { database: string }) => `${p.database} turns away connections without encryption`,
    other: (p: { database: string }) => `how clients of ${p.database} prove who they are changes`,
  },
  checkChange(change, report) {
    for (const database of changedDatabases(change)) {
      if (!['tls', 'requireSSL', 'sslMode', 'clientAuthMode'].some((name) => specDiffers(database, name)))
        continue;
      const { object, name, old, young } = database;
      const [before, after] = [stateOf(old), stateOf(young)];
      const open = !after.encrypts
        ? before.encrypts
          ? report('removed', { database: name })
          : report('other', { database: name })
        : !before.encrypts
          ? report('added', { database: name, demanded: after.demands })
          : before.demands !== after.demands
            ? report(after.demands ? 'demanded' : 'loosened', { database: name })
            : before.issuer !== after.issuer
              ? report('issuer', { database: name, from: before.issuer, to: after.issuer })
              : report('other', { database: name });
      open
        .at(change.placeAt(object, '.tls'))
        .about(change.nameOf(object))
        .fix(adviceFor(after.encrypts, database));
    }
  },
});

interface State {
  readonly encrypts: boolean;
  readonly demands: boolean;
  readonly issuer: string;
}

function stateOf(spec: Field): State {
  const mode = spec.at('sslMode').text;
  const encrypts = spec.at('tls').given;
  return {
    encrypts,
    demands:
      encrypts &&
      (mode === undefined ? spec.at('requireSSL').flag === true : /^(?:require|verify)/.test(mode)),
    issuer: valueText(spec.at('tls', 'issuerRef', 'name').value),
  };
}

function adviceFor(encrypts: boolean, { engine }: ChangedDatabase): string {
  if (!encrypts)
    return 'write tls as before, unless the network between all clients and the database is trusted';
  const how = engine === 'mariadb' ? '--ssl-ca' : 'sslrootcert';
  return `give every client the CA first (${how}); of several steps the first is required: false, until all of them have it`;
}
