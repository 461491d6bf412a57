// The page as a document: it works from a file, calls no one, holds its policy, and can be used by everyone.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, root, suite } from '../slow/harness.mjs';
import { accessibilityProblems, openDocument, withBrowser } from './browser.mjs';
import { assets, dataOf, documentWith, picture } from './documents.mjs';

await suite(() => withBrowser('the page in a browser', checks));

async function checks(browser) {
  const shipped = (name) => readFileSync(join(root, 'lib/program/page', name), 'utf8');
  check(
    'the program brings this page along',
    shipped('main.js') === assets.script && shipped('main.css') === assets.style,
    'lib/ is of other sources: npm run build',
  );
  await opensFromFile(browser);
  await refusesWhatIsNotItsOwn(browser);
  await takesNamesForText(browser);
  await showsItsPictureWithoutScripts(browser);
  for (const colorScheme of ['light', 'dark']) await isAccessible(browser, colorScheme);
}

async function opensFromFile(browser) {
  const { page, requests, policy, problems } = await openDocument(browser, documentWith());
  const shown = await databases(page);
  check('it shows what is in its data', shown.join() === 'mariadb,postgres', shown);
  const fill = await page.locator('svg rect').evaluate((rect) => getComputedStyle(rect).fill);
  check('the styles of the picture are in force', fill === 'rgb(0, 102, 204)', fill);
  const { width, height } = await page.locator('svg text').boundingBox();
  check('the text of the picture can be seen', width > 50 && height > 5, `${width} by ${height}`);
  check('it asks for nothing', requests.length === 0, requests);
  check('it does nothing that its policy refuses', policy.length === 0, policy);
  check('it leaves no error and no word on the console', problems.length === 0, problems);
  await page.context().close();
}

/** Shows as well that the checks above would see a page that does these things. */
async function refusesWhatIsNotItsOwn(browser) {
  const { page, policy } = await openDocument(browser, documentWith());
  const attempts = {
    'img-src': () => {
      document.body.append(Object.assign(new Image(), { src: 'http://127.0.0.1:9/a.png' }));
    },
    'connect-src': () => fetch('http://127.0.0.1:9/').catch(() => {}),
    'style-src-attr': () => document.body.setAttribute('style', 'color: red'),
    'require-trusted-types-for': () => {
      try {
        document.body.innerHTML = '<b>markup</b>';
      } catch {}
    },
  };
  for (const [directive, attempt] of Object.entries(attempts)) {
    const told = page.waitForEvent('console', {
      predicate: (message) => message.text().includes(`policy: ${directive} `),
      timeout: 5000,
    });
    await page.evaluate(attempt);
    const refused = await told.then(() => true).catch(() => false);
    check(`its policy refuses what falls under ${directive}`, refused, policy);
  }
  await page.context().close();

  const stranger = documentWith({ svg: `${picture}<script>document.title = 'changed'</script>` });
  const strange = await openDocument(browser, stranger);
  const title = await strange.page.title();
  check(
    'a script that is not its own does not run',
    strange.policy.includes('script-src-elem inline') && title === 'demo',
    [title, ...strange.policy],
  );
  await strange.page.context().close();

  const open = documentWith({ svg: `${picture}<img alt="" src="http://127.0.0.1:9/b.png">` });
  const loose = await openDocument(browser, open.replace(/<meta http-equiv=[^>]*>/, ''));
  check(
    'without its policy a request is seen',
    loose.requests.join() === 'http://127.0.0.1:9/b.png',
    loose.requests,
  );
  await loose.page.context().close();
}

async function takesNamesForText(browser) {
  const names = [
    '</script><script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!--<script>',
    'line\u2028paragraph\u2029nul\0\r\n',
    '&lt;b&gt;',
    '漢😀',
  ];
  const title = '</title></h1><img src=x onerror=alert(1)> &amp;';
  const html = documentWith({ title, data: dataOf(names) });
  const { page, requests, policy, problems } = await openDocument(browser, html);
  const shown = await databases(page);
  check('names come out as they went in', JSON.stringify(shown) === JSON.stringify(names), shown);
  const heading = await page.locator('h1').textContent();
  check('the title is text', heading === title && (await page.title()) === title, heading);
  const elements = await page.locator('script, img').count();
  check('no name becomes an element', elements === 2, `${elements} elements`);
  const events = [...requests, ...policy, ...problems];
  check('no name does anything', events.length === 0, events);
  await page.context().close();
}

async function showsItsPictureWithoutScripts(browser) {
  const { page } = await openDocument(browser, documentWith(), { javaScriptEnabled: false });
  const word = page.locator('noscript p').first();
  const seen = [page.getByRole('img', { name: 'one cluster' }), word].map((each) => each.isVisible());
  check(
    'without JavaScript the picture is there, and a word why nothing else is',
    (await Promise.all(seen)).every(Boolean),
    await page.content(),
  );
  await page.context().close();
}

async function isAccessible(browser, colorScheme) {
  const { page } = await openDocument(browser, documentWith(), { colorScheme });
  const background = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = background.match(/\d+/g).every((part) => Number(part) > 128);
  check(`it is drawn in ${colorScheme} colours`, light === (colorScheme === 'light'), background);
  const found = await accessibilityProblems(page);
  check(`axe finds nothing in ${colorScheme} colours`, found.length === 0, found);
  await page.context().close();

  const bad = documentWith({ svg: '<svg role="img"></svg>' });
  const blind = await openDocument(browser, bad, { colorScheme });
  const ids = (await accessibilityProblems(blind.page)).map((line) => line.split(':')[0]);
  check(`axe finds a picture without a name in ${colorScheme} colours`, ids.includes('svg-img-alt'), ids);
  await blind.page.context().close();
}

function databases(page) {
  return page.locator('.results tbody .name').allTextContents();
}
