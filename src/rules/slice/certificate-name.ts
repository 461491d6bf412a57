import type { Report } from '../../diagnostics/index.js';
import { defineRule } from '../rule.js';
import { namesOfSlice, namesOfSliceConfigs, type PlacedName, type SliceNames } from './slice-names.js';

/** The most characters of a certificate's common name. */
const longest = 64;

/** What comes after the number of the gateway. */
const domain = '.vpn.aveshasystems.com';

const messages = {
  long: (p: { name: string }) =>
    `the certificate ${p.name} would have a name of ${p.name.length} characters, at most ${longest} are possible`,
};

/** The names of the OpenVPN certificates fit into a certificate. */
export const certificateName = defineRule({
  id: 'slice/certificate-name',
  severity: 'warning',
  why: 'the job that makes the certificates of a tunnel most likely fails for it, as X.509 has no room for a longer name, and the tunnel waits for them for ever',
  source: 'kubeslice/kubeslice-controller service/worker_slice_gateway_service.go',
  messages,
  checkPlan({ slice }, report) {
    if (slice) check(namesOfSlice(slice), report);
  },
  checkManifests(manifests, report) {
    for (const slice of namesOfSliceConfigs(manifests)) check(slice, report);
  },
});

/** Every member but the last is the server of a tunnel: the earlier one of a pair is. */
function check(slice: SliceNames, report: Report<typeof messages>): void {
  if (!slice.network || slice.gateway !== 'OpenVPN') return;
  let worst: PlacedName | undefined;
  let worstName = '';
  for (const [index, member] of slice.members.slice(0, -1).entries()) {
    const name = `${member.name}-${slice.name}-${highestNumber(index, slice.members.length)}${domain}`;
    if (name.length <= worstName.length) continue;
    worst = member;
    worstName = name;
  }
  if (!worst || worstName.length <= longest) return;
  const room = worst.name.length + slice.name.length - (worstName.length - longest);
  report('long', { name: worstName })
    .at(worst.span)
    .related(slice.span, 'part of it')
    .fix(
      `keep the names of the slice and of each member to ${room} characters together, or use wireguard as the gateway's type`,
    );
}

/** The highest number of the gateways of the member at `index`. They are numbered over all pairs of a slice. */
function highestNumber(index: number, members: number): number {
  return ((members - 1) * (members - 2)) / 2 + index + 1;
}
