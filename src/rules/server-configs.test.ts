import { expect, test } from 'vitest';
import { compile } from '../compile.js';
import { synthesize } from '../synthesize.js';
import { withSettings } from './config/config.testing.js';
import { goodTopology, manifestFindingsOf } from './testing.js';

const id = ' config/';

test('what dbspan writes itself is a file that the rules are content with', () => {
  const mariadb = `    sizing: { bufferPool: 40%, gcache: 1Gi, maxConnections: 20 }
    config: { skip-log-bin: true, slow_query_log: true, init_connect: "SET a='b # c'" }
`;
  const postgres = withSettings('work_mem: 4MB', 'search_path: "it\'s, public"', 'jit: false');
  for (const content of [goodTopology + mariadb, postgres]) {
    const { plans, diagnostics } = compile([{ name: 't', content }]);
    expect(diagnostics).toEqual([]);
    const files = synthesize(plans).files.filter(({ path }) => path.includes('70-database'));
    expect(files.length).toBeGreaterThan(1);
    for (const { content: text } of files)
      expect(manifestFindingsOf(text).filter((each) => each.includes(id))).toEqual([]);
  }
});

test('no word of a Secret is in a finding', () => {
  const text = `apiVersion: v1
kind: Secret
metadata: { name: config }
stringData:
  any: |
    hunter2 is a word
    [mysqld]
    hunter2 hunter2
    slow_query_log = hunter2
    max_connections = hunter2
    binlog_format = hunter2
    wsrep_provider_options = "gcs.fc_limit=hunter2"
---
apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: orders }
spec: { version: 11.8.5, replicas: 3, configuration: { secretName: config } }
`;
  const findings = manifestFindingsOf(text);
  expect(findings.filter((each) => each.includes(id)).length).toBeGreaterThan(5);
  expect(findings.join('\n')).not.toContain('hunter2');
});

test('a Secret of several databases is read once', () => {
  const object = (name: string): string => `---
apiVersion: kubedb.com/v1
kind: MariaDB
metadata: { name: ${name} }
spec: { version: 11.8.5, configuration: { secretName: config } }
`;
  const secret = `apiVersion: v1
kind: Secret
metadata: { name: config }
stringData: { a.cnf: "[mysqld]\\nmax_conections=5\\n" }
`;
  const findings = manifestFindingsOf(secret + object('a') + object('b'));
  expect(findings.filter((each) => each.includes(id))).toHaveLength(1);
});
