import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Profile that KubeSlice makes in every project. */
const standard = 'default';

/** Says which profile has to be there before the slice. */
export const profileByHand = defineRule({
  id: 'slice/profile-by-hand',
  severity: 'info',
  why: 'dbspan writes no SliceQoSConfig, a new project has the profile default alone, and KubeSlice refuses the slice until the profile it names is there',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, service/project_service.go',
  messages: {
    profile: (p: { profile: string; namespace: string }) =>
      `the SliceQoSConfig ${p.profile} must be in ${p.namespace} before the slice`,
  },
  checkPlan({ slice }, report) {
    if (!slice) return;
    const shaping = slice.source.bandwidth;
    if (shaping?.profile === undefined || shaping.profile === standard) return;
    report('profile', { profile: shaping.profile, namespace: slice.projectNamespace })
      .at(valueSpan(shaping, 'profile'))
      .fix('apply it after the project, or write ceiling and guaranteed here instead');
  },
});
