import { nearest } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup, hasNetwork, sliceConfigsOf } from './objects.js';

/** Profile that KubeSlice makes in every project. */
const standard = 'default';

/** The profile a SliceConfig names is one of its project. */
export const profileUnknown = defineRule({
  id: 'slice/profile-unknown',
  severity: 'error',
  why: 'KubeSlice refuses a slice that names a profile which its project does not have',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, service/project_service.go',
  messages: {
    unknown: (p: { profile: string; namespace: string }) =>
      `none of the SliceQoSConfigs here is called ${p.profile} and lies in ${p.namespace}`,
  },
  checkManifests(manifests, report) {
    const profiles = manifests.of('SliceQoSConfig', controllerGroup);
    if (profiles.length === 0) return;
    for (const config of sliceConfigsOf(manifests)) {
      const { namespace = '', root } = config;
      const profile = root.at('spec', 'standardQosProfileName');
      if (!hasNetwork(config) || !profile.text || profile.text === standard) continue;
      const own = profiles.filter((each) => (each.namespace ?? '') === namespace).map(({ name }) => name);
      if (own.includes(profile.text)) continue;
      const meant = nearest(profile.text, [...own, standard]);
      report('unknown', { profile: profile.text, namespace })
        .at(profile.span)
        .fix(meant ? `did you mean ${meant}?` : 'add it in the namespace of the slice, in an earlier wave');
    }
  },
});
