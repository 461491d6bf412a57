import { describe, expect, test } from 'vitest';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/monitor', () => {
  test('reports monitoring without an agent, and a port out of range', () => {
    expect(
      findingsBy(
        'kubedb/monitor',
        databaseManifest({ monitor: '{ prometheus: { exporter: { port: 80 } } }' }),
      ),
    ).toEqual([
      'error kubedb/monitor 13:3 the monitoring of orders has no agent',
      'error kubedb/monitor 13:46 the exporter of orders would listen on port 80',
    ]);
    expect(
      findingsBy('kubedb/monitor', databaseManifest({ monitor: '{ agent: "" }' }, { kind: 'Postgres' })),
    ).toEqual(['error kubedb/monitor 13:3 the monitoring of orders has no agent']);
    expect(
      findingsBy(
        'kubedb/monitor',
        databaseManifest({
          monitor: '{ agent: prometheus.io/builtin, prometheus: { exporter: { port: 65536 } } }',
        }),
      ),
    ).toEqual(['error kubedb/monitor 13:76 the exporter of orders would listen on port 65536']);
    expect(
      fixesBy('kubedb/monitor', databaseManifest({ monitor: '{ prometheus: { exporter: { port: 80 } } }' })),
    ).toEqual([
      'write agent: prometheus.io/operator with a ServiceMonitor, or agent: prometheus.io/builtin',
      'remove it; 56790 is the default',
    ]);
  });

  test('is content with the rest', () => {
    expect(
      findingsBy(
        'kubedb/monitor',
        databaseManifest({
          monitor: '{ agent: prometheus.io/operator, prometheus: { exporter: { port: 1024 } } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/monitor',
        databaseManifest({
          monitor: '{ agent: prometheus.io/builtin, prometheus: { exporter: { port: 65535 } } }',
        }),
      ),
    ).toEqual([]);
    expect(findingsBy('kubedb/monitor', databaseManifest({ monitor: 'null' }))).toEqual([]);
  });
});
