import type { AlteredObject } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { changedSets } from './changed-sets.js';

/** Members that encrypt and members that do not never hear each other. */
export const encryption = defineRule({
  id: 'galera/encryption',
  severity: 'warning',
  changeClass: 'security',
  why: 'a member that restarts with other encryption than the rest finds no group, gives up after half a minute and starts again, for ever; without encryption passwords and data go in the clear',
  source: 'codership/galera galerautils/src/gu_asio.cpp',
  messages: {
    on: (p: { database: string }) => `${p.database} begins to encrypt, one member after the other`,
    off: (p: { database: string }) => `${p.database} encrypts nothing any more`,
    authority: (p: { database: string }) =>
      `the certificates of ${p.database} come from another secret, which each member reads when it restarts`,
  },
  checkChange(change, report) {
    for (const object of changedSets(change)) {
      const [from, to] = [certificateOf(object, 'before'), certificateOf(object, 'after')];
      if (from === to) continue;
      const message = from === undefined ? 'on' : to === undefined ? 'off' : 'authority';
      report(message, { database: object.after.manifest.name })
        .at(change.placeAt(object, '.tls.secret'))
        .about(change.nameOf(object))
        .fix(
          message === 'authority'
            ? 'put both authorities into ca.crt of both secrets first, so that members of either know each other'
            : 'dbspan plan says the commits: first all members learn to hear both, then they leave the one',
        );
    }
  },
});

/** The secret of the certificate, in a pod. */
function certificateOf(object: AlteredObject, side: 'before' | 'after'): string | undefined {
  return object[side].manifest.root
    .at('spec', 'template', 'spec', 'volumes')
    .items()
    .find((each) => each.at('name').text === 'tls')
    ?.at('secret', 'secretName').text;
}
