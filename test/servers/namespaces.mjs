// Namespaces for a whole suite: networks, mounts and processes end with it, however it ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from '../slow/harness.mjs';

const marker = 'DBSPAN_NAMESPACES_FOLDER';

/** The suite's folder, once it is in namespaces of its own. */
export const insideFolder = process.env[marker];

const ownNamespaces = ['--mount', '--net', '--pid', '--fork', '--kill-child', '--mount-proc'];

/** What a script that runs in namespaces, in a folder that is gone afterwards, says when it fails; or undefined. */
export function whyNotInside(script) {
  const folder = newFolder();
  try {
    const { code, stderr } = run('unshare', [...ownNamespaces, 'sh', '-euc', script, folder]);
    return code === 0 ? undefined : stderr.trim();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function newFolder(above = tmpdir()) {
  return realpathSync(mkdtempSync(join(above, 'dbspan-namespaces-')));
}

/** Runs this program again, in namespaces and with a folder that go away with it. */
export async function runInside(url, above) {
  const folder = newFolder(above);
  const child = spawn(
    'setpriv',
    // Even a killed suite leaves no server behind.
    [
      '--pdeathsig=KILL',
      'unshare',
      ...ownNamespaces,
      process.execPath,
      fileURLToPath(url),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: { ...process.env, [marker]: folder } },
  );
  const cleanUp = () => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      cleanUp();
      process.exit(1);
    });
  }
  const code = await new Promise((resolve) => {
    child.once('close', resolve);
  });
  cleanUp();
  process.exitCode = code ?? 1;
}
