import { describe, expect, test } from 'vitest';
import { relatedOf } from '../testing.js';
import {
  fixOf,
  foundIn,
  mariadbObject,
  memory,
  sizingFindings,
  withLines,
  withPostgres,
} from './sizing.testing.js';

const id = 'sizing/memory-risked';

describe('mode target', () => {
  test('with the values of a guide that were killed in a flood', () => {
    const text = withLines(
      'resources: { memory: 512Mi }',
      'sizing: { mode: target, bufferPool: 70%, maxConnections: 20 }',
    );
    expect(sizingFindings(text)).toEqual([
      `warning ${id} 33:62 orders can take 1686Mi, and its container has 512Mi: 810Mi connections (20 x 40.5Mi, and more), 358Mi buffer pool, 255Mi caches of other engines`,
    ]);
    expect(relatedOf(text)).toEqual([['32:26 its memory']]);
  });

  test('with nothing said: the defaults of the servers', () => {
    const text = withLines('sizing: { mode: target }');
    expect(sizingFindings(text)).toEqual([
      `warning ${id} 32:21 orders can take 6783Mi, and its container has 1Gi, KubeDB's default: 6116Mi connections (151 x 40.5Mi, and more), 255Mi caches of other engines, 128Mi buffer pool`,
    ]);
    expect(fixOf(text)).toBe(
      'give it 27.5Gi, or sizing.mode guaranteed, which writes a pool of 508Mi and 20 connections',
    );
    expect(sizingFindings(withPostgres('sizing: { mode: target }'))).toEqual([
      `warning ${id} 40:21 ledger can take 12.5Gi, and its container has 1Gi, KubeDB's default: 11.75Gi connections (100 x 118.5Mi), 276Mi parallel workers (8 x 34.5Mi), 256Mi shared buffers`,
    ]);
  });

  test('is content with bounded sessions, and quiet about what a secret may say', () => {
    const bounded = 'config: { max_connections: 20, max_session_mem_used: 16M, key_buffer_size: 1M }';
    expect(
      sizingFindings(withLines('resources: { memory: 2Gi }', 'sizing: { mode: target }', bounded)),
    ).toEqual([expect.stringMatching(`^warning ${id} .* 1433Mi buffer pool`)]);
    expect(
      sizingFindings(
        withLines('resources: { memory: 2Gi }', 'sizing: { mode: target, bufferPool: 40% }', bounded),
      ),
    ).toEqual([]);
    expect(
      sizingFindings(withLines('sizing: { mode: target }', 'kubedb: { configurationSecret: own }')),
    ).toEqual([]);
  });
});

describe('manifests', () => {
  const file = ['[mysqld]', 'max_connections = 200'];

  test('of any origin', () => {
    expect(foundIn(id, mariadbObject(file, memory('2Gi')))).toEqual([
      `warning ${id} 13:27 orders can take 8818Mi, and its container has 2Gi: 8100Mi connections (200 x 40.5Mi, and more), 255Mi caches of other engines, 128Mi buffer pool`,
    ]);
    expect(foundIn(id, mariadbObject(file, memory('16Gi')))).toEqual([]);
  });

  test('is quiet where the configuration is not known', () => {
    const object = (spec: string): string => `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec: ${spec}
`;
    expect(foundIn(id, object('{ replicas: 3 }'))).toEqual([]);
    expect(foundIn(id, object('{ configuration: { inline: { user.conf: work_mem=8MB } } }'))).toHaveLength(1);
    expect(foundIn(id, object('{ configuration: { secretName: own } }'))).toEqual([]);
    expect(foundIn(id, object('{ configuration: { tuning: { profile: web } } }'))).toEqual([]);
    expect(foundIn(id, object(`{ ${memory('a lot', 'postgres')} }`))).toEqual([]);
  });

  test('reads a secret, and says nothing of what it holds', () => {
    const secret = `apiVersion: v1
kind: Secret
metadata: { name: own, namespace: shop }
stringData: { user.conf: "max_connections = 177" }
---
apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec: { configuration: { secretName: own } }
`;
    const found = foundIn(id, secret);
    expect(found).toHaveLength(1);
    expect(found.join()).not.toContain('177');
  });
});
