import { defineRule } from '../rule.js';
import { sliceConfigsOf } from './objects.js';

/** No SliceConfig asks for a renewal of its keys at a time. A topology cannot. */
export const renewBefore = defineRule({
  id: 'slice/renew-before',
  severity: 'warning',
  why: 'a time in the future is refused at a change, and once it stands there, taking it out again crashes the webhook, which refuses the change',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    given: (p: { slice: string }) =>
      `the SliceConfig ${p.slice} has renewBefore, which cannot be taken out again`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of sliceConfigsOf(manifests)) {
      const field = root.at('spec', 'renewBefore');
      if (!field.given) continue;
      report('given', { slice: name })
        .at(field.keySpan)
        .fix(
          'keep it out of files: to renew the keys now, patch the object in the cluster; rotationInterval renews them in time',
        );
    }
  },
});
