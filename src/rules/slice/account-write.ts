import { defineRule } from '../rule.js';
import { listed } from '../words.js';
import { accountChanges } from './project-accounts.js';

/** Somebody new may change a project. */
export const accountWrite = defineRule({
  id: 'slice/account-write',
  severity: 'warning',
  changeClass: 'security',
  why: 'KubeSlice makes a service account with a token that never ends, which may change every slice of the project, and so the network of every database on it',
  source: 'kubeslice/kubeslice-controller service/access_control_service.go',
  messages: {
    added: (p: { accounts: readonly string[]; project: string }) =>
      `${listed(p.accounts)} may change the slices of Project ${p.project} from now on`,
  },
  checkChange(change, report) {
    for (const { object, project, list, added } of accountChanges(change)) {
      if (list !== 'readWrite' || added.length === 0) continue;
      report('added', { accounts: added, project })
        .at(change.placeAt(object, 'slice.serviceAccounts.readWrite'))
        .about(change.nameOf(object))
        .fix('give it readOnly when it only looks');
    }
  },
});
