// Documents for the suites: the page of the sources as they are, with any data.
import { build } from 'esbuild';
import { pageAssets } from '../../scripts/page.mjs';
import { root } from '../slow/harness.mjs';

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ['src/report/graph/page.ts'],
  write: false,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
const { pageDocument } = await import(
  `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
);

export const assets = pageAssets();

export const picture = `<svg viewBox="0 0 200 40" role="img" aria-label="one cluster"><style>.cluster { fill: #06c }</style>
<rect class="cluster" width="200" height="40"/><text x="10" y="25" fill="#fff">demo-controller</text></svg>`;

/** A document with a picture and two databases, and what a suite wants different. */
export function documentWith(parts = {}) {
  const title = 'demo';
  const data = { topology: title, databases: ['mariadb', 'postgres'] };
  return pageDocument({ title, data, svg: picture, ...assets, ...parts });
}
