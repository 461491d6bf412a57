import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const accepted = /^[a-zA-Z0-9][a-zA-Z0-9.-]{0,62}[a-zA-Z0-9]$/;

/** A dot beside a dot or a hyphen: no name of a Kubernetes object. */
const broken = /\.[.-]|-\./;

const messages = {
  form: (p: { account: string }) => `${p.account === '' ? 'an empty text' : p.account} is no account name`,
  object: (p: { account: string }) => `no ServiceAccount can be made for the account ${p.account}`,
};

/** The accounts of a project have names that KubeSlice takes and that Kubernetes takes in turn. */
export const projectAccount = defineRule({
  id: 'slice/project-account',
  severity: 'error',
  why: 'KubeSlice refuses a project with an account name of another form, and gets stuck at one of which it can make no ServiceAccount',
  source:
    'kubeslice/kubeslice-controller service/project_webhook_validation.go, util/validations.go, service/access_control_service.go',
  messages,
  checkTopology({ slice }, report) {
    for (const list of [slice?.serviceAccounts?.readWrite, slice?.serviceAccounts?.readOnly]) {
      if (!list) continue;
      for (const [index, account] of list.entries()) check(account, valueSpan(list, index), report);
    }
  },
  checkManifests(manifests, report) {
    for (const { root } of manifests.of('Project', controllerGroup)) {
      for (const list of ['readOnly', 'readWrite']) {
        for (const { text, span } of root.at('spec', 'serviceAccount', list).items())
          if (text !== undefined) check(text, span, report);
      }
    }
  },
});

function check(account: string, span: Span, report: Report<typeof messages>): void {
  if (!accepted.test(account)) {
    report('form', { account })
      .at(span)
      .fix('use 2 to 64 letters, digits, dots and hyphens, with a letter or digit at both ends');
  } else if (broken.test(account)) {
    report('object', { account })
      .at(span, 'a dot beside a dot or a hyphen')
      .fix(`write ${account.replaceAll(/[.-]*\.[.-]*/g, '.')}`);
  }
}
