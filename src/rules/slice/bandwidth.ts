import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { bitsPerSecond, keySpan, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup, hasNetwork, sliceConfigsOf } from './objects.js';

const messages = {
  both: (p: { profile: string; field: string }) =>
    `bandwidth has the profile ${p.profile} and also ${p.field}`,
  noCeiling: (p: { field: string }) => `bandwidth has ${p.field} but no ceiling`,
  guaranteed: (p: { guaranteed: string; ceiling: string }) =>
    `the guaranteed bandwidth, ${p.guaranteed}, is above the ceiling, ${p.ceiling}`,
  nothing: (p: { ceiling: string }) => `a ceiling of ${p.ceiling} is less than 1kbps`,
  two: (p: { slice: string }) =>
    `the SliceConfig ${p.slice} has both standardQosProfileName and qosProfileDetails`,
  none: (p: { slice: string }) =>
    `the SliceConfig ${p.slice} has neither standardQosProfileName nor qosProfileDetails`,
};

/** Bandwidth is a profile or figures; figures start with a ceiling, and the guaranteed part lies below it. */
export const bandwidth = defineRule({
  id: 'slice/bandwidth',
  severity: 'error',
  why: 'KubeSlice takes a profile or a whole set of figures that fit together, and refuses the slice otherwise',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages,
  checkTopology({ slice }, report) {
    const shaping = slice?.bandwidth;
    if (!shaping) return;
    const { profile, ceiling, guaranteed } = shaping;
    const own = (['ceiling', 'guaranteed', 'priority', 'dscp'] as const).find(
      (field) => shaping[field] !== undefined,
    );
    if (own === undefined) return;
    if (profile !== undefined) {
      report('both', { profile, field: own })
        .at(valueSpan(shaping, 'profile'), 'stands for all figures')
        .related(keySpan(shaping, own), 'a figure')
        .fix('keep the profile or the figures');
    } else if (ceiling === undefined) {
      report('noCeiling', { field: own })
        .at(keySpan(shaping, own))
        .fix(`add the most the slice may use, for example: ceiling: ${guaranteed ?? '800Mbps'}`);
    } else if (bitsPerSecond(ceiling) < 1000) {
      report('nothing', { ceiling })
        .at(valueSpan(shaping, 'ceiling'), 'KubeSlice counts whole kbps')
        .fix(`did you mean ${ceiling.replace('kbps', 'Mbps')}?`);
    } else if (guaranteed !== undefined && bitsPerSecond(guaranteed) > bitsPerSecond(ceiling)) {
      report('guaranteed', { guaranteed, ceiling })
        .at(valueSpan(shaping, 'guaranteed'), 'above the ceiling')
        .related(valueSpan(shaping, 'ceiling'), 'the ceiling')
        .fix(`write ${ceiling} or less, or raise the ceiling to ${guaranteed}`);
    }
  },
  checkManifests(manifests, report) {
    for (const config of sliceConfigsOf(manifests)) {
      if (!hasNetwork(config)) continue;
      const spec = config.root.at('spec');
      const profile = spec.at('standardQosProfileName');
      const figures = spec.at('qosProfileDetails');
      const named = profile.given && profile.text !== '';
      if (named && figures.given) {
        report('two', { slice: config.name })
          .at(profile.keySpan, 'stands for all figures')
          .related(figures.keySpan, 'the figures')
          .fix('keep one of the two');
        continue;
      }
      if (!named && !figures.given) {
        report('none', { slice: config.name })
          .at(spec.keySpan)
          .fix('add standardQosProfileName: default, or figures of its own as qosProfileDetails');
      }
      checkFigures(figures, report);
    }
    for (const { root } of manifests.of('SliceQoSConfig', controllerGroup))
      checkFigures(root.at('spec'), report);
  },
});

function checkFigures(figures: Field, report: Report<typeof messages>): void {
  const ceiling = figures.at('bandwidthCeilingKbps');
  const guaranteed = figures.at('bandwidthGuaranteedKbps');
  if (ceiling.number === undefined) return;
  if (ceiling.number < 1) {
    report('nothing', { ceiling: `${ceiling.number}kbps` })
      .at(ceiling.span, 'nothing could be sent')
      .fix('write the most the slice may use, in kbit/s, such as 800000');
    return;
  }
  if (guaranteed.number === undefined || guaranteed.number <= ceiling.number) return;
  report('guaranteed', { guaranteed: `${guaranteed.number}kbps`, ceiling: `${ceiling.number}kbps` })
    .at(guaranteed.span, 'above the ceiling')
    .related(ceiling.span, 'the ceiling')
    .fix(`write ${ceiling.number} or less, or raise the ceiling to ${guaranteed.number}`);
}
