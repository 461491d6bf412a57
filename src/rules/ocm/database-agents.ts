import type { Manifest, ManifestSet } from '../../manifests/index.js';
import { isOn } from './gates.js';

/** The Klusterlets of clusters that a PlacementPolicy puts replicas on, or that are set up for it. */
export function databaseAgents(manifests: ManifestSet): readonly Manifest[] {
  const holding = new Set<string>();
  for (const { root } of manifests.of('PlacementPolicy', 'apps.k8s.appscode.com')) {
    for (const rule of root.at('spec', 'clusterSpreadConstraint', 'distributionRules').items())
      holding.add(rule.at('clusterName').text ?? '');
  }
  return manifests.of('Klusterlet', 'operator.open-cluster-management.io').filter((klusterlet) => {
    const name = klusterlet.root.at('spec', 'clusterName').text;
    return (
      (name !== undefined && holding.has(name)) ||
      isOn(klusterlet, 'workConfiguration', 'RawFeedbackJsonString')
    );
  });
}

/** How a finding calls the agent of a Klusterlet. */
export function agentName({ name, root }: Manifest): string {
  const cluster = root.at('spec', 'clusterName').text;
  return cluster === undefined ? `the Klusterlet ${name}` : `the Klusterlet of ${cluster}`;
}
