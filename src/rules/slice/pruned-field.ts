import { defineRule } from '../rule.js';
import { controllerGroup } from './objects.js';

interface Pruned {
  readonly kind: string;
  readonly path: readonly string[];
  readonly remedy: string;
}

const staticSubnets = 'remove it: every member gets an equal share of sliceSubnet, by maxClusters';
const fullMesh = 'remove it: every member has a tunnel to every other';

/** Fields that documentation shows and these releases do not have. */
const pruned: readonly Pruned[] = [
  { kind: 'Cluster', path: ['clusterProperty', 'nodeIPs'], remedy: 'put nodeIPs directly under spec' },
  { kind: 'SliceConfig', path: ['subnetSize'], remedy: staticSubnets },
  { kind: 'SliceConfig', path: ['sliceIpam'], remedy: staticSubnets },
  { kind: 'SliceConfig', path: ['topology'], remedy: fullMesh },
  { kind: 'SliceConfig', path: ['topologyConfig'], remedy: fullMesh },
];

/** No object relies on a field that its CRD lacks, though a manual shows it. */
export const prunedField = defineRule({
  id: 'slice/pruned-field',
  severity: 'warning',
  why: 'the API server drops a field that the CRD lacks without a word, or refuses the object under strict validation, and what it was to do does not happen',
  source:
    'kubeslice/docs versioned_docs/version-1.5.0/install-kubeslice/yaml/yaml-register-worker-clusters.mdx',
  messages: {
    field: (p: { kind: string; name: string; path: string }) =>
      `the ${p.kind} ${p.name} has ${p.path}, a field that KubeSlice’s CRD lacks`,
  },
  checkManifests(manifests, report) {
    for (const { kind, path, remedy } of pruned) {
      for (const { name, root } of manifests.of(kind, controllerGroup)) {
        const field = root.at('spec', ...path);
        if (!field.given) continue;
        report('field', { kind, name, path: ['spec', ...path].join('.') })
          .at(field.keySpan)
          .fix(remedy);
      }
    }
  },
});
