import { describe, expect, test } from 'vitest';
import { managedCluster, ownFindings } from './testing.js';

const id = 'ocm/not-accepted';
const accepts = (line: string): string => managedCluster().replace('  hubAcceptsClient: true\n', line);

describe('ocm/not-accepted', () => {
  test('reports false, and nothing at all', () => {
    expect(ownFindings(id, accepts('  hubAcceptsClient: false\n'))).toEqual([
      'warning ocm/not-accepted 6:21 the ManagedCluster ams says hubAcceptsClient: false',
    ]);
    expect(ownFindings(id, accepts('  leaseDurationSeconds: 60\n'))).toEqual([
      'warning ocm/not-accepted 5:1 the ManagedCluster ams does not say hubAcceptsClient, which counts as false',
    ]);
    expect(ownFindings(id, accepts('').replace('spec:\n', ''))).toEqual([
      'warning ocm/not-accepted 1:1 the ManagedCluster ams does not say hubAcceptsClient, which counts as false',
    ]);
  });

  test('is content with true, and leaves another type to the schema', () => {
    expect(ownFindings(id, managedCluster())).toEqual([]);
    expect(ownFindings(id, accepts('  hubAcceptsClient: "yes"\n'))).toEqual([]);
  });
});
