import type { Span } from '../../diagnostics/index.js';
import type { SlicePlan } from '../../plan/index.js';
import { keySpan, type Slice, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';
import { fileOf, projectKey, type SlicedPlan, slicedPlans } from '../sliced-plans.js';
import { listed } from '../words.js';
import { canonical } from './canonical.js';

type Field = keyof Slice & string;

/** What the SliceConfig says, by the field of the topology that says it. */
const fields: readonly (readonly [Field, (slice: SlicePlan) => unknown])[] = [
  ['subnet', ({ source }) => source.subnet],
  ['maxClusters', ({ maxClusters }) => maxClusters],
  ['clusters', ({ members }) => members.map(({ name }) => name)],
  ['gateway', ({ gatewayType, source }) => [gatewayType, source.gateway?.services]],
  ['cipher', ({ cipher }) => cipher],
  ['rotationInterval', ({ rotationInterval }) => rotationInterval],
  ['bandwidth', ({ shaping }) => shaping],
  ['isolation', ({ source }) => source.isolation ?? false],
  ['namespaces', ({ namespaces }) => namespaces],
  ['allowedNamespaces', ({ allowedNamespaces }) => allowedNamespaces],
];

/** A slice that several files name is the same in all of them, and so is a project. */
export const sliceDiffers = defineRule({
  id: 'program/slice-differs',
  severity: 'error',
  why: 'a slice is one object, and a project another: whichever of two versions is applied last would put the other’s databases off the slice, or be refused, as most of it can never be changed',
  source: 'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go',
  messages: {
    slice: (p: { slice: string; fields: readonly string[]; file: string }) =>
      `the slice ${p.slice} has ${p.fields.join().endsWith('s') || p.fields.length > 1 ? 'other' : 'another'} ${listed(p.fields)} here than in ${p.file}`,
    project: (p: { project: string; file: string }) =>
      `the project ${p.project} has other serviceAccounts here than in ${p.file}`,
  },
  checkProgram(plans, report) {
    const slices = new Map<string, SlicedPlan>();
    const projects = new Map<string, SlicedPlan>();
    for (const here of slicedPlans(plans)) {
      const { slice } = here;
      const project = projects.get(projectKey(here));
      if (!project) projects.set(projectKey(here), here);
      else if (accountsOf(project.slice) !== accountsOf(slice)) {
        report('project', { project: slice.project, file: fileOf(project.plan) })
          .at(spanOfField(slice, 'serviceAccounts'))
          .related(spanOfField(project.slice, 'serviceAccounts'), 'the others')
          .fix('write the same serviceAccounts in both files');
      }
      const key = `${projectKey(here)}/${slice.name}`;
      const earlier = slices.get(key);
      if (!earlier) {
        slices.set(key, here);
        continue;
      }
      const different = fields.filter(([, said]) => {
        return canonical(said(slice)) !== canonical(said(earlier.slice));
      });
      const [first] = different;
      if (!first) continue;
      const open = report('slice', {
        slice: slice.name,
        fields: different.map(([field]) => field),
        file: fileOf(earlier.plan),
      }).at(spanOfField(slice, first[0]));
      for (const [field] of different.slice(0, 4))
        open.related(spanOfField(earlier.slice, field), `${field} there`);
      open.fix(
        'write the whole slice alike in both files, members and namespaces of both included; or give this one a name of its own; or describe all in one topology',
      );
    }
  },
});

function accountsOf({ source }: SlicePlan): string {
  const { readWrite, readOnly } = source.serviceAccounts ?? { readWrite: ['admin'] };
  return canonical([readWrite ?? [], readOnly ?? []]);
}

function spanOfField({ source }: SlicePlan, field: Field): Span {
  return source[field] === undefined ? valueSpan(source, 'name') : keySpan(source, field);
}
