// Reads manifests as kubectl does, which is what counts: its reader takes some plain words for numbers that others do not.
import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';

/** Whether a kubectl is here that reads without a cluster. */
export function hasKubectl() {
  return spawnSync('kubectl', ['version', '--client'], { stdio: 'ignore' }).status === 0;
}

/**
 * The objects in a text of YAML documents, read by kubectl. It asks no server.
 *
 * @throws Error with kubectl's words when it cannot read them
 */
export function readAsKubectl(text) {
  const given = ['patch', '--local', '--type=merge', '--patch={}', '--output=json', '--filename=-'];
  const { status, stdout, stderr } = spawnSync('kubectl', given, {
    input: text,
    encoding: 'utf8',
    env: { ...process.env, KUBECONFIG: '/dev/null' },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr.trim());
  // One object after another, each ending in a brace at the margin.
  return stdout
    .split(/(?<=^\}\n)/m)
    .filter((object) => object.trim() !== '')
    .map((object) => JSON.parse(object));
}

/** The objects in a text of YAML documents, read by the package yaml as YAML 1.2. */
export function readAsYaml(text) {
  return parseAllDocuments(text).map((document) => {
    if (document.errors.length > 0) throw document.errors[0];
    return document.toJS();
  });
}
