import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/health-checker', () => {
  test('reports figures that are not above zero', () => {
    expect(
      findingsBy(
        'kubedb/health-checker',
        databaseManifest({ healthChecker: '{ periodSeconds: 0, timeoutSeconds: -1, failureThreshold: 0 }' }),
      ),
    ).toEqual([
      'error kubedb/health-checker 13:35 healthChecker.periodSeconds of orders is 0, and must be above zero',
      'error kubedb/health-checker 13:54 healthChecker.timeoutSeconds of orders is -1, and must be above zero',
      'error kubedb/health-checker 13:76 healthChecker.failureThreshold of orders is 0, and must be above zero',
    ]);
    expect(
      fixesBy(
        'kubedb/health-checker',
        databaseManifest({ healthChecker: '{ periodSeconds: 0, timeoutSeconds: -1, failureThreshold: 0 }' }),
      ),
    ).toEqual([
      'write 10, the default, or remove it',
      'write 10, the default, or remove it',
      'write 1, the default, or remove it',
    ]);
  });

  test('is content with the others', () => {
    expect(
      findingsBy(
        'kubedb/health-checker',
        databaseManifest({ healthChecker: '{ periodSeconds: 1, timeoutSeconds: often }' }),
      ),
    ).toEqual([]);
  });
});
