import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../compile.js';
import { locationOf } from '../diagnostics/index.js';

/** The programs the language was designed with. They lie beside the repository, not in it. */
const references = fileURLToPath(new URL('../../../shared/topologies/', import.meta.url));

const examples = fileURLToPath(new URL('../../spec/examples/', import.meta.url));

/** Errors and warnings of a file, or only the errors, as `line:column severity id message`. */
function findings(
  folder: string,
  name: string,
  severities: readonly string[] = ['error', 'warning'],
): string[] {
  const readFile = (path: string) =>
    existsSync(folder + path) ? readFileSync(folder + path, 'utf8') : undefined;
  const { diagnostics } = compile([{ name: 't', content: readFileSync(folder + name) }], { readFile });
  return diagnostics
    .filter(({ severity }) => severities.includes(severity))
    .map((each) => `${locationOf(each).slice(2)} ${each.severity} ${each.id} ${each.message}`);
}

const warnings: Readonly<Record<string, readonly string[]>> = {
  '1-kubedb-mariadb-as-in-the-guide.yaml': [
    '6:5 warning dns/address-unknown the address of kubeslice-dns on demo-controller is not known, so its DNS is not written',
    '12:5 warning dns/address-unknown the address of kubeslice-dns on demo-worker is not known, so its DNS is not written',
    '27:14 warning slice/ceiling-low with a ceiling of 5120kbps, moving 500Mi takes 14 min',
    '39:14 warning kubedb/version-end-of-life MariaDB 11.5.2 gets no more fixes',
    '42:19 warning survival/cluster-loss without demo-controller, writes to mariadb stop: 1 of 3 votes left, 2 needed; the hub goes with it',
    '49:13 warning sizing/volume-risked the volume of mariadb is 500Mi, and with 15 % kept free 1158Mi go to it: 512Mi data, 128Mi write-set cache, 128Mi its pages, 96Mi redo log',
    "51:13 warning sizing/memory-risked mariadb can take 6769Mi, and its container has 1Gi, KubeDB's default: 6116Mi connections (151 x 40.5Mi, and more), 255Mi caches of other engines, 128Mi buffer pool",
    '52:21 warning kubedb/wipe-out deleting mariadb also deletes its volumes, secrets and backups',
  ],
  '2-kubedb-postgres-as-in-the-guide.yaml': [
    '6:5 warning slice/api-server-unknown demo-controller is the hub of a slice but has no apiServer',
    '28:14 warning slice/ceiling-low with a ceiling of 5120kbps, moving 2Gi takes 56 min',
    '41:19 warning survival/cluster-loss without demo-controller, writes to postgres stop: 1 of 3 votes left, 2 needed; the hub goes with it',
    '48:13 warning sizing/volume-risked the volume of postgres is 2Gi, and with 15 % kept free 3778Mi go to it: 1.5Gi WAL for standbys, 1.25Gi WAL between checkpoints, 512Mi data, 103Mi temporary files',
    "50:13 warning sizing/memory-risked postgres can take 12.5Gi, and its container has 1Gi, KubeDB's default: 11.75Gi connections (100 x 118.5Mi), 276Mi parallel workers (8 x 34.5Mi), 256Mi shared buffers",
    '51:21 warning kubedb/wipe-out deleting postgres also deletes its volumes, secrets and backups',
  ],
  '3-k3s-standalone-as-in-the-guide.yaml': [
    '22:13 warning sizing/volume-risked the volume of mariadb-demo is 100Mi, and 155Mi go to redo log and system tables',
    '28:23 warning sizing/memory-risked mariadb-demo can take 1594Mi, and its container has 512Mi: 810Mi connections (20 x 40.5Mi, and more), 358Mi buffer pool, 255Mi caches of other engines',
  ],
  '4-k3s-galera-as-in-the-guide.yaml': [
    '23:13 warning sizing/volume-risked the volume of mariadb-galera is 100Mi, and 219Mi go to redo log, write-set cache and system tables',
    '25:15 warning sizing/memory-risked mariadb-galera can take 7383Mi, and its container has 1Gi: 6116Mi connections (151 x 40.5Mi, and more), 716Mi buffer pool, 255Mi caches of other engines',
  ],
  '5-three-regions.yaml': [],
  '6-aks-galera-without-operator.yaml': [],
  '7-edge-and-center.yaml': [
    '51:14 warning survival/commits-at-risk a failover of ledger may lose commits that were answered and not yet streamed',
  ],
};

describe.skipIf(!existsSync(references))('the reference programs', () => {
  test('are all here', () => {
    const programs = readdirSync(references).filter((name) => name.endsWith('.yaml'));
    expect(programs.sort()).toEqual(Object.keys(warnings));
  });

  test.each(Object.entries(warnings))('%s gives these warnings and no error', (name, expected) => {
    expect(findings(references, name)).toEqual(expected);
  });

  test.each(['6-aks-galera-without-operator.yaml', '7-edge-and-center.yaml'])('%s gives no note', (name) => {
    expect(findings(references, name, ['info'])).toEqual([]);
  });
});

const programs = existsSync(examples) ? readdirSync(examples).filter((name) => name.endsWith('.yaml')) : [];

/** Examples that say all that a guide does, also what is no good practice. */
const guides = ['kubedb-mariadb-guide.yaml', 'kubedb-postgres-guide.yaml'];

describe.skipIf(programs.length === 0)('the examples', () => {
  test.each(programs.filter((name) => !guides.includes(name)))('%s gives no error and no warning', (name) => {
    expect(findings(examples, name)).toEqual([]);
  });

  test('the default program gives no error and no warning', () => {
    expect(findings(examples.replace('examples/', ''), 'topology.yaml')).toEqual([]);
  });

  test.each([
    [
      'kubedb-mariadb-guide.yaml',
      [
        'dns/address-unknown',
        'dns/address-unknown',
        'kubedb/version-end-of-life',
        'kubedb/wipe-out',
        'sizing/memory-risked',
        'sizing/volume-risked',
        'slice/ceiling-low',
        'survival/cluster-loss',
      ],
    ],
    [
      'kubedb-postgres-guide.yaml',
      [
        'kubedb/wipe-out',
        'sizing/memory-risked',
        'sizing/volume-risked',
        'slice/api-server-unknown',
        'slice/ceiling-low',
        'survival/cluster-loss',
      ],
    ],
  ])('%s gives the warnings it deserves', (name, ids) => {
    expect(
      findings(examples, name)
        .map((each) => each.split(' ').slice(1, 3).join(' '))
        .sort(),
    ).toEqual(ids.map((id) => `warning ${id}`));
  });
});
