import type { Report } from '../../diagnostics/index.js';
import { headSpan, keySpan, type Scheduling } from '../../topology/index.js';
import { defineRule } from '../rule.js';

const messages = {
  value: (p: { key: string }) =>
    `the toleration of ${p.key} has a value, and asks only that the taint exists`,
  key: () => 'the toleration has no key, and is for taints of one value',
  seconds: () => 'tolerationSeconds is for taints of the effect NoExecute',
};

/** A toleration is one that the API server takes. */
export const toleration = defineRule({
  id: 'provider/toleration',
  severity: 'error',
  why: 'the API server refuses pods with it, so that no replica is made',
  source: 'kubernetes/kubernetes pkg/apis/core/validation/validation.go',
  messages,
  checkTopology({ databases }, report) {
    for (const { scheduling } of databases) {
      for (const each of scheduling?.tolerations ?? []) check(each, report);
    }
  },
});

type Toleration = NonNullable<Scheduling['tolerations']>[number];

function check(toleration: Toleration, report: Report<typeof messages>): void {
  const { key, operator = 'Equal', value = '', effect, tolerationSeconds } = toleration;
  if (operator === 'Exists' && value !== '') {
    report('value', { key: key ?? 'every key' })
      .at(keySpan(toleration, 'value'))
      .fix('remove it, or write operator: Equal');
  } else if (operator === 'Equal' && key === undefined) {
    report('key').at(headSpan(toleration)).fix('write the key, or operator: Exists without a value');
  }
  if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
    report('seconds')
      .at(keySpan(toleration, 'tolerationSeconds'))
      .fix('write effect: NoExecute, or remove it');
  }
}
