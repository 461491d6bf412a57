import { expect, test } from 'vitest';
import { foundIn, memory, sizingFindings, withPostgres } from './sizing.testing.js';

const id = 'sizing/connections-many';
const room = 'resources: { memory: 64Gi }';

test('more than two hundred', () => {
  expect(sizingFindings(withPostgres(room, 'sizing: { maxConnections: 400 }'))).toEqual([
    `warning ${id} 41:31 sizing.maxConnections of ledger is 400, each a process of its own`,
  ]);
  expect(sizingFindings(withPostgres(room, 'sizing: { maxConnections: 200 }'))).toEqual([]);
  expect(sizingFindings(withPostgres(room, 'config: { max_connections: 201 }'))).toHaveLength(1);
});

test('manifests, without a pooler', () => {
  const text = `apiVersion: kubedb.com/v1
kind: Postgres
metadata: { name: ledger, namespace: shop }
spec:
  configuration: { inline: { user.conf: "max_connections = 300" } }
  ${memory('128Gi', 'postgres')}
`;
  const pooler = `---
apiVersion: kubedb.com/v1
kind: PgBouncer
metadata: { name: ledger-pool, namespace: shop }
spec: { database: { databaseRef: { name: ledger } } }
`;
  expect(foundIn(id, text)).toHaveLength(1);
  expect(foundIn(id, text + pooler)).toEqual([]);
});
