import { createHash } from 'node:crypto';
import type { PageData } from '../../page/data.js';
import { failureTable } from './page-table.js';

/** What the page is made of beside its content: built from src/page/. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

export interface PageParts extends PageAssets {
  readonly title: string;
  readonly data: PageData;
  /** One `<svg>` element, without an XML declaration. Its `<style>` elements are in force on the whole page; `style` attributes are not. */
  readonly svg: string;
}

/**
 * One HTML document that needs nothing else: it works from a file, and its policy lets it load nothing, send nothing and run
 * no script but its own, whatever names are in it.
 */
export function pageDocument({ title, data, script, style, svg }: PageParts): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(script, [style, ...stylesOf(svg)])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${raw(style, 'style')}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<figure id="picture">${svg}</figure>
<div id="app"></div>
<noscript>
<p>With JavaScript, which is switched off, this page shows what any combination of failures leaves.</p>
${failureTable(data, escaped)}
</noscript>
</main>
<script type="application/json" id="data">${json(data)}</script>
<script>${raw(script, 'script')}</script>
</body>
</html>
`;
}

/** Scripts and styles by their digests; no text may become markup on the way (`trusted-types`). */
function policy(script: string, styles: readonly string[]): string {
  const styleSources = [...new Set(styles.map(source))].join(' ');
  return [
    "default-src 'none'",
    `script-src ${source(script)}`,
    `style-src ${styleSources}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

function source(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function stylesOf(svg: string): string[] {
  return [...svg.matchAll(/<style[^>]*>([^<]*)<\/style>/g)].map(([, text]) => text ?? '');
}

/** The text of an element that has no escapes: refused where a browser would read something else, or end it early. */
function raw(text: string, element: 'script' | 'style'): string {
  if (new RegExp(`</${element}|<!--|[\\0\\r]`, 'i').test(text))
    throw new Error(`the page's ${element} cannot stand in a document as it is`);
  return text;
}

/** JSON without what could end its element, or a line of JavaScript. */
function json(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
