import { run } from '../harness.mjs';

/** Gives an API server the CRDs of a folder, and waits until they are served. */
export function installCrds(crds, environment) {
  const kubectl = environment.KUBECTL;
  const given = ['--kubeconfig', environment.KAS_KUBECONFIG];
  const { code, stderr } = run(kubectl, [
    ...given,
    'apply',
    '--server-side',
    '--force-conflicts',
    '-R',
    '-f',
    crds,
  ]);
  if (code !== 0 && !/SOURCES|no objects/.test(stderr)) throw new Error(`the CRDs were refused: ${stderr}`);
  const wait = ['wait', '--for=condition=Established', 'crd', '--all', '--timeout=60s'];
  let waited = run(kubectl, [...given, ...wait]);
  // A CRD so new that it has no conditions yet is an error to kubectl, and not something to wait for.
  for (let attempt = 0; attempt < 20 && /accessor error/.test(waited.stderr); attempt++) {
    run('sleep', ['0.5']);
    waited = run(kubectl, [...given, ...wait]);
  }
  if (waited.code !== 0) throw new Error(`the CRDs are not served: ${waited.stderr}`);
}
