import { type AlteredObject, fieldAt } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedObjects } from './changed-objects.js';

/** What of a database's traffic is encrypted. */
export const encryption = defineRule({
  id: 'mariadb-operator/encryption',
  severity: 'warning',
  changeClass: 'security',
  why: 'passwords and data go over the network in the clear, or clients that do not encrypt are refused from the first restart on',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/mariadb_tls_types.go',
  messages: {
    off: (p: { database: string }) => `${p.database} encrypts nothing any more`,
    optional: (p: { database: string }) => `${p.database} takes clients again that do not encrypt`,
    required: (p: { database: string }) => `${p.database} refuses clients that do not encrypt`,
    copies: (p: { database: string }) => `full copies between the servers of ${p.database} go in the clear`,
    authority: (p: { database: string }) =>
      `the certificates of ${p.database} come from another authority, which clients and replicas have to know first`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'MariaDB')) {
      const message = messageOf(object);
      if (!message) continue;
      report(message, { database: object.after.manifest.name })
        .at(change.placeAt(object, message === 'copies' ? '.mariadbOperator.sst' : '.tls'))
        .about(change.nameOf(object, fieldAt(object, 'spec', 'tls')))
        .fix(fixes[message]);
    }
  },
});

type Message = 'off' | 'optional' | 'required' | 'copies' | 'authority';

const fixes: Readonly<Record<Message, string>> = {
  off: 'keep tls.enabled, unless clients that cannot encrypt leave no choice',
  optional: 'keep tls.required, unless clients that cannot encrypt leave no choice',
  required:
    'see that every client encrypts first: SELECT user, host FROM information_schema.processlist and their settings',
  copies: 'take mariabackup for full copies, the only method that encrypts them here',
  authority:
    'give clients both authorities first, and let them forget the old one when all servers have restarted',
};

function messageOf(object: AlteredObject): Message | undefined {
  const tls = (side: 'before' | 'after', name: string) => object[side].manifest.root.at('spec', 'tls', name);
  const isOn = (side: 'before' | 'after') =>
    tls(side, 'enabled').flag === true || !object[side].manifest.root.at('spec', 'tls').given;
  const isRequired = (side: 'before' | 'after') => isOn(side) && tls(side, 'required').flag === true;
  if (isOn('before') && !isOn('after')) return 'off';
  if (isRequired('before') && !isRequired('after')) return 'optional';
  if (!isRequired('before') && isRequired('after')) return 'required';
  const isGalera = object.after.manifest.root.at('spec', 'galera', 'enabled').flag === true;
  const copies = (side: 'before' | 'after') => tls(side, 'galeraSSTEnabled').flag === true;
  if (isGalera && copies('before') && !copies('after')) return 'copies';
  const names = ['serverCASecretRef', 'serverCertIssuerRef'];
  if (isOn('before') && isOn('after') && names.some((name) => fieldAt(object, 'spec', 'tls', name)))
    return 'authority';
  return undefined;
}
