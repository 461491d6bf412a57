// Compiles src/ into lib/: the program as one bundle with its compiled code, the library (ESM and CommonJS) and its types.
// Runs on `npm ci` (prepare), so that `npx dbspan` and `npx cdk8s synth` work in a fresh clone.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { validator } from './generate.mjs';
import { pageAssets } from './page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;
const require = createRequire(import.meta.url);

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
  legalComments: 'none',
};
// What inspects manifests is as much code again, so that it has an entry of its own: `dbspan/inspect`.
const library = {
  ...shared,
  entryPoints: ['src/index.ts', 'src/inspect.ts'],
  outdir: 'lib',
  external: ['cdk8s', 'constructs', 'yaml'],
};

rmSync(at('lib'), { recursive: true, force: true });
mkdirSync(at('src/topology/generated'), { recursive: true });
writeFileSync(at('src/topology/generated/validate.js'), validator());

/** Commands that bring much code and data along, each a file of its own beside the program. */
const apart = ['verify'];

const partsApart = {
  name: 'parts-apart',
  setup({ onResolve }) {
    const filter = new RegExp(`^\\./commands/(${apart.join('|')})\\.js$`);
    onResolve({ filter }, ({ path }) => ({
      path: path.replace(filter, './$1.cjs'),
      external: true,
    }));
  },
};

await Promise.all([
  build({
    ...shared,
    entryPoints: [
      { in: 'src/main.ts', out: 'dbspan' },
      ...apart.map((name) => ({ in: `src/cli/commands/${name}.ts`, out: name })),
    ],
    outdir: 'lib/program',
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    minify: true,
    plugins: [partsApart],
    // The program runs as a script, which has require() alone.
    supported: { 'dynamic-import': false },
    // cdk8s ships a copy of its own of the very same version.
    alias: {
      yaml: dirname(require.resolve('yaml/package.json')),
      child_process: at('scripts/no-child-process.cjs'),
    },
  }),
  build({ ...library, format: 'esm' }),
  build({ ...library, format: 'cjs', outExtension: { '.js': '.cjs' } }),
]);

// Files of their own, which only the command that writes a page reads.
const { script, style } = pageAssets();
mkdirSync(at('lib/program/page'));
writeFileSync(at('lib/program/page/main.js'), script);
writeFileSync(at('lib/program/page/main.css'), style);

execFileSync(process.execPath, [at('scripts/compile-cache.cjs')], { cwd: root });
execFileSync(
  process.execPath,
  [
    require.resolve('typescript/package.json').replace('package.json', 'bin/tsc'),
    '-p',
    at('tsconfig.build.json'),
  ],
  {
    stdio: 'inherit',
  },
);

// npx finds a package's own program only through node_modules/.bin; without the link it would ask the registry.
const link = at('node_modules/.bin/dbspan');
chmodSync(at('bin/dbspan.js'), 0o755);
if (existsSync(dirname(link)) && process.platform !== 'win32') {
  rmSync(link, { force: true });
  symlinkSync('../../bin/dbspan.js', link);
}
