import type { OutputObject } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { followers, lastingServers, operatorGroup, serverKey } from './changed-objects.js';

/** An account that may do more than before, or that may do something everywhere. */
export const privilegesWidened = defineRule({
  id: 'mariadb-operator/privileges-widened',
  severity: 'warning',
  changeClass: 'security',
  why: 'the operator grants it within seconds, to everybody who has the password of the account',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/grant_types.go',
  messages: {
    more: (p: { account: string; privileges: string; where: string }) =>
      `${p.account} gets ${p.privileges} on ${p.where}`,
  },
  checkChange(change, report) {
    const followed = followers(change, 'before');
    const lasting = lastingServers(change);
    for (const object of change.of('Grant', operatorGroup)) {
      const { after } = object;
      // One that moves with the primary is the same to the account.
      if (!after || object.kind === 'moved' || followed.has(serverKey(after))) continue;
      // With a new server comes all of it.
      if (!lasting.has(serverKey(after))) continue;
      const spec = after.manifest.root.at('spec');
      const more = addedPrivileges(object.kind === 'changed' ? object.before : undefined, after);
      if (more.length === 0) continue;
      const where = `${spec.at('database').text ?? '*'}.${spec.at('table').text ?? '*'}`;
      // A new account of one database is what an application asks for.
      if (object.kind !== 'changed' && !where.startsWith('*') && !more.includes('GRANT OPTION')) continue;
      report('more', {
        account: `${spec.at('username').text ?? ''}@${spec.at('host').text ?? '%'}`,
        privileges: listed(more),
        where,
      })
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix(
          'let the owner of the data agree to it, or name the one database and the privileges that are needed',
        );
    }
  },
});

function addedPrivileges(before: OutputObject | undefined, after: OutputObject): string[] {
  const known = new Set(before ? privilegesOf(before) : []);
  return privilegesOf(after).filter((each) => !known.has(each));
}

function privilegesOf({ manifest }: OutputObject): string[] {
  const spec = manifest.root.at('spec');
  const said = spec
    .at('privileges')
    .items()
    .flatMap(({ text }) => text?.toUpperCase() ?? []);
  return spec.at('grantOption').flag === true ? [...said, 'GRANT OPTION'] : said;
}
