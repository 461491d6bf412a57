import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

// The comment that the action keeps on a pull request, against a server that pretends to be GitHub.

const script = fileURLToPath(new URL('../scripts/plan-comment.mjs', import.meta.url));
const marker = '<!-- dbspan plan -->';

interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

const bot = { login: 'github-actions[bot]', type: 'Bot' };
const person = { login: 'mallory', type: 'User' };

let workspace = '';
let server: Server;
let comments: Comment[] = [];
let asked: string[] = [];
/** What the server answers instead, for requests that begin so. */
let refusals: Record<string, number[]> = {};
let login: string | undefined;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'dbspan-comment-'));
  [comments, asked, refusals, login] = [[], [], {}, undefined];
  server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const { method = '', url = '' } = request;
      asked.push(`${method} ${url}`);
      const answer = (status: number, value?: unknown): void => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(value === undefined ? '' : JSON.stringify(value));
      };
      const [key = ''] = Object.keys(refusals).filter((each) => `${method} ${url}`.startsWith(each));
      const status = refusals[key]?.shift();
      if (status !== undefined) return answer(status, { message: 'no' });
      if (request.headers.authorization !== 'Bearer secret') return answer(401);
      if (url === '/user') return login ? answer(200, { login }) : answer(403);
      const body = text === '' ? '' : String(JSON.parse(text).body);
      const list = /^\/repos\/o\/r\/issues\/7\/comments(?:\?per_page=100&page=(\d+))?$/.exec(url);
      if (list && method === 'GET') {
        const page = Number(list[1]) - 1;
        return answer(200, comments.slice(page * 100, page * 100 + 100));
      }
      if (body.length > 65_536) return answer(422);
      if (list && method === 'POST') {
        comments.push({ id: comments.length + 1000, body, user: bot });
        return answer(201, {});
      }
      const id = Number(/^\/repos\/o\/r\/issues\/comments\/(\d+)$/.exec(url)?.[1]);
      const found = comments.find((each) => each.id === id);
      if (!found) return answer(404);
      if (method === 'DELETE') comments = comments.filter((each) => each !== found);
      else found.body = body;
      return answer(method === 'DELETE' ? 204 : 200, method === 'DELETE' ? undefined : {});
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  writeFileSync(join(workspace, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
  writeFileSync(join(workspace, 'summary'), '');
});

afterEach(async () => {
  rmSync(workspace, { recursive: true, force: true });
  await new Promise((resolve) => server.close(resolve));
});

/** Runs the script as the action does. */
async function comment(plan: string | undefined, env: Readonly<Record<string, string>> = {}) {
  if (plan !== undefined) writeFileSync(join(workspace, 'plan.md'), plan);
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [script], {
    env: {
      PLAN_FILE: join(workspace, 'plan.md'),
      PLAN_CHANGE: 'change',
      PLAN_TOKEN: 'secret',
      PLAN_RETRY_MILLISECONDS: '1',
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_SERVER_URL: 'https://github.test',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_RUN_ID: '42',
      GITHUB_EVENT_PATH: join(workspace, 'event.json'),
      GITHUB_STEP_SUMMARY: join(workspace, 'summary'),
      ...env,
    },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, printed, summary: readFileSync(join(workspace, 'summary'), 'utf8') };
}

const quiet = { code: 0, printed: '', summary: '' };
const bodies = (): string[] => comments.map(({ body }) => body);

