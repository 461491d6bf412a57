import type { Field, Manifest, ManifestSet } from '../../manifests/index.js';
import { durationText } from '../../sizing/index.js';
import { bytes, valueSpan } from '../../topology/index.js';
import { lowCeiling, lowKbps } from '../low-ceiling.js';
import { defineRule } from '../rule.js';
import { slicedDatabases } from '../sliced-databases.js';
import { controllerGroup, hasNetwork } from './objects.js';

/** The ceiling leaves room for the full copies that replicas take of each other. */
export const ceilingLow = defineRule({
  id: 'slice/ceiling-low',
  severity: 'warning',
  why: 'the ceiling holds for everything the slice sends between clusters, and a replica that lost its volume copies all of a database through it, beside the writes',
  source: 'kubeslice/netops server/netop_handler.go',
  messages: {
    ceiling: (p: { ceiling: string; size: string; kbps: number }) =>
      `with a ceiling of ${p.ceiling}, moving ${p.size} takes ${transferText(p.size, p.kbps)}`,
  },
  checkPlan(plan, report) {
    const low = lowCeiling(plan);
    const shaping = plan.slice?.source.bandwidth;
    if (!low || shaping?.ceiling === undefined) return;
    const { kbps, largest } = low;
    const { size } = largest.source.storage;
    report('ceiling', { ceiling: shaping.ceiling, size, kbps })
      .at(valueSpan(shaping, 'ceiling'))
      .related(valueSpan(largest.source.storage, 'size'), `the volume of ${largest.name}`)
      .fix(`raise it to what the links carry; with 100Mbps it takes ${transferText(size, lowKbps)}`);
  },
  checkManifests(manifests, report) {
    for (const [slice, { size, field }] of largestVolumes(manifests)) {
      const figures = figuresOf(slice, manifests);
      const ceiling = figures?.at('bandwidthCeilingKbps');
      const kbps = ceiling?.number;
      if (!ceiling || kbps === undefined || kbps >= lowKbps) continue;
      // A ceiling that cannot be is slice/bandwidth.
      if (kbps < Math.max(1, figures?.at('bandwidthGuaranteedKbps').number ?? 1)) continue;
      report('ceiling', { ceiling: `${kbps}kbps`, size, kbps })
        .at(ceiling.span)
        .related(field.span, 'a volume')
        .fix(`raise it to what the links carry; with ${lowKbps} it takes ${transferText(size, lowKbps)}`);
    }
  },
});

interface Volume {
  readonly size: string;
  readonly field: Field;
}

/** The largest volume of the databases over several clusters of each slice. */
function largestVolumes(manifests: ManifestSet): ReadonlyMap<Manifest, Volume> {
  const largest = new Map<Manifest, Volume>();
  for (const { database, policy, slice } of slicedDatabases(manifests)) {
    const field = database.spec.at('storage', 'resources', 'requests', 'storage');
    const size = field.text ?? '';
    const clusters = new Set(policy.rules.map(({ cluster }) => cluster));
    if (clusters.size < 2 || database.replicas < 2 || !/^\d+(?:\.\d+)?[KMGTP]i$/.test(size)) continue;
    const known = largest.get(slice);
    if (!known || bytes(size) > bytes(known.size)) largest.set(slice, { size, field });
  }
  return largest;
}

/** The figures of a SliceConfig: its own, or those of the profile it names. */
function figuresOf(slice: Manifest, manifests: ManifestSet): Field | undefined {
  if (!hasNetwork(slice)) return undefined;
  const spec = slice.root.at('spec');
  const name = spec.at('standardQosProfileName').text;
  if (!name) return spec.at('qosProfileDetails');
  const profile = manifests
    .of('SliceQoSConfig', controllerGroup)
    .find((each) => each.name === name && each.namespace === slice.namespace);
  return profile?.root.at('spec');
}

function transferText(size: string, kbps: number): string {
  return durationText((bytes(size) * 8) / (kbps * 1000));
}
