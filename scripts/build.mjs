// Compiles src/ into lib/: the program (one entry, parts loaded when needed), the library (ESM and CommonJS) and its
// types. Runs on `npm ci` (prepare), so that `npx dbspan` and `npx cdk8s synth` work in a fresh clone.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { validator } from './generate.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
};

rmSync(at('lib'), { recursive: true, force: true });
mkdirSync(at('src/topology/generated'), { recursive: true });
writeFileSync(at('src/topology/generated/validate.js'), validator());

// cdk8s is CommonJS; inside an ES module it needs a require of its own for Node's modules.
const banner = {
  js: "import { createRequire as createRequireOfBundle } from 'node:module';\nconst require = createRequireOfBundle(import.meta.url);",
};

await Promise.all([
  build({
    ...shared,
    entryPoints: { dbspan: 'src/bin.ts', app: 'src/main.ts' },
    outdir: 'lib/program',
    format: 'esm',
    splitting: true,
    minify: true,
    keepNames: true,
    banner,
  }),
  build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'lib/index.js',
    format: 'esm',
    external: ['cdk8s', 'constructs', 'yaml'],
  }),
  build({
    ...shared,
    entryPoints: ['src/index.ts'],
    outfile: 'lib/index.cjs',
    format: 'cjs',
    external: ['cdk8s', 'constructs', 'yaml'],
  }),
]);

const require = createRequire(import.meta.url);
const tsc = require.resolve('typescript/package.json').replace('package.json', 'bin/tsc');
execFileSync(process.execPath, [tsc, '-p', at('tsconfig.build.json')], { stdio: 'inherit' });
