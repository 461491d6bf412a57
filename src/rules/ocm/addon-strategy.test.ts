import { describe, expect, test } from 'vitest';
import { addOn, ownFindings } from './testing.js';

const id = 'ocm/addon-strategy';
const management = (type: string, name = 'kubeslice'): string =>
  `apiVersion: addon.open-cluster-management.io/v1alpha1\nkind: ClusterManagementAddOn\nmetadata: { name: ${name} }\nspec: { installStrategy: { type: ${type} } }\n`;
const written = addOn('installNamespace: kubeslice-system\n');

describe('ocm/addon-strategy', () => {
  test('reports an add-on that OCM and Git both make', () => {
    expect(ownFindings(id, management('Placements'), written)).toEqual([
      'warning ocm/addon-strategy 4:34 OCM installs the add-on kubeslice by placements, and that of ams is written here too',
    ]);
  });

  test('is content when one of them does', () => {
    expect(ownFindings(id, management('Manual'), written)).toEqual([]);
    expect(ownFindings(id, management('Placements'))).toEqual([]);
    expect(ownFindings(id, management('Placements', 'metrics'), written)).toEqual([]);
  });
});
