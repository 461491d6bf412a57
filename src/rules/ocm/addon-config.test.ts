import { describe, expect, test } from 'vitest';
import { addOn, ownFindings } from './testing.js';

const id = 'ocm/addon-config';
const config = (
  name: string,
  namespace = 'kubeslice-shop',
  rest = 'group: controller.kubeslice.io, resource: clusters',
): string => `  - { ${rest}, namespace: ${namespace}, name: ${name} }\n`;
const cluster = (name: string): string =>
  `apiVersion: controller.kubeslice.io/v1alpha1\nkind: Cluster\nmetadata: { name: ${name}, namespace: kubeslice-shop }\n`;

describe('ocm/addon-config', () => {
  test.each(['installNamespace: kubeslice-system\n', 'configs: []\n'])(
    'reports an add-on with %s',
    (spec) => {
      expect(ownFindings(id, addOn(spec)).map((finding) => finding.replace(/\d+:\d+/, ''))).toEqual([
        'error ocm/addon-config  the add-on kubeslice of ams refers to no KubeSlice Cluster',
      ]);
    },
  );

  test.each([
    ['group: controller.kubeslice.io, resource: cluster', 'cluster.controller.kubeslice.io'],
    ['resource: clusters', 'clusters'],
  ])('reports %s', (rest, said) => {
    expect(ownFindings(id, addOn(`configs:\n${config('ams', 'kubeslice-shop', rest)}`))).toEqual([
      `error ocm/addon-config 8:7 the add-on kubeslice of ams refers to ${said}, not to clusters.controller.kubeslice.io`,
    ]);
  });

  test('a default of the ClusterManagementAddOn is right for the cluster of its name alone', () => {
    const standard = (name: string): string =>
      `apiVersion: addon.open-cluster-management.io/v1alpha1\nkind: ClusterManagementAddOn\nmetadata: { name: kubeslice }\nspec:\n  supportedConfigs:\n  - { group: controller.kubeslice.io, resource: clusters, defaultConfig: { namespace: kubeslice-shop, name: ${name} } }\n`;
    const bare = addOn('installNamespace: kubeslice-system\n');
    expect(ownFindings(id, standard('ams'), bare)).toEqual([]);
    expect(ownFindings(id, standard('fra'), bare)).toHaveLength(1);
  });

  test('reports several Clusters, and another name', () => {
    expect(ownFindings(id, addOn(`configs:\n${config('ams')}${config('fra')}`))).toEqual([
      'error ocm/addon-config 9:7 the add-on kubeslice of ams refers to several Clusters, of which the last, fra, counts',
    ]);
    expect(ownFindings(id, addOn(`configs:\n${config('fra')}`))).toEqual([
      'error ocm/addon-config 8:94 the add-on kubeslice of ams refers to the Cluster fra, and so registers ams as fra',
    ]);
  });

  test('reports a Cluster that is not among those that are there', () => {
    expect(ownFindings(id, cluster('fra'), addOn(`configs:\n${config('ams')}`))).toEqual([
      'error ocm/addon-config 12:94 the add-on kubeslice of ams refers to the Cluster kubeslice-shop/ams, which is not among these',
    ]);
    expect(ownFindings(id, cluster('ams'), addOn(`configs:\n${config('ams', 'kubeslice-stop')}`))).toEqual([
      'error ocm/addon-config 12:72 the add-on kubeslice of ams refers to the Cluster kubeslice-stop/ams, which is not among these',
    ]);
  });

  test('reports an add-on of another name that configures KubeSlice', () => {
    const other = addOn(`configs:\n${config('ams')}`).replace(
      'name: kubeslice\n',
      'name: kubeslice-worker\n',
    );
    expect(ownFindings(id, other)).toEqual([
      'error ocm/addon-config 4:9 the ManagedClusterAddOn kubeslice-worker configures KubeSlice, whose add-on is called kubeslice',
    ]);
  });

  test('is content with the Cluster of its name, with the same one twice, and without Clusters to look at', () => {
    expect(ownFindings(id, cluster('ams'), addOn(`configs:\n${config('ams')}`))).toEqual([]);
    expect(ownFindings(id, addOn(`configs:\n${config('ams')}${config('ams')}`))).toEqual([]);
    const settings = config(
      'a',
      'b',
      'group: addon.open-cluster-management.io, resource: addondeploymentconfigs',
    );
    expect(ownFindings(id, addOn(`configs:\n${config('ams')}${settings}`))).toEqual([]);
    const other = addOn(`configs:\n${settings}`).replace('name: kubeslice\n', 'name: metrics\n');
    expect(ownFindings(id, other)).toEqual([]);
  });
});
