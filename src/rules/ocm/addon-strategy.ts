import { defineRule } from '../rule.js';

/** Add-ons are made by Git or by OCM, not by both. */
export const addonStrategy = defineRule({
  id: 'ocm/addon-strategy',
  severity: 'warning',
  why: 'with the strategy Placements OCM makes and deletes the ManagedClusterAddOns itself, also those that Git holds; deleting one takes the KubeSlice worker down',
  source: 'open-cluster-management-io/ocm pkg/addon/controllers/addonmanagement/controller.go',
  messages: {
    both: (p: { addOn: string; cluster: string }) =>
      `OCM installs the add-on ${p.addOn} by placements, and that of ${p.cluster} is written here too`,
  },
  checkManifests(manifests, report) {
    const written = new Map<string, string>();
    for (const { name, namespace } of manifests.of(
      'ManagedClusterAddOn',
      'addon.open-cluster-management.io',
    )) {
      if (namespace !== undefined && !written.has(name)) written.set(name, namespace);
    }
    for (const { name, root } of manifests.of('ClusterManagementAddOn', 'addon.open-cluster-management.io')) {
      const type = root.at('spec', 'installStrategy', 'type');
      const cluster = written.get(name);
      if (type.text !== 'Placements' || cluster === undefined) continue;
      report('both', { addOn: name, cluster })
        .at(type.span)
        .fix('write type: Manual, or leave the ManagedClusterAddOns to OCM');
    }
  },
});
