import { describe, expect, test } from 'vitest';
import { databaseOf, evenTopology, galeraTopology } from '../charts/galera/testing.js';
import { change } from '../rules/testing.js';

const named = (name: string) => change(galeraTopology, 'name: orders\n', `name: ${name}\n`);

describe('the name of the group', () => {
  test('is that of namespace and database', () => {
    expect(databaseOf(galeraTopology).clusterName).toBe('shop-orders');
  });

  test('is never longer than members can tell each other, nor the same twice', () => {
    const names = ['a', 'b'].map((end) => databaseOf(named(`orders-of-all-customers-of-${end}`)).clusterName);
    for (const name of names) expect(name).toMatch(/^shop-orders-of-all-cust-[0-9a-f]{8}$/);
    expect(names[0]?.length).toBe(32);
    expect(names[0]).not.toBe(names[1]);
  });
});

test('members know names for more than there are', () => {
  expect(databaseOf(galeraTopology).peers).toHaveLength(5);
  expect(databaseOf(`${galeraTopology}    statefulset: { maxReplicas: 7 }\n`).peers.at(-1)).toBe(
    'orders-6.orders-peers.shop.svc.cluster.local',
  );
});

describe('the configuration', () => {
  const fileOf = (text: string): string => databaseOf(text).files['dbspan.cnf'] ?? '';

  test('has one string of provider options, and leaves the start to the scripts', () => {
    const file = fileOf(galeraTopology);
    expect(file.match(/^wsrep_provider_options/gm)).toHaveLength(1);
    expect(file).toMatch(/^wsrep_provider_options = ".*gcache\.size=.*;pc\.recovery=no"$/m);
    expect(file).not.toContain('wsrep_cluster_address');
    expect(file).toContain('\n[sst]\n');
    expect(file).toContain('\nsst-syslog = -1\n');
    expect(file).not.toContain('encrypt');
  });

  test('encrypts clients, group and transfers with TLS, and asks no address of a certificate', () => {
    const file = fileOf(`${galeraTopology}    tls: { secret: orders-tls }\n`);
    expect(file).toContain('ssl_cert = /etc/mysql/tls/tls.crt');
    expect(file).toContain(';socket.ssl=yes;socket.ssl_ca=/etc/mysql/tls/ca.crt;');
    expect(file).toContain('\nencrypt = 4\n');
    expect(file).not.toContain('require_secure_transport');
    expect(fileOf(`${galeraTopology}    tls: { secret: orders-tls, required: true }\n`)).toContain(
      'require_secure_transport = ON',
    );
  });

  test('finds the library where the image has it, and the socket where the scripts look', () => {
    expect(fileOf(galeraTopology)).toContain('wsrep_provider = /usr/lib/galera/libgalera_smm.so');
    const ubi = fileOf(change(galeraTopology, 'mariadb:11.8.8', 'mariadb:11.8.8-ubi9'));
    expect(ubi).toContain('wsrep_provider = /usr/lib64/galera/libgalera_smm.so');
    expect(ubi).toContain('socket = /run/mysqld/mysqld.sock');
  });

  test('listens at IPv6 addresses where pods have them', () => {
    const ipv6 = change(galeraTopology, 'nodes: 5', 'nodes: 5\n    capabilities: { ipFamily: ipv6 }');
    expect(fileOf(ipv6)).toContain('gmcast.listen_addr=tcp://[::]:4567');
    expect(fileOf(galeraTopology)).not.toContain('listen_addr');
  });
});

test.each([
  [undefined, true],
  ['"1.26"', false],
  ['v1.27', true],
  ['"1.33.2"', true],
])('Kubernetes %s evicts members that are not ready: %s', (release, expected) => {
  const releases = release === undefined ? '' : `releases: { kubernetes: ${release} }\n`;
  expect(databaseOf(change(galeraTopology, 'clusters:', `${releases}clusters:`)).evictUnhealthy).toBe(
    expected,
  );
});

test.each([
  ['2Gi', '1Gi'],
  ['20Gi', '2Gi'],
  ['64Gi', '7Gi'],
  ['2Ti', '10Gi'],
])('beside a volume of %s temporary files get %s', (size, expected) => {
  const text = change(galeraTopology, 'size: 20Gi', `size: ${size}`);
  expect(databaseOf(text).temporary).toBe(expected);
});

test('the arbitrator says of the group what the members say', () => {
  const { arbitrator } = databaseOf(
    `${evenTopology}    tls: { secret: orders-tls }\n    statefulset: { arbitrator: { image: garbd } }\n`,
  );
  expect(arbitrator?.options).toBe(
    'pc.recovery=no;socket.ssl=yes;socket.ssl_ca=/etc/mysql/tls/ca.crt;socket.ssl_cert=/etc/mysql/tls/tls.crt;socket.ssl_key=/etc/mysql/tls/tls.key;base_dir=/tmp',
  );
  expect(arbitrator?.memory).toBe('192Mi');
});
