import { fieldAt, isGone, isNew, type ObjectChange } from '../../changes/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

const parts = ['bandwidthCeilingKbps', 'bandwidthGuaranteedKbps'] as const;

/** How much a slice may send between clusters changes. */
export const rateChange = defineRule({
  id: 'slice/rate-change',
  severity: 'info',
  changeClass: 'quorum',
  why: 'the ceiling is the rate of everything that the slice sends between two clusters, state transfers and replication together, and counts as soon as netop has read it',
  source: 'kubeslice/netops server/netop_handler.go',
  messages: {
    rate: (p: { slice: string; what: string; from: string; to: string }) =>
      `the ${p.what} of SliceConfig ${p.slice} was ${p.from} and becomes ${p.to}`,
    profile: (p: { slice: string; from: string; to: string }) =>
      `SliceConfig ${p.slice} is shaped by ${p.from} and will be by ${p.to}`,
  },
  checkChange(change, report) {
    for (const object of change.of('SliceConfig', controllerGroup)) {
      if (isGone(object) || isNew(object) || !object.before || !object.after) continue;
      const slice = object.after.manifest.name;
      const at = change.placeAt(object, 'slice.bandwidth');
      const fix = 'hold it against what the replicas write and what a full copy takes: dbspan whatif tells';
      const [from, to] = [profileOf(object.before), profileOf(object.after)];
      if (from !== to) {
        report('profile', { slice, from, to }).at(at).about(change.nameOf(object)).fix(fix);
        continue;
      }
      for (const part of parts) {
        const field = fieldAt(object, 'spec', 'qosProfileDetails', part);
        if (!field) continue;
        const [was, is] = [Number(field.before), Number(field.after)];
        const what = part === 'bandwidthCeilingKbps' ? 'ceiling' : 'guaranteed rate';
        report('rate', { slice, what, from: rateText(was), to: rateText(is) })
          .at(at)
          .about(change.nameOf(object, field))
          .fix(fix);
      }
    }
  },
});

function profileOf({ manifest }: NonNullable<ObjectChange['before']>): string {
  const name = manifest.root.at('spec', 'standardQosProfileName').text;
  return name === undefined ? 'figures of its own' : `the profile ${name}`;
}

function rateText(kbps: number): string {
  if (kbps >= 1_000_000) return `${kbps / 1_000_000} Gbit/s`;
  return kbps >= 1000 ? `${kbps / 1000} Mbit/s` : `${kbps} kbit/s`;
}
