// The API server of ../shared/tools/apiserver, for the suites that ask one.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { atEnd, root, run } from './harness.mjs';

/** What the steering repository gives. */
export const shared = join(root, '../shared');

/** The folder of the tool. */
export const tool = join(shared, 'tools/apiserver');

/** Why there is no server, if there is none. The tool's own settings say where it is. */
export function missingServer() {
  if (!existsSync(join(shared, 'crds'))) return '../shared/crds is not here';
  if (!existsSync(join(tool, 'judge.sh'))) return '../shared/tools/apiserver is not here';
  const { code } = run('bash', ['-c', '. ./common.sh && [ -x "$BIN/kas" ] && [ -x "$BIN/etcd" ]'], {
    directory: tool,
    environment: { KUBECTL: process.execPath },
  });
  return code === 0 ? undefined : 'the API server is not built (../shared/tools/apiserver/build.sh)';
}

function kubectl() {
  return run('bash', ['-c', '. ./common.sh && printf %s "$KUBECTL"'], { directory: tool }).stdout;
}

/** A server that somebody started for development, named by KAS_KUBECONFIG. */
export function existingServer() {
  const { KAS_KUBECONFIG } = process.env;
  if (KAS_KUBECONFIG === undefined || !existsSync(KAS_KUBECONFIG)) return undefined;
  return { KAS_KUBECONFIG, KUBECTL: kubectl() };
}

/** One private server that ends with the suite. */
export function startServer(scratch) {
  const environment = {
    KAS_STATE: join(scratch, 'state'),
    KAS_KUBECONFIG: join(scratch, 'kubeconfig'),
    KAS_PORT: `${20_000 + (process.pid % 10_000)}`,
    KUBECTL: kubectl(),
  };
  atEnd(() => run(join(tool, 'down.sh'), [], { environment }));
  const { code, stdout, stderr } = run(join(tool, 'up.sh'), [], { environment });
  if (code !== 0) throw new Error(`up.sh ended with ${code}: ${stdout}${stderr}`);
  return environment;
}
