import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { change, goodTopology } from '../../rules/testing.js';
import { runProgram } from '../testing.js';

let directory: string;
const at = (name: string): string => join(directory, name);
const validate = (...given: string[]) => runProgram(['validate', ...given], { directory });

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-validate-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const right = change(goodTopology, 'hub: true', 'hub: true # the office');
const wrong = change(change(right, '"11.8.5"', '11.8'), 'engine: mariadb', 'engine: MariaDB');
const mended = change(right, '"11.8.5"', '"11.8"');

describe('the committed output', () => {
  const third =
    '  - { name: par, distribution: k3s, networkInterface: eth0, kubesliceDNS: 10.43.0.102 }\nslice:\n';
  const unmet = change(change(goodTopology, 'slice:\n', third), 'survive: none', 'survive: cluster');
  const other = change(change(goodTopology, 'name: orders', 'name: items'), 'slice:\n', third);
  const fixed = async (committed: string | undefined): Promise<string> => {
    if (committed !== undefined) {
      writeFileSync(at('committed.yaml'), committed);
      expect((await runProgram(['synth', 'committed.yaml'], { directory })).code).toBe(0);
    }
    writeFileSync(at('topology.yaml'), unmet);
    await validate('topology.yaml', '--fix');
    return readFileSync(at('topology.yaml'), 'utf8');
  };

  test('without it no layout is written: nobody knows what runs', async () => {
    expect(await fixed(undefined)).toBe(unmet);
  });

  test('where it has nothing of the database, a new layout is written', async () => {
    const text = await fixed(other);
    expect(text).toContain('- cluster: par\n        replicas: [2]\n');
    expect((await validate('topology.yaml')).code).toBe(0);
  });

  test('where it is of another program, no layout is written, and both ways are told', async () => {
    expect(await fixed(change(other, 'metadata:\n  name: shop\n', 'metadata:\n  name: market\n'))).toBe(
      unmet,
    );
    const { stderr } = await validate('topology.yaml');
    expect(stderr).toContain('fix: if nothing runs yet, ');
    expect(stderr).toContain('; if it runs, ');
  });

  test('where it has the database and not its placement, no layout is written', async () => {
    const before = change(unmet, 'survive: cluster', 'survive: none');
    expect(await fixed(before)).toBe(unmet);
    rmSync(at('dist/fra/60-placement'), { recursive: true });
    expect((await validate('topology.yaml', '--fix')).stderr).toContain('fix: if nothing runs yet, ');
    expect(readFileSync(at('topology.yaml'), 'utf8')).toBe(unmet);
  });

  test('where it has the database, its ordinals stay', async () => {
    expect(await fixed(change(unmet, 'survive: cluster', 'survive: none'))).toBe(unmet);
    expect((await validate('topology.yaml')).stderr).toContain('fix: add 3 on ');
  });
});

