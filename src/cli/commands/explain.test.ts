import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { fields, resolve } from '../../topology/schema.js';
import { catalogue } from '../catalogue.js';
import { runProgram } from '../testing.js';

const explain = (...given: string[]) => runProgram(['explain', ...given]);

async function explained(name: string): Promise<Record<string, unknown>> {
  const { stdout, code } = await explain(name, '--format', 'json');
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe('dbspan explain', () => {
  test('without an argument lists the top-level fields and how to go on', async () => {
    const { code, stdout, stderr } = await explain();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of ['apiVersion *', 'clusters *', 'slice ', 'databases *', 'waivers ']) {
      expect(stdout).toContain(`\n    ${name}`);
    }
    expect(stdout).toContain('dbspan explain slice.subnet');
    expect(stdout).toContain('dbspan explain dns/address-unknown');
  });

  test('leaves a plural as it is', async () => {
    expect((await explain('clusters.fleet')).stdout).toContain(
      'type:     names of clusters, or a list of names of clusters\n',
    );
  });

  test('prints a field', async () => {
    expect((await explain('slice.subnet')).stdout).toBe(`slice.subnet
  Overlay network: a private IPv4 /16 (10.x.0.0/16, 172.16.0.0/16 to
  172.31.0.0/16 or 192.168.0.0/16) that no member's pod or service network
  overlaps. Cannot be changed later.

  type:     a private IPv4 /16
  form:     use 10.x.0.0/16, 172.16.0.0/16 to 172.31.0.0/16, or 192.168.0.0/16
  required: yes, where slice is given

  example:
    slice:
      subnet: 10.1.0.0/16
`);
  });

  test.each([
    ['clusters[].name', 'clusters[].name'],
    ['clusters.name', 'clusters[].name'],
    ['clusters[fra].name', 'clusters[].name'],
    ['clusters[my.cluster].name', 'clusters[].name'],
    ['databases[0].storage.size', 'databases[].storage.size'],
    ['storage.size', 'databases[].storage.size'],
    ['rotationInterval', 'slice.rotationInterval'],
    ['issuer.kind', 'databases[].tls.issuer.kind'],
    ['clusters', 'clusters'],
    ['clusters[]', 'clusters[]'],
    ['clusters[fra].podCIDRs[0]', 'clusters[].podCIDRs[]'],
    ['databases.config.max_connections', 'databases[].config.max_connections'],
    ['databases.config[max_connections]', 'databases[].config.max_connections'],
    ['clusters.nodes.fra-a', 'clusters[].nodes.fra-a'],
  ])('takes %s for %s', async (given, path) => {
    expect(await explained(given)).toMatchObject({ command: 'explain', kind: 'field', path });
  });

  test.each([
    ['metadata.name', { type: 'a DNS label', limits: 'at most 63 characters', required: true }],
    ['databases.storage.size', { type: 'a size', required: true }],
    ['databases.tls.issuer.name', { required: true, where: 'databases[].tls.issuer' }],
    ['slice.maxClusters', { type: 'a whole number', limits: 'from 2 to 32', required: false, default: 16 }],
    ['slice.clusters', { type: 'a list of DNS labels', limits: 'at least 1 entry, each once' }],
    ['slice.namespaces', { type: 'a list of DNS labels or mappings' }],
    ['clusters.nodeIPs', { type: 'a list of IP addresses' }],
    ['clusters.podCIDRs', { type: 'a list of networks in CIDR notation' }],
    [
      'slice.gateway.type',
      { type: 'one of wireguard, openvpn', allowed: ['wireguard', 'openvpn'], default: 'wireguard' },
    ],
    ['kind', { type: 'always Topology' }],
    ['databases.resources.cpu', { type: 'an amount of processor time', limits: 'above 0, at most 100000' }],
    [
      'databases.placement.replicas',
      {
        type: 'a whole number, or a list of whole numbers',
        limits: 'from 1 to 99; a list has at least 1 entry, each once',
      },
    ],
    ['databases.config', { type: 'a mapping of names to values, each text, or a number, or true or false' }],
    ['slice.serviceAccounts', { type: 'a mapping', defaultText: '{readWrite: [admin]}' }],
  ])('knows what %s is', async (name, expected) => {
    expect(await explained(name)).toMatchObject(expected);
  });

  test('lists the places of a name that several fields have', async () => {
    const { stdout, code } = await explain('issuer.name');
    expect({ stdout: stdout.split('\n')[0], code }).toEqual({
      stdout: 'databases[].tls.issuer.name',
      code: 0,
    });
    const list = await explain('storageClass');
    expect(list.stdout).toBe(`storageClass stands in 3 places
  clusters[].storageClass           Storage class of the database volumes on
                                    this cluster
  databases[].storage.storageClass  Storage class on every cluster of this
                                    database
  databases[].mariadbOperator.backups[].volume.storageClass
                                    Class of the volume
`);
    expect((await explained('storageClass'))['kind']).toBe('list');
  });

  test('says of a top-level field where its name stands as well', async () => {
    expect((await explain('clusters')).stdout).toMatch(/of the same name:\n {4}slice\.clusters /);
  });

  test('explains every field, with an example that is YAML and fits', async () => {
    for (const { path, node } of fields()) {
      const page = await explained(path);
      expect(page['path']).toBe(path);
      const value: unknown = path
        .replaceAll('[]', '.0')
        .split('.')
        .reduce((at: unknown, key) => (at as Record<string, unknown>)[key], parse(String(page['example'])));
      expect(value, path).toEqual(resolve(node).examples?.[0]);
    }
  });

  test('explains every kind of finding', async () => {
    for (const { id, severity, why } of catalogue) {
      expect(await explained(id)).toMatchObject({ kind: 'finding', id, severity, why });
    }
  });

  test('prints a finding with the names of what varies in it', async () => {
    const { stdout } = await explain('manifest/unknown-field');
    expect(stdout).toContain('manifest/unknown-field\n\n  error: ');
    expect(stdout).toMatch(/<\w+>/);
    expect(stdout).toContain('\n  why:\n');
    expect((await explain('manifest/ambiguous-scalar')).stdout).toContain('\n  source:\n');
  });

  test('prints the page of a rule', async () => {
    const { stdout } = await explain('dns/address-unknown');
    expect(stdout).toContain('dns/address-unknown\n\n  warning: ');
    for (const section of ['Why', 'Wrong', 'Right', 'Source'])
      expect(stdout).toContain(`\n\n  ${section}\n\n`);
    expect(stdout).toContain('    networkInterface: eth0\n');
    expect(stdout).not.toMatch(/```|<!--|\*\*/);
    const page = await explained('dns/address-unknown');
    expect(page['page']).toMatch(/^# dns\/address-unknown\n\nEvery member/);
  });

  test('finds a finding without its group, and lists a group', async () => {
    expect(await explained('unknown-key')).toMatchObject({ id: 'schema/unknown-key' });
    expect((await explain('syntax/')).stdout).toContain('findings of the group syntax\n');
    expect((await explain('syntax')).stdout).toContain('\n  syntax/duplicate-key ');
  });

  test.each([
    ['subnett', 'there is no field or finding subnett', 'did you mean subnet?'],
    ['slice.subnett', 'slice has no field subnett', 'did you mean slice.subnet?'],
    ['clusters[fra].nam', 'clusters has no field nam', 'did you mean clusters.name?'],
    ['dns/adress-unknown', 'there is no finding dns/adress-unknown', 'did you mean dns/address-unknown?'],
    ['xyzzy', 'there is no field or finding xyzzy', 'see what there is: dbspan explain'],
    ['slice.xyzzyxyzzy', 'slice has no field xyzzyxyzzy', 'see what there is: dbspan explain slice'],
    ['constructor', 'there is no field or finding constructor', 'see what there is: dbspan explain'],
    ['__proto__', 'there is no field or finding __proto__', 'see what there is: dbspan explain'],
    ['foo/bar', 'there is no finding foo/bar', 'the id of a finding is printed with it, after its severity'],
  ])('cannot explain %s', async (name, message, fix) => {
    expect(await explain(name)).toEqual({
      code: 2,
      stdout: '',
      stderr: `dbspan: ${message}\n  fix: ${fix}\n`,
    });
  });

  test('wraps to the width of a terminal, and colours there', async () => {
    const { stdout } = await runProgram(['explain', 'slice.subnet'], {
      tty: true,
      columns: 50,
      env: { NO_COLOR: '1' },
    });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(50);
    expect((await runProgram(['explain', 'slice'], { tty: true })).stdout).toContain('\u001b[1mslice');
  });
});
