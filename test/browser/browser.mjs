// Chromium, as the suites drive it: without a network, as any user, one fresh profile per page.
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { note, skip, temporaryFolder } from '../slow/harness.mjs';

/** DBSPAN_CHROMIUM, or the first of these on the path. */
const names = ['chromium', 'chromium-browser', 'google-chrome'];

const flags = [
  // Nothing that a page names has an address, and the browser itself calls no one.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

function installedChromium() {
  const { DBSPAN_CHROMIUM: given, PATH = '' } = process.env;
  if (given && !canRun(given)) throw new Error(`DBSPAN_CHROMIUM is no program: ${given}`);
  const paths = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)));
  return given || paths.find(canRun);
}

function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs the checks with a browser; without one they are skipped. */
export async function withBrowser(name, checks) {
  const executablePath = installedChromium();
  if (!executablePath) return skip(name, `there is no ${names[0]}; DBSPAN_CHROMIUM names one`);
  const browser = await chromium.launch({
    executablePath,
    args: flags,
    // Its sandbox refuses root, and wants what a container may lack.
    chromiumSandbox: false,
    // The suite ends the browser, which it does on its own way out as well.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  note(`${executablePath} ${browser.version()}`);
  try {
    await checks(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Opens a document from a file, as a user does.
 *
 * @returns the page of playwright, and what has happened on it so far: `requests` beside that for the document, what there
 *   was to say about the `policy`, as `directive what` where it refused something, and other `problems`: errors, words on the console, dialogs
 */
export async function openDocument(browser, html, options = {}) {
  const path = join(temporaryFolder(), 'page.html');
  writeFileSync(path, html);
  const url = pathToFileURL(path).href;
  const context = await browser.newContext({ offline: true, ...options });
  const page = await context.newPage();
  const requests = [];
  const policy = [];
  const problems = [];
  page.on('request', (request) => {
    if (request.url() !== url) requests.push(request.url());
  });
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(told)) policy.push(text.slice(told.length));
    // The browser's own words about it, which also tell of a policy that it cannot read.
    else if (/Content.Security.Policy|Trusted.?Type/i.test(text)) policy.push(text);
    else problems.push(`${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => problems.push(`${error}`));
  page.on('dialog', async (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  await page.addInitScript((prefix) => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.info(`${prefix}${effectiveDirective} ${blockedURI}`),
    );
  }, told);
  await page.goto(url);
  return { page, requests, policy, problems };
}

const told = 'refused by the policy: ';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on a page as it is now, a line per element; what it cannot decide is a note. */
export async function accessibilityProblems(page) {
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(axe);
  const { violations, incomplete } = await page.evaluate(() => axe.run());
  for (const { id, nodes } of incomplete) note(`axe cannot tell of ${nodes.length} elements: ${id}`);
  return violations.flatMap(lines);
}

function lines({ id, help, nodes }) {
  return nodes.map(
    ({ target, failureSummary }) => `${id}: ${help}: ${target}: ${failureSummary.replace(/\s+/g, ' ')}`,
  );
}