describe('dbspan validate --fix', () => {
  test('changes the file, says so, and reports what remains', async () => {
    writeFileSync(at('topology.yaml'), wrong);
    const { stdout } = await validate('--fix');
    expect(stdout).toMatch(/^topology\.yaml: 2 findings fixed\n/);
    expect(readFileSync(at('topology.yaml'), 'utf8')).toBe(mended);
    expect(readdirSync(directory)).toEqual(['topology.yaml']);
  });

  test('changes nothing the second time', async () => {
    writeFileSync(at('topology.yaml'), wrong);
    await validate('--fix');
    const before = statSync(at('topology.yaml'));
    const { stdout } = await validate('--fix');
    expect(stdout).not.toContain('fixed');
    const { ino, mtimeMs } = statSync(at('topology.yaml'));
    expect({ ino, mtimeMs }).toEqual({ ino: before.ino, mtimeMs: before.mtimeMs });
  });

  test('says that it changed nothing where findings remain', async () => {
    writeFileSync(at('topology.yaml'), change(right, 'engine: mariadb', 'engine: oracle'));
    const { stdout } = await validate('--fix');
    expect(stdout).toMatch(
      /^nothing changed: no finding has a fix that is certain\ntopology\.yaml: not valid/,
    );
    writeFileSync(at('topology.yaml'), right);
    expect((await validate('--fix')).stdout).toMatch(/^topology\.yaml: valid/);
  });

  test('keeps the byte order mark, the line breaks and the mode of a file', async () => {
    const windows = (text: string): string => `\ufeff${text.replaceAll('\n', '\r\n')}`;
    writeFileSync(at('topology.yaml'), windows(wrong));
    chmodSync(at('topology.yaml'), 0o640);
    await validate('--fix');
    expect(readFileSync(at('topology.yaml'), 'utf8')).toBe(windows(mended));
    expect(statSync(at('topology.yaml')).mode & 0o777).toBe(0o640);
  });

  test('changes the file behind a symbolic link, and keeps the link', async () => {
    writeFileSync(at('real.yaml'), wrong);
    symlinkSync('real.yaml', at('topology.yaml'));
    await validate('--fix', 'topology.yaml');
    expect(lstatSync(at('topology.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real.yaml'), 'utf8')).toBe(mended);
  });

  test('leaves what is not text, and standard input, as it is', async () => {
    writeFileSync(at('topology.yaml'), Buffer.from([0x61, 0xff]));
    expect((await validate('--fix')).code).toBe(1);
    expect(readFileSync(at('topology.yaml'))).toEqual(Buffer.from([0x61, 0xff]));
    const { code, stderr } = await runProgram(['validate', '--fix', '-'], { directory, stdin: wrong });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'dbspan: --fix cannot change standard input\n  fix: name the file\n',
    });
  });

  test('says in JSON what it fixed', async () => {
    writeFileSync(at('topology.yaml'), wrong);
    const { stdout } = await validate('--fix', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ fixed: [{ file: 'topology.yaml', fixes: 2 }] });
  });
});

describe('the day on which waivers are judged', () => {
  const waived = `${change(goodTopology, 'survive: none', 'survive: none\n    deletionPolicy: WipeOut')}waivers:
  - rule: kubedb/wipe-out
    reason: lab without data
    until: "2001-09-09"
`;
  const judged = (epoch: string | undefined, ...given: string[]) => {
    writeFileSync(at('topology.yaml'), waived);
    return runProgram(['validate', ...given], {
      directory,
      env: epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch },
    });
  };

  test('is that of SOURCE_DATE_EPOCH', async () => {
    const verdict = async (epoch: string) => (await judged(epoch)).stdout.split('\n')[0];
    expect(await verdict('1000000000')).toBe('topology.yaml: valid, no findings, 1 waived');
    expect(await verdict('1000086400')).toBe('topology.yaml: valid, 2 warnings');
    expect((await judged('1000000000', '--max-warnings', '0')).code).toBe(0);
  });

  test('is today where it says nothing', async () => {
    expect((await judged(undefined)).stderr).toContain('warning waiver/expired');
  });

  test('must be a time', async () => {
    const { code, stderr } = await judged('yesterday');
    expect(code).toBe(2);
    expect(stderr).toContain('SOURCE_DATE_EPOCH is not a time: yesterday');
  });

  test('leaves a waived warning out of the findings, and in the report with its reason', async () => {
    const { stdout } = await judged('1000000000', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      counts: { warning: 0 },
      waived: [{ id: 'kubedb/wipe-out', waiver: { reason: 'lab without data', until: '2001-09-09' } }],
    });
    const sarif = JSON.parse((await judged('1000000000', '--format', 'sarif')).stdout);
    expect(sarif.runs[0].results).toMatchObject([
      {
        ruleId: 'kubedb/wipe-out',
        suppressions: [
          { kind: 'inSource', status: 'accepted', justification: 'lab without data (until 2001-09-09)' },
        ],
      },
    ]);
  });
});

describe('dbspan validate --max-warnings 0', () => {
  const spec = fileURLToPath(new URL('../../../spec/', import.meta.url));

  test.each([
    'topology.yaml',
    'examples/three-clusters-five-replicas.yaml',
    'examples/two-databases-one-slice.yaml',
  ])('holds for %s', async (name) => {
    const { code } = await runProgram(['validate', '--max-warnings', '0', name], { directory: spec });
    expect(code).toBe(0);
  });

  test.each(['examples/kubedb-mariadb-guide.yaml', 'examples/kubedb-postgres-guide.yaml'])(
    'does not hold for %s',
    async (name) => {
      const { code } = await runProgram(['validate', '--max-warnings', '0', name], { directory: spec });
      expect(code).toBe(1);
    },
  );
});
