import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { validators } from '../../report/validators.testing.js';
import { goodTopology } from '../../rules/testing.js';
import { type Outcome, runProgram } from '../testing.js';

let directory = '';

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'dbspan-graph-'));
  write('topology.yaml', goodTopology);
});

afterEach(() => rmSync(directory, { recursive: true, force: true }));

function write(path: string, content: string): void {
  writeFileSync(join(directory, path), content);
}

function graph(...given: readonly string[]): Promise<Outcome> {
  return runProgram(['graph', ...given], { directory });
}

/** Another program, on clusters of its own. */
const second = goodTopology
  .replaceAll('fra', 'par')
  .replaceAll('ams', 'lon')
  .replaceAll('shop', 'mall')
  .replaceAll('orders', 'carts');

describe('dbspan graph', () => {
  test('prints SVG, or Mermaid', async () => {
    const { code, stdout } = await graph();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<svg .*<\/svg>\n$/s);
    expect((await graph('--format', 'mermaid')).stdout).toMatch(/^flowchart LR\n/);
  });

  test('prints JSON with findings', async () => {
    const { code, stdout, stderr } = await graph('--format', 'json');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({
      command: 'graph',
      ok: true,
      pictures: [{ title: 'shop', clusters: [{ name: 'fra' }, { name: 'ams' }] }],
      diagnostics: expect.any(Array),
    });
  });

  test('draws what is left after a loss', async () => {
    const { stdout } = await graph('--lose', 'fra', '--lose', 'link:ams-fra');
    expect(stdout).toContain('After the loss of fra and the link between fra and ams');
  });

  test('takes only one database', async () => {
    expect((await graph('--database', 'shop/orders')).code).toBe(0);
    const { code, stderr } = await graph('--database', 'order');
    expect(code).toBe(2);
    expect(stderr).toBe('dbspan: the program has no database order\n  fix: did you mean orders?\n');
  });

  test.each([
    ['par', 'there is no cluster "par"', 'what can be lost: fra, ams, hub, '],
    ['node:frb', 'there is no cluster "frb"', 'did you mean node:fra?'],
    ['rack:1', '"rack:1" is nothing that can be lost: ', 'what can be lost: '],
    ['link:fra-par', '"fra-par" names no two clusters with a hyphen', ''],
    ['split:fra+ams', '"fra+ams" leaves nobody on the other side', ''],
  ])('does not lose %s, in the words of whatif', async (loss, message, fix) => {
    const { code, stderr, stdout } = await graph('--lose', loss);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`dbspan: --lose: ${message}`);
    expect(stderr).toContain(`\n  fix: ${fix}`);
    const other = await runProgram(['whatif', '--lose', loss], { directory });
    expect({ code: other.code, stderr: other.stderr }).toEqual({ code, stderr });
  });

  test('reports what is wrong, and draws nothing then', async () => {
    write('topology.yaml', goodTopology.replace('20Gi', '20GB'));
    const { code, stdout, stderr } = await graph('-o', 'shop.svg');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('20GB');
    expect(existsSync(join(directory, 'shop.svg'))).toBe(false);
    expect(JSON.parse((await graph('--format', 'json')).stdout)).toMatchObject({ ok: false, pictures: [] });
  });
});

describe('--html', () => {
  const dataOf = (html: string): unknown =>
    JSON.parse(/<script type="application\/json" id="data">([^<]*)</.exec(html)?.[1] ?? '');

  test('writes a page for each topology, with what is lost at first', async () => {
    write('second.yaml', second);
    const { code, stdout } = await graph(
      'topology.yaml',
      'second.yaml',
      '--html',
      '--lose',
      'lon',
      '-o',
      'a/',
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'wrote a/shop.html\nwrote a/mall.html\n' });
    const [shop = '', mall = ''] = ['a/shop.html', 'a/mall.html'].map((path) =>
      readFileSync(join(directory, path), 'utf8'),
    );
    expect(shop).toMatch(/^<!doctype html>\n[\s\S]*<\/html>\n$/);
    expect(dataOf(shop)).toMatchObject({ topology: 'shop', lose: [] });
    expect(dataOf(mall)).toMatchObject({ topology: 'mall', lose: ['lon'] });
    // The page shows everything running, and crosses out what is lost itself.
    expect(mall).not.toMatch(/class="[^"]*is-lost/);
  });

  test('takes only one database', async () => {
    const { stdout } = await graph('--html', '--database', 'shop/orders');
    expect(dataOf(stdout)).toMatchObject({ databases: [{ survival: { name: 'orders' } }] });
  });

  test('is a form of its own', async () => {
    const { code, stderr } = await graph('--html', '--format', 'mermaid');
    expect(code).toBe(2);
    expect(stderr).toBe(
      'dbspan: --html and --format mermaid are two forms of one document\n  fix: run dbspan graph once for each\n',
    );
  });
});

describe('-o', () => {
  test('writes a file, and replaces it', async () => {
    write('shop.svg', 'old');
    expect((await graph('-o', 'shop.svg')).stdout).toBe('wrote shop.svg\n');
    const first = readFileSync(join(directory, 'shop.svg'), 'utf8');
    expect(first).toMatch(/^<svg /);
    await graph('-o', 'shop.svg');
    expect(readFileSync(join(directory, 'shop.svg'), 'utf8')).toBe(first);
  });

  test('never writes over the topology', async () => {
    const { code, stderr } = await graph('-o', 'topology.yaml');
    expect(code).toBe(2);
    expect(stderr).toContain('cannot write topology.yaml: it is the topology');
    expect(readFileSync(join(directory, 'topology.yaml'), 'utf8')).toBe(goodTopology);
  });

  test('writes one file for each topology into a folder', async () => {
    write('second.yaml', second);
    const files = ['topology.yaml', 'second.yaml'];
    const { code, stdout } = await graph(...files, '-o', 'pictures/');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'wrote pictures/shop.svg\nwrote pictures/mall.svg\n',
    });
    for (const output of [[], ['-o', 'both.svg']]) {
      const refused = await graph(...files, ...output);
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('there are 2 pictures, one for each topology');
    }
    expect((await graph(...files, '--format', 'json')).code).toBe(0);
  });

  test('loses what only one of several has', async () => {
    write('second.yaml', second);
    const { stdout } = await graph('topology.yaml', 'second.yaml', '--lose', 'par', '--format', 'json');
    const { pictures } = JSON.parse(stdout) as { pictures: { lost?: { losses: string[] } }[] };
    expect(pictures.map(({ lost }) => lost?.losses)).toEqual([undefined, ['par']]);
  });
});

describe('--format json', () => {
  test('is as its schema says', async () => {
    const first = await graph('--format', 'json');
    const after = await graph('--format', 'json', '--lose', 'fra');
    expect(await validators.json?.([first.stdout, after.stdout])).toEqual([]);
  });
});
