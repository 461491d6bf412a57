import type { Problem } from '../../report/report.js';
import {
  bandwidthForWrites,
  bandwidthText,
  bytesPerSecond,
  fits,
  gcacheWindow,
  isCrowded,
  leastMebibytes,
  type Mebibytes,
  mebibytes,
  mostWritten,
  rateText,
  sizeServer,
  sizeText,
} from '../../sizing/index.js';
import { receiversOf } from './asked.js';
import { mebibytesText, type Sized } from './sized.js';
import { outgrowsVolume, remedies, timeText, verdict } from './words.js';

/** What is wrong with sizes that are asked for on the command line. What is wrong with those of a topology, rules say at its lines. */
export function problemsOf(each: Sized): Problem[] {
  return [...memoryProblem(each), ...volumeProblem(each), ...linkProblem(each), ...windowProblem(each)];
}

function memoryProblem(each: Sized): Problem[] {
  if (each.sizing.problem === undefined) return [];
  const found = remedies(each);
  return [
    {
      id: 'size/memory',
      severity: each.request.mode === 'guaranteed' ? 'error' : 'warning',
      message: verdict(each),
      fix: found.length === 0 ? 'no memory is enough for it' : `what would do: ${found.join(', or ')}`,
    },
  ];
}

function volumeProblem(each: Sized): Problem[] {
  const { sizing, request } = each;
  const { volume } = sizing;
  if (volume === undefined || !outgrowsVolume(each)) return [];
  const least = leastVolume(each);
  const others = least === undefined ? '' : `a volume of ${mebibytesText(wholeGibibytes(least))}`;
  const room = volume.room > 0 ? `at most ${sizeText(mebibytes(Math.floor(volume.room)))} of data` : '';
  return [
    {
      id: 'size/volume',
      severity: request.mode === 'guaranteed' ? 'error' : 'warning',
      message: `a volume of ${sizeText(volume.limit)} does not hold ${request.data === undefined ? 'the least that is worth a database' : `${sizeText(request.data)} of data`} beside logs and reserve: at worst it takes ${sizeText(volume.total)}`,
      fix: `what would do: ${[others, room].filter(Boolean).join(', or ')}`,
    },
  ];
}

/** Nobody asks for a volume of 21530Mi. */
function wholeGibibytes(size: Mebibytes): Mebibytes {
  return size < 4096 ? size : mebibytes(Math.ceil(size / 1024) * 1024);
}

/** Least volume that holds everything, with logs and caches sized for it. */
function leastVolume({ request }: Sized): Mebibytes | undefined {
  return leastMebibytes(request.volume ?? 1, (size) => {
    const { volume } = sizeServer({ ...request, volume: mebibytes(size) });
    return volume !== undefined && fits(volume);
  });
}

function linkProblem({ link, figures }: Sized): Problem[] {
  const { bandwidth, replicas, writeRate } = figures;
  if (link === undefined || bandwidth === undefined || writeRate === undefined || !isCrowded(link)) return [];
  const receivers = receiversOf(figures);
  const most = mostWritten(bandwidth, receivers, bytesPerSecond(link.replication - writeRate * receivers));
  const full = Number.isFinite(link.fullTransfer) ? 'take more than half of' : 'alone fill';
  const after = Number.isFinite(link.fullTransfer)
    ? 'an absence takes longer to catch up than it lasted'
    : 'no copy ever arrives';
  const less = most > 0 ? `, or at most ${rateText(most)} written a second` : '';
  return [
    {
      id: 'size/link',
      severity: 'error',
      message: `the writes ${full} a link of ${bandwidthText(bandwidth)}: each goes to ${receivers} of ${replicas} replicas, so that ${after}`,
      fix: `what would do: a link of ${bandwidthText(bandwidthForWrites(link.replication))}${less}`,
    },
  ];
}

function windowProblem({ sizing: { gcache }, figures: { writeRate, rideOut } }: Sized): Problem[] {
  if (gcache === undefined || writeRate === undefined || rideOut === undefined) return [];
  const window = gcacheWindow(gcache, writeRate);
  // A hair against the rounding of the cache to whole mebibytes.
  if (window >= rideOut * 0.999) return [];
  return [
    {
      id: 'size/window',
      severity: 'warning',
      message: `gcache.size ${sizeText(gcache)} bridges ${timeText(window)}, not ${timeText(rideOut)}: a member that was away longer takes a full copy`,
      fix: 'leave out --gcache to have it sized for --ride-out, or be away for less',
    },
  ];
}
