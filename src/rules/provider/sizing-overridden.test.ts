import { describe, expect, test } from 'vitest';
import { findingsOf, goodTopology } from '../testing.js';

const having = (sizing: string, config: string): string =>
  `${goodTopology}    sizing: { ${sizing} }\n    config: { ${config} }\n`;

describe('provider/sizing-overridden', () => {
  test.each([
    [
      'maxConnections: 20',
      'max-connections: 25',
      'max-connections in config overrides sizing.maxConnections',
    ],
    [
      'bufferPool: 50%',
      'innodb_buffer_pool_size: 256M',
      'innodb_buffer_pool_size in config overrides sizing.bufferPool',
    ],
    [
      'gcache: 1Gi',
      'wsrep_provider_options: "gcache.size=2G"',
      'wsrep_provider_options in config overrides sizing.gcache',
    ],
  ])('reports %s beside %s', (sizing, config, message) => {
    expect(findingsOf(having(sizing, config))).toEqual([
      `warning provider/sizing-overridden 33:15 ${message}`,
    ]);
  });

  test('is content when the two fit together', () => {
    expect(findingsOf(having('gcache: 1Gi', 'wsrep_provider_options: "gcs.fc_limit=64"'))).toEqual([]);
    expect(findingsOf(having('maxConnections: 20', 'slow_query_log: true'))).toEqual([]);
  });
});
