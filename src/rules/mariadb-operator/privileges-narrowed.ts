import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { changedObjects } from './changed-objects.js';

/** An account that may do less than before. */
export const privilegesNarrowed = defineRule({
  id: 'mariadb-operator/privileges-narrowed',
  severity: 'info',
  changeClass: 'security',
  why: 'the operator revokes it within seconds, and what still needs it fails with error 1142',
  source: 'mariadb-operator/mariadb-operator api/v1alpha1/grant_types.go',
  messages: {
    fewer: (p: { account: string; privileges: string; where: string }) =>
      `${p.account} loses ${p.privileges} on ${p.where}`,
  },
  checkChange(change, report) {
    for (const object of changedObjects(change, 'Grant')) {
      const said = ({ manifest }: typeof object.before) =>
        manifest.root
          .at('spec', 'privileges')
          .items()
          .flatMap(({ text }) => text?.toUpperCase() ?? []);
      const kept = new Set(said(object.after));
      const lost = said(object.before).filter((each) => !kept.has(each));
      if (lost.length === 0) continue;
      const spec = object.after.manifest.root.at('spec');
      report('fewer', {
        account: `${spec.at('username').text ?? ''}@${spec.at('host').text ?? '%'}`,
        privileges: listed(lost),
        where: `${spec.at('database').text ?? '*'}.${spec.at('table').text ?? '*'}`,
      })
        .at(change.placeOf(object))
        .about(change.nameOf(object))
        .fix('see that nothing needs it any more');
    }
  },
});
