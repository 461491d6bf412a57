// Finds a kustomize for the benchmark and the slow tests: kustomize itself, else the one inside kubectl. It has to know
// sortOptions, which came with kustomize 5.0 (kubectl 1.27).
import { spawnSync } from 'node:child_process';

/**
 * The command that builds a folder when the folder's name is appended, and its version; undefined where there is none.
 *
 * @returns {{ command: string[], version: string } | undefined}
 */
export function findKustomize() {
  return (
    usable(['kustomize', 'build'], ['kustomize', 'version']) ??
    usable(['kubectl', 'kustomize'], ['kubectl', 'version', '--client'])
  );
}

function usable(command, [program, ...given]) {
  const { status, stdout } = spawnSync(program, given, { encoding: 'utf8' });
  const [version, major] = /\bv(\d+)\.\d+\.\d+/.exec(stdout?.split('Kustomize Version').at(-1) ?? '') ?? [];
  if (status !== 0 || Number(major) < 5) return undefined;
  return { command, version: `${program} (kustomize ${version})` };
}
