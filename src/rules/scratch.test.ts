import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'vitest';
import { findingsOf, fixesOf, relatedOf, goodTopology, database, change, manifestFindingsOf } from './testing.js';
const show = (label: string, t: string) => { const f = findingsOf(t, true); const x = fixesOf(t); const r = relatedOf(t); console.log('## '+label+'\n'+f.map((l,i)=>l+'\n     fix: '+x[i]+'\n     rel: '+r[i]?.join(' | ')).join('\n')); };
test('x', () => {
  for (const f of readdirSync('../shared/topologies').filter(f=>f.endsWith('yaml'))) show(f, readFileSync('../shared/topologies/'+f,'utf8'));
  show('good', goodTopology);
  const s = (x: string) => `${goodTopology}    ${x}\n`;
  for (const x of ['sizing: { maxConnections: 200 }','sizing: { bufferPool: 2Gi }','sizing: { bufferPool: 600Mi, maxConnections: 60 }','resources: { memory: 256Mi }','resources: { memory: 512Mi }\n    sizing: { maxConnections: 30 }',
   'config: { aria_pagecache_buffer_size: 2G }','config: { max_session_mem_used: 4M }','config: { max_session_mem_used: 9223372036854775807 }','sizing: { mode: target }','sizing: { mode: target, bufferPool: 70%, maxConnections: 20 }',
   'sizing: { gcache: 30Gi }','sizing: { data: 30Gi }','config: { innodb-log-file-size: 20G }','sizing: { bufferPool: 99% }', 'resources: { memory: 32Gi }\n    sizing: { mode: target }\n    config: { max_connections: 50 }',
   'config: { performance_schema: true }','config: { max_allowed_packet: 64M }','sizing: { maxConnections: 45 }','config: { innodb_flush_log_at_trx_commit: 2 }','config: { wsrep_max_ws_size: 1G }','config: { wsrep_provider_options: gcache.size=8M }'])
   show(x, s(x));
  show('500Mi', change(goodTopology,'20Gi','500Mi'));
  const pg = (x: string, size='20Gi') => change(change(goodTopology,'engine: mariadb\n    version: "11.8.5"','engine: postgres\n    version: 17.9-bookworm'),'20Gi',size)+(x?`    ${x}\n`:'');
  for (const x of ['','sizing: { maxConnections: 100 }','sizing: { sharedBuffers: 2Gi }','sizing: { maxConnections: 30 }','resources: { memory: 128Mi }','resources: { memory: 64Gi }\n    sizing: { maxConnections: 400 }','sizing: { mode: target }','config: { max_wal_size: 40GB }','kubedb: { walKeepSize: 30Gi }']) show('pg '+x, pg(x));
  show('pg 500Mi', pg('','500Mi')); show('pg 2Gi', pg('','2Gi')); show('pg 1Gi target', pg('sizing: { mode: target }','1Gi'));
  console.log(manifestFindingsOf(`apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders }
spec:
  replicas: 3
  storage: { resources: { requests: { storage: 500Mi } } }
`).join('\n'));
});
