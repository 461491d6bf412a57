import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { controllerGroup, sliceConfigsOf, textsOf } from './objects.js';

const annotation = 'argocd.argoproj.io/sync-wave';

/** Where Argo CD's waves are used, a Project comes before its Clusters, and these before their slice. dbspan writes waves of its own. */
export const wave = defineRule({
  id: 'slice/wave',
  severity: 'warning',
  why: 'KubeSlice refuses a Cluster before its project has a namespace, and a slice before its clusters are registered, so that a sync in one wave fails until something tries again',
  source:
    'kubeslice/kubeslice-controller service/slice_config_webhook_validation.go, service/cluster_webhook_validation.go',
  messages: {
    early: (p: { kind: string; name: string; wave: number; needs: string; other: number }) =>
      `the ${p.kind} ${p.name} is in wave ${p.wave}, and needs the ${p.needs} of wave ${p.other}`,
  },
  checkManifests(manifests, report) {
    const projects = new Map(
      manifests.of('Project', controllerGroup).map((project) => [`kubeslice-${project.name}`, project]),
    );
    const clusters = new Map<string, Manifest>();
    const compare = (manifest: Manifest, needed: Manifest): boolean => {
      if (!placeOf(manifest).given && !placeOf(needed).given) return false;
      const [own, other] = [waveOf(manifest), waveOf(needed)];
      if (own > other) return false;
      report('early', {
        kind: manifest.kind,
        name: manifest.name,
        wave: own,
        needs: `${needed.kind} ${needed.name}`,
        other,
      })
        .at(placeOf(manifest).span)
        .related(placeOf(needed).span, 'has to come before')
        .fix(`write ${annotation}: "${other + 1}" or more`);
      return true;
    };
    for (const cluster of manifests.of('Cluster', controllerGroup)) {
      clusters.set(`${cluster.namespace ?? ''}/${cluster.name}`, cluster);
      const project = projects.get(cluster.namespace ?? '');
      if (project) compare(cluster, project);
    }
    for (const config of sliceConfigsOf(manifests)) {
      for (const name of textsOf(config.root.at('spec', 'clusters'))) {
        const cluster = clusters.get(`${config.namespace ?? ''}/${name}`);
        if (cluster && compare(config, cluster)) break;
      }
    }
  },
});

function placeOf({ root }: Manifest) {
  return root.at('metadata', 'annotations', annotation);
}

function waveOf(manifest: Manifest): number {
  const wave = Number(placeOf(manifest).text ?? 0);
  return Number.isInteger(wave) ? wave : 0;
}
