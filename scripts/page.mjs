// The script and the style of the page of `dbspan graph --html`, built from src/page/.
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** Both as they stand in the document: the same bytes from the same sources, wherever they are. */
export function pageAssets() {
  const { outputFiles } = buildSync({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/page/main.ts', 'src/page/main.css'],
    outdir: 'lib/program/page',
    write: false,
    bundle: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'warning',
    legalComments: 'none',
  });
  const text = (extension) => outputFiles.find(({ path }) => path.endsWith(extension)).text.trimEnd();
  return { script: text('.js'), style: text('.css') };
}
