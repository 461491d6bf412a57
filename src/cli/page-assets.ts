import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageAssets } from '../report/graph/page.js';
import { CannotRun, systemReason } from './io.js';

/** The script and the style of the page, which the build leaves in a folder beside the program. */
export function readPageAssets(folder: string): PageAssets {
  return { script: read(join(folder, 'main.js')), style: read(join(folder, 'main.css')) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotRun(
      `cannot read ${path}, a part of dbspan: ${systemReason(error)}`,
      'install dbspan again, or run npm run build in its folder',
    );
  }
}
