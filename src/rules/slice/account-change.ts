import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { accountChanges } from './project-accounts.js';

/** Who may look at a project changes, or somebody loses access to it. */
export const accountChange = defineRule({
  id: 'slice/account-change',
  severity: 'info',
  changeClass: 'security',
  why: 'KubeSlice makes a service account with its token for a name that comes, and deletes it with a name that goes: what uses that token stops at once',
  source: 'kubeslice/kubeslice-controller service/access_control_service.go',
  messages: {
    added: (p: { accounts: readonly string[]; project: string }) =>
      `${listed(p.accounts)} may look at Project ${p.project} from now on`,
    removed: (p: { accounts: readonly string[]; list: string; project: string }) =>
      `${listed(p.accounts)} ${p.accounts.length === 1 ? 'loses its' : 'lose their'} ${p.list} access to Project ${p.project}`,
  },
  checkChange(change, report) {
    for (const { object, project, list, added, removed } of accountChanges(change)) {
      const at = change.placeAt(object, `slice.serviceAccounts.${list}`);
      if (list === 'readOnly' && added.length > 0)
        report('added', { accounts: added, project })
          .at(at)
          .about(change.nameOf(object))
          .fix('hand its token to whom it is for');
      if (removed.length > 0)
        report('removed', { accounts: removed, list, project })
          .at(at)
          .about(change.nameOf(object))
          .fix('see that nothing signs in with it any more');
    }
  },
});
