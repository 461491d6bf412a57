import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { pageAssets } from '../../../scripts/page.mjs';
import type { PageData } from '../../page/data.js';
import type { SurvivalDatabase } from '../../survival/index.js';
import { type PageParts, pageDocument } from './page.js';

/** A page's data with a name wherever one can stand. */
function dataWith(name: string): PageData {
  const cluster = { name, region: name, zones: [{ id: name, name, nodes: 1 }], nodes: 1 };
  const survival: SurvivalDatabase = {
    name,
    namespace: name,
    engine: 'mariadb',
    protocol: { kind: 'galera', dirtyReads: false },
    members: [{ name, ordinal: 0, cluster: name, zone: name, weight: 1, data: true }],
    spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
    onHub: false,
  };
  return {
    topology: name,
    landscape: { clusters: [cluster], hub: name },
    databases: [{ survival, provider: 'kubedb', survives: 'none', alike: 0 }],
    links: [{ between: [name, name], text: name }],
    fleets: [{ name, cluster: name, count: 2 }],
    lose: [name],
  };
}

const parts: PageParts = {
  title: 'demo',
  data: dataWith('demo'),
  script: 'document.title',
  style: 'body{margin:0}',
  svg: '<svg role="img" aria-label="demo"></svg>',
};

const hostile = [
  '</script><script>alert(1)</script>',
  '</SCRIPT >',
  '<!--<script>',
  ']]>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '</title><base href="//example.com">',
  '&lt;b&gt; &amp;#60; &quot',
  'line\u2028paragraph\u2029end',
  'a\\u003c\\',
  'nul \0 return \r\n tab \t',
  '漢😀 \ud800',
  '__proto__',
];

/** What the element of the data holds, as a browser finds its end. */
function dataOf(html: string): string {
  const [, rest = ''] = html.split('<script type="application/json" id="data">');
  return rest.slice(0, rest.search(/<\/script/i));
}

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function policyOf(html: string): Map<string, string> {
  const [, content = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  return new Map(content.split('; ').map((directive) => [/^\S+/.exec(directive)?.[0] ?? '', directive]));
}

describe('the page as a document', () => {
  test.each(hostile)('gives %j back and takes it for text', (text) => {
    const data = dataWith(text);
    const html = pageDocument({ ...parts, title: text, data });
    expect(JSON.parse(dataOf(html))).toEqual(data);
    expect(dataOf(html)).not.toMatch(/[<>&\u2028\u2029\0\r]/);
    expect(html.match(/<(script|base|img|!--)/gi)).toEqual(['<script', '<script']);
    expect(html.match(/<\/(script|title|h1)/gi)).toEqual(['</title', '</h1', '</script', '</script']);
  });

  test('runs its own script and no other, loads nothing, and sends nothing', () => {
    const policy = policyOf(pageDocument(parts));
    expect([...policy.values()]).toEqual([
      "default-src 'none'",
      `script-src ${digest(parts.script)}`,
      `style-src ${digest(parts.style)}`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test('says its policy before anything that falls under it', () => {
    const html = pageDocument(parts);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.search(/<(style|script|svg)/));
  });

  test('admits the styles that the picture brings along', () => {
    const style = 'a > b { fill: red }';
    const svg = `<svg><style>${style}</style><style>${parts.style}</style></svg>`;
    expect(policyOf(pageDocument({ ...parts, svg })).get('style-src')).toBe(
      `style-src ${digest(parts.style)} ${digest(style)}`,
    );
  });

  test.each(['"</script>"', '"<!--"', '"</Script"', '"\r"', '"\0"'])('refuses a script with %j', (script) => {
    expect(() => pageDocument({ ...parts, script })).toThrow("the page's script cannot stand in a document");
  });

  test('refuses a style that would end early', () => {
    expect(() => pageDocument({ ...parts, style: 'a{content:"</style>"}' })).toThrow("the page's style");
  });

  test('takes what src/page/ is built into, which names no address', () => {
    const assets = pageAssets();
    expect(pageDocument({ ...parts, ...assets })).toBe(pageDocument({ ...parts, ...pageAssets() }));
    // The name of the language of drawings is no address, though it looks like one.
    const text = `${assets.script}${assets.style}`.replaceAll('http://www.w3.org/2000/svg', '');
    expect(text).not.toMatch(/https?:|sourceMappingURL|[^\x20-\x7e\n]/);
  });
});
