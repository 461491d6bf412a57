import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { namesOfSlice, namesOfSliceConfigs, type SliceNames } from './slice-names.js';

/** What KubeSlice's documentation asks for. */
const recommended = 15;

const messages = {
  long: (p: { names: readonly string[] }) =>
    `${firstOf(p.names)} ${p.names.length === 1 ? 'is' : 'are'} longer than the ${recommended} characters that KubeSlice recommends`,
};

/** The names of a slice and its members are as short as KubeSlice's documentation asks. */
export const longName = defineRule({
  id: 'slice/long-name',
  severity: 'info',
  why: 'KubeSlice joins these names with those of services and namespaces, and longer ones leave those less room; what breaks for certain is reported as an error of its own',
  source:
    'kubeslice/docs versioned_docs/version-1.5.0/install-kubeslice/yaml/yaml-register-worker-clusters.mdx',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(namesOfSlice(slice), report);
  },
  checkManifests(manifests, report) {
    for (const slice of namesOfSliceConfigs(manifests)) check(slice, report);
  },
});

function check(slice: SliceNames, report: Report<typeof messages>): void {
  if (isImpossible(slice)) return;
  const long = [slice, ...slice.members].filter(({ name }) => name.length > recommended);
  const [first, ...others] = long;
  if (!first) return;
  const open = report('long', { names: long.map(({ name }) => name) }).at(first.span);
  for (const { span } of others.slice(0, 3)) open.related(span, 'long as well');
  open.fix('choose shorter names while nothing is installed; later neither can be changed');
}

/** What slice/name-length reports is not said again. */
function isImpossible({ name, members }: SliceNames): boolean {
  const [first = 0, second = 0] = members.map((member) => member.name.length).sort((a, b) => b - a);
  return name.length > 46 || name.length + first + second > 53;
}
