import { defineRule } from '../rule.js';

/** The add-on of KubeSlice is configured by its Cluster and nothing else. */
export const addonDeploymentConfig = defineRule({
  id: 'ocm/addon-deployment-config',
  severity: 'warning',
  why: 'the add-on of KubeSlice reads only Clusters: node selectors, tolerations, proxies, registries and limits of an AddOnDeploymentConfig change nothing there',
  source: 'kube-slice/kubeslice-controller ocm/manager.go',
  messages: {
    ignored: (p: { name: string; by: string }) =>
      `${p.by} refers to the AddOnDeploymentConfig ${p.name}, which KubeSlice ignores`,
  },
  checkManifests(manifests, report) {
    for (const [kind, ...paths] of [
      ['ManagedClusterAddOn', ['configs']],
      ['ClusterManagementAddOn', ['supportedConfigs'], ['defaultConfigs']],
    ] as const) {
      for (const { name, namespace, root } of manifests.of(kind, 'addon.open-cluster-management.io')) {
        if (name !== 'kubeslice') continue;
        const by = namespace === undefined ? `the ${kind} kubeslice` : `the add-on kubeslice of ${namespace}`;
        for (const config of paths.flatMap((path) => root.at('spec', ...path).items())) {
          if (config.at('resource').text !== 'addondeploymentconfigs') continue;
          const reference = config.at('name').text ?? config.at('defaultConfig', 'name').text;
          if (reference === undefined) continue;
          report('ignored', { name: reference, by }).at(config.at('resource').span).fix('remove it');
        }
      }
    }
  },
});
