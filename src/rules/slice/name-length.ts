import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { namesOfSlice, namesOfSliceConfigs, type PlacedName, type SliceNames } from './slice-names.js';

/** `vl3-slice-router-` and the slice's name are the name of a Service. */
const longestSlice = 46;

/** `svc-`, the names of the slice and of two members with hyphens between, and `-0-0` are the name of a Service. */
const longestJoin = 53;

/** The most characters of a label's value. */
const longestLabel = 63;

const messages = {
  slice: (p: { slice: string }) =>
    `the slice name ${p.slice} has ${p.slice.length} characters, at most ${longestSlice} are possible`,
  join: (p: { slice: string; first: string; second: string; length: number }) =>
    `the names of the slice ${p.slice} and its members ${p.first} and ${p.second} have ${p.length} characters together, at most ${longestJoin} are possible`,
  digit: (p: { slice: string }) => `the slice name ${p.slice} starts with a digit`,
  dot: (p: { name: string }) => `the name ${p.name} contains a dot`,
  label: (p: { name: string }) =>
    `the name ${p.name} has ${p.name.length} characters, at most ${longestLabel} are possible`,
};

/** The names of Services that KubeSlice makes of those of a slice and its members are possible ones. */
export const nameLength = defineRule({
  id: 'slice/name-length',
  severity: 'error',
  why: 'KubeSlice takes any name and makes others of it: the router and the gateways then get names that the API server of the member refuses, and the tunnels never come up',
  source:
    'kubeslice/worker-operator controllers/slice/slicerouter.go, controllers/slicegateway/slicegateway.go',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(namesOfSlice(slice), report);
  },
  checkManifests(manifests, report) {
    for (const slice of namesOfSliceConfigs(manifests)) check(slice, report);
  },
});

function check(slice: SliceNames, report: Report<typeof messages>): void {
  checkForm(slice, report);
  if (!slice.network) return;
  if (slice.name.length > longestSlice) {
    report('slice', { slice: slice.name })
      .at(slice.span)
      .fix(
        `shorten it, best to 15 characters, for example to ${slice.name.slice(0, 15).replace(/[-.]+$/, '')}`,
      );
    return;
  }
  const [first, second] = [...slice.members].sort((a, b) => b.name.length - a.name.length);
  if (!first || !second) return;
  if (/^\d/.test(slice.name)) {
    report('digit', { slice: slice.name })
      .at(slice.span)
      .fix(`put a letter before it, for example s${slice.name}`);
  }
  const length = slice.name.length + first.name.length + second.name.length;
  if (length <= longestJoin) return;
  report('join', { slice: slice.name, first: first.name, second: second.name, length })
    .at(first.span, `${first.name.length} of them`)
    .related(second.span, `${second.name.length} of them`)
    .related(slice.span, `${slice.name.length} of them`)
    .fix(
      `shorten them by ${length - longestJoin} in all, best to 15 each; the name of a cluster must change in OCM as well`,
    );
}

/** In a topology the schema sees to this. */
function checkForm(slice: SliceNames, report: Report<typeof messages>): void {
  const names: readonly PlacedName[] = [slice, ...slice.members];
  for (const { name, span } of names) {
    if (name.includes('.'))
      report('dot', { name })
        .at(span)
        .fix(`write ${name.replaceAll('.', '-')}`);
    else if (name.length > longestLabel && (span !== slice.span || !slice.network))
      report('label', { name }).at(span).fix('shorten it, best to 15 characters');
  }
}
