import { describe, expect, test } from 'vitest';
import { addonNamespace } from './addon-namespace.js';
import { addOn, fixedBy, ownFindings } from './testing.js';

const id = 'ocm/addon-namespace';
const beta = (text: string): string => text.replace('/v1alpha1', '/v1beta1');
const annotated = (text: string, namespace: string): string =>
  text.replace(
    'spec:\n',
    `  annotations: { addon.open-cluster-management.io/v1alpha1-install-namespace: ${namespace} }\nspec:\n`,
  );

describe('ocm/addon-namespace', () => {
  test('reports another namespace, and none', () => {
    expect(ownFindings(id, addOn('installNamespace: kubeslice\n'))).toEqual([
      'error ocm/addon-namespace 7:21 the add-on kubeslice of ams is installed into kubeslice, not into kubeslice-system',
    ]);
    expect(ownFindings(id, addOn('configs: []\n'))).toEqual([
      'error ocm/addon-namespace 6:1 the add-on kubeslice of ams does not say installNamespace, which puts it into open-cluster-management-agent-addon',
    ]);
  });

  test('reports the version that has no such field', () => {
    expect(ownFindings(id, beta(addOn('installNamespace: kubeslice-system\n')))).toEqual([
      'error ocm/addon-namespace 7:3 the add-on kubeslice of ams says installNamespace, which v1beta1 does not have',
    ]);
    expect(ownFindings(id, beta(addOn('configs: []\n')))).toHaveLength(1);
    expect(ownFindings(id, annotated(beta(addOn('configs: []\n')), 'kubeslice'))).toHaveLength(1);
  });

  test('is content with kubeslice-system, and with other add-ons', () => {
    expect(ownFindings(id, addOn('installNamespace: kubeslice-system\n'))).toEqual([]);
    expect(ownFindings(id, annotated(beta(addOn('configs: []\n')), 'kubeslice-system'))).toEqual([]);
    expect(ownFindings(id, addOn('configs: []\n').replace('name: kubeslice\n', 'name: metrics\n'))).toEqual(
      [],
    );
  });

  test('mends another namespace', () => {
    expect(fixedBy(addonNamespace, addOn('installNamespace: kubeslice\n'))).toContain(
      'installNamespace: kubeslice-system\n',
    );
  });
});
