import { describe, expect, test } from 'vitest';
import { mostReplicas, replicasPerCluster } from './layout.js';

describe('replicas per cluster', () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))(
    'are odd in all, for %d clusters',
    (clusters) => {
      const replicas = replicasPerCluster(clusters);
      const total = replicas.reduce((sum, count) => sum + count, 0);
      expect(total % 2).toBe(1);
      expect(total).toBeGreaterThanOrEqual(3);
      expect(total).toBeLessThanOrEqual(mostReplicas);
      expect(replicas.length).toBeLessThanOrEqual(clusters);
    },
  );

  test.each([3, 4, 5, 6, 7, 8, 9, 10])('leave a majority when any of %d clusters is lost', (clusters) => {
    const replicas = replicasPerCluster(clusters);
    const total = replicas.reduce((sum, count) => sum + count, 0);
    for (const lost of replicas) expect(total - lost).toBeGreaterThan(total / 2);
  });

  test('are those of the guides for two clusters', () => {
    expect(replicasPerCluster(2)).toEqual([2, 1]);
  });
});
