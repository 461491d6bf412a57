import { defineRule } from '../rule.js';
import { isOn, serversOf } from './operator-objects.js';

/** Where TLS is required of clients, full copies between the replicas are encrypted too. */
export const transferEncryption = defineRule({
  id: 'mariadb-operator/transfer-encryption',
  severity: 'warning',
  why: 'a replica that joins gets all data in the clear over the network, however much TLS is required of clients',
  source: 'mariadb-operator/mariadb-operator docs/tls.md',
  messages: {
    plain: (p: { database: string }) =>
      `${p.database} requires TLS, and does not encrypt the copies between its replicas`,
  },
  checkManifests(manifests, report) {
    for (const { name, spec, galera } of serversOf(manifests)) {
      const tls = spec.at('tls');
      if (!galera || !isOn(tls) || tls.at('required').flag !== true) continue;
      const encrypted = tls.at('galeraSSTEnabled');
      if (encrypted.flag === true) continue;
      report('plain', { database: name })
        .at(encrypted.given ? encrypted.span : tls.at('required').span)
        .fix('write tls.galeraSSTEnabled: true');
    }
  },
});
