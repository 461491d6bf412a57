import { defineRule } from '../rule.js';

/** The URLs of a managed cluster's API server are https. */
export const clientUrl = defineRule({
  id: 'ocm/client-url',
  severity: 'error',
  why: 'the webhook of the hub refuses a ManagedCluster with a client configuration that is not https',
  source: 'open-cluster-management-io/ocm pkg/registration/webhook/v1/managedcluster_validating.go',
  messages: {
    url: (p: { cluster: string; url: string }) =>
      `the ManagedCluster ${p.cluster} is reached at ${p.url}, which is no https URL`,
  },
  checkManifests(manifests, report) {
    for (const { name, root } of manifests.of('ManagedCluster', 'cluster.open-cluster-management.io')) {
      for (const config of root.at('spec', 'managedClusterClientConfigs').items()) {
        const url = config.at('url');
        if (url.text === undefined || isHttps(url.text)) continue;
        report('url', { cluster: name, url: url.text === '' ? 'an empty text' : url.text })
          .at(url.span)
          .fix('write the https URL of its API server, or leave the list out: the agent fills it in');
      }
    }
  },
});

function isHttps(text: string): boolean {
  return /^https:\/\/[^/\s]/.test(text);
}
