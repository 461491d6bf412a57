// Documents for the suites: the page of the sources as they are, of any topology, or with any data.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { pageAssets } from '../../scripts/page.mjs';
import { root, temporaryFolder } from '../slow/harness.mjs';

const sources = `
export { buildPlan, survivalOf } from './src/plan/index.js';
export { readTopology } from './src/topology/index.js';
export { pageDocument } from './src/report/graph/page.js';
export { pageDataOf } from './src/report/graph/page-data.js';
export { pageOf } from './src/report/graph/page-of-plan.js';
export * from './src/survival/index.js';
`;

/** dbspan as the sources are, for what has no command. */
export const library = bundled();

function bundled() {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    stdin: { contents: sources, resolveDir: root, loader: 'ts' },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  const path = join(temporaryFolder(), 'library.cjs');
  writeFileSync(path, outputFiles[0].contents);
  return createRequire(import.meta.url)(path);
}

export const assets = pageAssets();

export const picture = `<svg viewBox="0 0 200 40" role="img" aria-label="one cluster"><style>.cluster { fill: #06c }</style>
<rect class="cluster" width="200" height="40"/><text x="10" y="25" fill="#fff">demo-controller</text></svg>`;

/** What a page knows of databases with one replica each, all on one cluster. */
export function dataOf(names) {
  const landscape = { clusters: [{ name: 'demo-controller', zones: [] }] };
  const databases = names.map((name) => ({
    survival: {
      name,
      namespace: 'demo',
      engine: 'mariadb',
      protocol: { kind: 'alone' },
      members: [{ name: `${name}-0`, ordinal: 0, cluster: 'demo-controller', weight: 1, data: true }],
      spread: { node: 'anywhere', zone: 'anywhere', arbitrator: 'anywhere' },
      onHub: false,
    },
    provider: 'statefulset',
    survives: 'none',
    alike: 0,
  }));
  return { topology: 'demo', landscape, databases, links: [], fleets: [], lose: [] };
}

/** A document with a picture and two databases, and what a suite wants different. */
export function documentWith(parts = {}) {
  const title = 'demo';
  const data = dataOf(['mariadb', 'postgres']);
  return library.pageDocument({ title, data, svg: picture, ...assets, ...parts });
}

/** The plan of a topology, which no rule has looked at. */
export function planOf(text, readFile = () => undefined) {
  const { file, topology, diagnostics } = library.readTopology({
    name: 'topology.yaml',
    content: Buffer.from(text),
  });
  if (!topology) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return library.buildPlan(topology, file, readFile);
}

/** The plan of a file of spec/. */
export function planOfFile(path) {
  const folder = join(path, '..');
  return planOf(readFileSync(path), (name) => readFileSync(join(folder, name), 'utf8'));
}

/** The page of a plan. */
export function documentOf(plan, losses = []) {
  return library.pageOf(plan, assets, { losses });
}
