import type { Report, Span } from '../../diagnostics/index.js';
import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const messages = {
  same: (p: { account: string; other: string }) =>
    p.account === p.other
      ? `the account ${p.account} stands twice`
      : `the accounts ${p.other} and ${p.account} are the same ServiceAccount`,
};

/** The accounts of one list differ in more than upper and lower case. */
export const accountsCollapse = defineRule({
  id: 'slice/accounts-collapse',
  severity: 'warning',
  why: 'KubeSlice makes the ServiceAccount of an account in lower case, so that two people end up with one token, and nobody sees who did what',
  source: 'kubeslice/kubeslice-controller service/access_control_service.go',
  messages,
  checkTopology({ slice }, report) {
    for (const list of [slice?.serviceAccounts?.readWrite, slice?.serviceAccounts?.readOnly]) {
      if (!list) continue;
      check(
        list.map((account, index) => ({ account, span: valueSpan(list, index) })),
        report,
      );
    }
  },
  checkManifests(manifests, report) {
    for (const { root } of manifests.of('Project', controllerGroup)) {
      for (const list of ['readWrite', 'readOnly']) {
        const items = root.at('spec', 'serviceAccount', list).items();
        check(
          items.flatMap(({ text, span }) => (text === undefined ? [] : { account: text, span })),
          report,
        );
      }
    }
  },
});

interface Account {
  readonly account: string;
  readonly span: Span;
}

function check(accounts: readonly Account[], report: Report<typeof messages>): void {
  const seen = new Map<string, Account>();
  for (const { account, span } of accounts) {
    const first = seen.get(account.toLowerCase());
    if (!first) {
      seen.set(account.toLowerCase(), { account, span });
      continue;
    }
    report('same', { account, other: first.account })
      .at(span, 'again here')
      .related(first.span, 'first here')
      .fix('keep one, or give them different names');
  }
}
