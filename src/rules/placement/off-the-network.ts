import type { Report } from '../../diagnostics/index.js';
import type { ManifestSet } from '../../manifests/index.js';
import { databaseObjects } from '../database-objects.js';
import { defineRule } from '../rule.js';
import { slicedDatabases } from '../sliced-databases.js';

const messages = {
  label: (p: { database: string }) =>
    `the pods of ${p.database} carry the label that keeps them off the slice`,
  status: (p: { database: string }) => `the pods of ${p.database} claim to be on the slice already`,
  network: (p: { database: string; slice: string; mode: string }) =>
    `${p.database} is on the slice ${p.slice}, whose overlayNetworkDeploymentMode is ${p.mode}`,
};

/** The pods of a distributed database get an address on the slice. */
export const offTheNetwork = defineRule({
  id: 'placement/off-the-network',
  severity: 'error',
  why: 'KubeSlice passes over such pods, and they wait for their address on the slice for ever',
  source: 'kubeslice/worker-operator pkg/webhook/pod/webhook.go',
  messages,
  checkManifests(manifests, report) {
    for (const { name, spec, distributed } of databaseObjects(manifests)) {
      if (!distributed) continue;
      const metadata = spec.at('podTemplate', 'metadata');
      const excluded = metadata.at('labels', 'kubeslice.io/exclude');
      const status = metadata.at('annotations', 'kubeslice.io/status');
      if (excluded.text === 'true') report('label', { database: name }).at(excluded.keySpan).fix('remove it');
      else if (status.text === 'injected')
        report('status', { database: name }).at(status.keySpan).fix('remove it: KubeSlice writes it itself');
    }
    checkNetworks(manifests, report);
  },
});

/** A slice once, with the first database it is to carry. */
function checkNetworks(manifests: ManifestSet, report: Report<typeof messages>): void {
  const judged = new Set<unknown>();
  for (const { database, policy, slice } of slicedDatabases(manifests)) {
    if (judged.has(slice)) continue;
    judged.add(slice);
    const mode = slice.root.at('spec', 'overlayNetworkDeploymentMode');
    if (mode.text === undefined || mode.text === '' || mode.text === 'single-network') continue;
    report('network', { database: database.name, slice: slice.name, mode: mode.text })
      .at(mode.span)
      .related(
        policy.spec.at('clusterSpreadConstraint', 'slice', 'sliceName').span,
        'the policy takes this slice',
      )
      .fix('remove it, or take a slice with a single network');
  }
}
