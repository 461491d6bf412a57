// Keeps one comment on a pull request: the plan of its change. The action runs it; all it knows comes from variables:
//   PLAN_FILE     Markdown of the plan; it is not there when the topologies have errors
//   PLAN_CHANGE   none, change, danger or errors
//   PLAN_KEY      tells the comments of several plans apart; empty for the only one
//   PLAN_TOKEN    may write comments, or may not: then the plan goes into the summary of the run
//   GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_EVENT_PATH, GITHUB_STEP_SUMMARY, GITHUB_RUN_ID, GITHUB_SERVER_URL
// It never fails: what keeps it from commenting is a warning.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import process from 'node:process';

const { env } = process;
const longest = 65_536;
const tries = 3;
const patience = 20_000;
const pause = Number(env.PLAN_RETRY_MILLISECONDS ?? 1000);

const key = (env.PLAN_KEY ?? '').replace(/[^\w./]+/g, '-').replace(/-{2,}/g, '-');
const marker = key === '' ? '<!-- dbspan plan -->' : `<!-- dbspan plan: ${key} -->`;

/** What GitHub answers instead of what was asked for. */
class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

const plan = planText();
try {
  await comment();
} catch (error) {
  // Whoever is not allowed to comment, as in a pull request from a fork, reads the plan in the summary.
  const isForbidden = error instanceof Refused && [401, 403, 404].includes(error.status);
  const why = isForbidden
    ? `the token may not comment on this pull request (${error.status}): it needs pull-requests: write, which one from a fork has not`
    : `GitHub cannot be reached for the comment: ${error.message}`;
  say('warning', `${why}. The plan is in the summary of this run.`);
  summarize();
}

async function comment() {
  const number = pullRequest();
  if (number === undefined) {
    summarize();
    return;
  }
  const comments = `/repos/${env.GITHUB_REPOSITORY}/issues/${number}/comments`;
  const [own, ...others] = await ownComments(comments);
  for (const { id } of others) await ask('DELETE', `/repos/${env.GITHUB_REPOSITORY}/issues/comments/${id}`);
  const mine = own && `/repos/${env.GITHUB_REPOSITORY}/issues/comments/${own.id}`;
  if (plan === undefined) {
    if (mine) await ask('DELETE', mine);
    return;
  }
  // Errors are annotations already; a plan that stands there must not be taken for today's.
  if (env.PLAN_CHANGE === 'errors' && !mine) return;
  const body = fitting(`${marker}\n${plan}`);
  if (!mine) await ask('POST', comments, { body });
  else if (own.body.replaceAll('\r\n', '\n') !== body) await ask('PATCH', mine, { body });
}

/** The plan as Markdown; undefined when nothing changes. */
function planText() {
  if (env.PLAN_CHANGE === 'none') return undefined;
  if (env.PLAN_FILE && existsSync(env.PLAN_FILE)) {
    const text = readFileSync(env.PLAN_FILE, 'utf8').trim();
    return text.replace(/^<!-- dbspan plan -->/, '').trim();
  }
  return 'There is no plan: the topologies have errors, or dbspan could not run. The log of the check says more.';
}

function pullRequest() {
  try {
    const { pull_request: request } = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
    return Number.isInteger(request?.number) ? request.number : undefined;
  } catch {
    return undefined;
  }
}

/** Comments with the marker, of a program: a person may quote one, and a token that may comment may change any. The oldest is first. */
async function ownComments(comments) {
  const found = [];
  for (let page = 1; page <= 50; page += 1) {
    const some = await ask('GET', `${comments}?per_page=100&page=${page}`);
    if (!Array.isArray(some)) throw new Error('its answer is no list of comments');
    found.push(...some.filter(({ body }) => typeof body === 'string' && body.startsWith(marker)));
    if (some.length < 100) break;
  }
  if (found.length === 0 || found.every(isOfProgram)) return found;
  const login = await ownLogin();
  return found.filter((each) => isOfProgram(each) || each.user?.login === login);
}

function isOfProgram({ user }) {
  return user?.type === 'Bot';
}

/** Of a person's token; that of a workflow may not ask. */
async function ownLogin() {
  try {
    return (await ask('GET', '/user'))?.login;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
}

/** A comment that GitHub takes: a longer one says where the rest is. */
function fitting(body) {
  if (body.length <= longest) return body;
  summarize();
  const run = `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}/actions/runs/${env.GITHUB_RUN_ID}`;
  const verdict = body.split('\n\n')[0].slice(0, 2000);
  return `${verdict}\n\nThe plan is too long for a comment: it is in the summary of [this run](${run}).`;
}

function summarize() {
  if (plan === undefined || !env.GITHUB_STEP_SUMMARY) return;
  try {
    appendFileSync(env.GITHUB_STEP_SUMMARY, `${plan}\n`);
  } catch (error) {
    say('warning', `the summary cannot be written: ${error.message}`);
  }
}

async function ask(method, path, content) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await askOnce(method, path, content);
    } catch (error) {
      const isLasting = error instanceof Refused && error.status < 500 && error.status !== 429;
      if (isLasting || attempt === tries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause * attempt));
    }
  }
}

async function askOnce(method, path, content) {
  const response = await fetch((env.GITHUB_API_URL || 'https://api.github.com') + path, {
    method,
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${env.PLAN_TOKEN}`,
      'user-agent': 'dbspan',
      'x-github-api-version': '2022-11-28',
      ...(content === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(content === undefined ? {} : { body: JSON.stringify(content) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  // What was to be deleted may be gone.
  if (method === 'DELETE' && response.status === 404) return undefined;
  if (!response.ok) throw new Refused(response.status, `${method} ${path} gave ${response.status}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** A message that the runner shows. */
function say(level, message) {
  const escaped = message.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  process.stdout.write(`::${level} title=dbspan plan::${escaped}\n`);
}
