import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology, manifestFindingsOf, relatedOf } from '../testing.js';

const own = (findings: string[]): string[] =>
  findings.filter((each) => each.includes(' slice/default-slice '));

describe('slice/default-slice', () => {
  test('reports the name of the project’s default slice', () => {
    const text = change(goodTopology, 'slice:\n  name: shop', 'slice:\n  name: shop-default-slice');
    expect(findingsOf(text)).toEqual([
      'error slice/default-slice 17:9 shop-default-slice is the name of the default slice of the project shop',
    ]);
    expect(fixesOf(text)).toEqual(['choose another name, such as shop']);
  });

  test('goes by the project, not by the topology', () => {
    const text = (project: string): string =>
      change(
        goodTopology,
        'slice:\n  name: shop',
        `slice:\n  name: mall-default-slice\n  project: ${project}`,
      );
    expect(own(findingsOf(text('mall')))).toHaveLength(1);
    expect(own(findingsOf(text('shop')))).toEqual([]);
  });

  const sliceConfig = (clusters: string, namespace = 'kubeslice-shop'): string =>
    `apiVersion: controller.kubeslice.io/v1alpha1
kind: SliceConfig
metadata:
  name: shop-default-slice
  namespace: ${namespace}
spec:
  namespaceIsolationProfile:
    applicationNamespaces:
      - { namespace: shop, clusters: ${clusters} }
`;

  test('looks at SliceConfigs', () => {
    expect(own(manifestFindingsOf(sliceConfig("['*']")))).toEqual([
      'error slice/default-slice 9:39 shop-default-slice, the default slice of its project, has the namespace shop on all clusters',
    ]);
    expect(own(manifestFindingsOf(sliceConfig('[fra]')))).toEqual([]);
    expect(own(manifestFindingsOf(sliceConfig("['*']", 'kubeslice-mall')))).toEqual([]);
  });

  test('reports a slice that the project makes as well', () => {
    const project = `---
apiVersion: controller.kubeslice.io/v1alpha1
kind: Project
metadata: { name: shop, namespace: kubeslice-controller }
spec: { defaultSliceCreation: true }
`;
    expect(own(manifestFindingsOf(sliceConfig('[fra]') + project))).toEqual([
      'error slice/default-slice 4:9 shop-default-slice is written here, and the project shop makes it as well',
    ]);
    expect(relatedOf(goodTopology)).toEqual([]);
  });
});