describe('the comment', () => {
  test('is made where there is none', async () => {
    expect(await comment('# Plan\n\nOne.\n')).toEqual(quiet);
    expect(bodies()).toEqual([`${marker}\n# Plan\n\nOne.`]);
  });

  test('has its marker once, also when the plan begins with it', async () => {
    await comment(`${marker}\n\n# Plan\n`);
    expect(bodies()).toEqual([`${marker}\n# Plan`]);
  });

  test('is changed, and not made anew', async () => {
    comments.push({ id: 5, body: `${marker}\r\nold`, user: bot });
    expect(await comment('new')).toEqual(quiet);
    expect(comments).toEqual([{ id: 5, body: `${marker}\nnew`, user: bot }]);
    asked = [];
    await comment('new');
    expect(asked).toEqual(['GET /repos/o/r/issues/7/comments?per_page=100&page=1']);
  });

  test('is found behind a hundred others', async () => {
    for (let id = 1; id <= 230; id += 1) comments.push({ id, body: `about ${marker}`, user: person });
    comments.push({ id: 231, body: `${marker}\nold`, user: bot });
    await comment('new');
    expect(comments).toHaveLength(231);
    expect(comments[230]?.body).toBe(`${marker}\nnew`);
  });

  test('is one: others of its kind go', async () => {
    for (const id of [1, 2, 3]) comments.push({ id, body: `${marker}\n${id}`, user: bot });
    await comment('new');
    expect(comments).toEqual([{ id: 1, body: `${marker}\nnew`, user: bot }]);
  });

  test('goes when nothing changes any more, and is not made for that', async () => {
    comments.push({ id: 5, body: `${marker}\nold`, user: bot });
    expect(await comment(undefined, { PLAN_CHANGE: 'none' })).toEqual(quiet);
    expect(comments).toEqual([]);
    expect(await comment('nothing changes', { PLAN_CHANGE: 'none' })).toEqual(quiet);
    expect(comments).toEqual([]);
  });

  test('of another person is left alone', async () => {
    comments.push({ id: 5, body: `${marker}\nmine`, user: person });
    expect(await comment('new')).toEqual(quiet);
    expect(bodies()).toEqual([`${marker}\nmine`, `${marker}\nnew`]);
  });

  test('of the token’s own person is changed', async () => {
    login = 'mallory';
    comments.push({ id: 5, body: `${marker}\nmine`, user: person });
    await comment('new');
    expect(bodies()).toEqual([`${marker}\nnew`]);
  });

  test('says that a plan is out of date when the topologies have errors', async () => {
    expect(await comment(undefined, { PLAN_CHANGE: 'errors' })).toEqual(quiet);
    expect(comments).toEqual([]);
    comments.push({ id: 5, body: `${marker}\nold`, user: bot });
    await comment(undefined, { PLAN_CHANGE: 'errors' });
    expect(bodies()[0]).toMatch(/There is no plan: the topologies have errors/);
  });

  test('of another folder is another one', async () => {
    comments.push({ id: 5, body: `${marker}\nroot`, user: bot });
    await comment('infra', { PLAN_KEY: 'infra/db --> x' });
    expect(bodies()).toEqual([`${marker}\nroot`, '<!-- dbspan plan: infra/db-x -->\ninfra']);
  });

  test('that is too long is short, and the summary has all', async () => {
    const long = `# Plan: 3 changes\n\n${'a line of the plan\n'.repeat(5000)}`;
    const { code, printed, summary } = await comment(long);
    expect({ code, printed }).toEqual({ code: 0, printed: '' });
    expect(bodies()).toEqual([
      `${marker}\n# Plan: 3 changes\n\nThe plan is too long for a comment: it is in the summary of [this run](https://github.test/o/r/actions/runs/42).`,
    ]);
    expect(summary).toBe(`${long.trim()}\n`);
  });
});

describe('without a comment the summary has the plan', () => {
  test.each([
    ['POST', 403],
    ['GET', 403],
    ['GET', 404],
  ])('when %s gives %s', async (method, status) => {
    refusals[method] = [status];
    const { code, printed, summary } = await comment('# Plan');
    expect({ code, summary, made: comments }).toEqual({ code: 0, summary: '# Plan\n', made: [] });
    expect(printed).toMatch(/^::warning title=dbspan plan::the token may not comment .*pull-requests: write/);
    expect(printed).not.toContain('secret');
  });

  test('when GitHub fails again and again', async () => {
    refusals['GET'] = [500, 502, 503];
    const { code, printed, summary } = await comment('# Plan');
    expect({ code, summary }).toEqual({ code: 0, summary: '# Plan\n' });
    expect(printed).toContain('GitHub cannot be reached for the comment: GET ');
    expect(asked).toHaveLength(3);
  });

  test('when there is no server', async () => {
    const { code, printed, summary } = await comment('# Plan', { GITHUB_API_URL: 'http://127.0.0.1:1' });
    expect({ code, summary }).toEqual({ code: 0, summary: '# Plan\n' });
    expect(printed).toContain('GitHub cannot be reached for the comment');
  });

  test('when the answer is another page', async () => {
    const { code, summary } = await comment('# Plan', { GITHUB_REPOSITORY: 'o/other' });
    expect({ code, summary }).toEqual({ code: 0, summary: '# Plan\n' });
  });

  test('outside a pull request', async () => {
    writeFileSync(join(workspace, 'event.json'), '{"ref": "refs/heads/main"}');
    expect(await comment('# Plan')).toEqual({ ...quiet, summary: '# Plan\n' });
    expect(asked).toEqual([]);
  });
});

test('a failure that passes does not matter', async () => {
  refusals['GET'] = [502];
  refusals['POST'] = [500];
  expect(await comment('# Plan')).toEqual(quiet);
  expect(bodies()).toEqual([`${marker}\n# Plan`]);
});
