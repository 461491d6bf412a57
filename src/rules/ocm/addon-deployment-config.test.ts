import { describe, expect, test } from 'vitest';
import { addOn, ownFindings } from './testing.js';

const id = 'ocm/addon-deployment-config';
const settings =
  '{ group: addon.open-cluster-management.io, resource: addondeploymentconfigs, namespace: ams, name: edge }';

describe('ocm/addon-deployment-config', () => {
  test('reports settings of the add-on, and standard ones in either version', () => {
    expect(ownFindings(id, addOn(`configs: [${settings}]\n`))).toEqual([
      'warning ocm/addon-deployment-config 7:66 the add-on kubeslice of ams refers to the AddOnDeploymentConfig edge, which KubeSlice ignores',
    ]);
    const management = (version: string, spec: string): string =>
      `apiVersion: addon.open-cluster-management.io/${version}\nkind: ClusterManagementAddOn\nmetadata: { name: kubeslice }\nspec: { ${spec} }\n`;
    expect(
      ownFindings(
        id,
        management(
          'v1alpha1',
          'supportedConfigs: [{ resource: addondeploymentconfigs, defaultConfig: { name: a } }]',
        ),
      ),
    ).toEqual([
      'warning ocm/addon-deployment-config 4:40 the ClusterManagementAddOn kubeslice refers to the AddOnDeploymentConfig a, which KubeSlice ignores',
    ]);
    expect(ownFindings(id, management('v1beta1', `defaultConfigs: [${settings}]`))).toHaveLength(1);
  });

  test('is content with Clusters, and with other add-ons', () => {
    expect(ownFindings(id, addOn('configs: [{ resource: clusters, name: ams }]\n'))).toEqual([]);
    expect(
      ownFindings(id, addOn(`configs: [${settings}]\n`).replace('name: kubeslice\n', 'name: metrics\n')),
    ).toEqual([]);
  });
});
