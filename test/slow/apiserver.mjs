// Every object of every example is accepted by an API server with the real CRDs under strict field validation. The server
// is ../shared/tools/apiserver, which is built from Debian's packages (./build.sh, some minutes): this suite uses it where
// it is built and does not build it.
import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readTree } from '../../scripts/trees.mjs';
import { missingServer, shared, startServer, tool } from './apiserver-tool.mjs';
import {
  check,
  clustersIn,
  note,
  programs,
  root,
  run,
  skip,
  suite,
  synthesize,
  temporaryFolder,
} from './harness.mjs';

await suite(() => {
  const reason = missingServer();
  if (reason !== undefined) {
    for (const program of programs) skip(`${basename(program)} is accepted by the API server`, reason);
    return;
  }
  const scratch = temporaryFolder();
  const crds = join(scratch, 'crds');
  cpSync(join(shared, 'crds'), crds, { recursive: true });
  cpSync(join(root, 'test/slow/crds'), join(crds, 'ours'), { recursive: true });
  const environment = startServer(scratch);

  rejectsWhatIsWrong(crds, scratch, environment);
  for (const program of programs) {
    const out = join(scratch, 'out', basename(program));
    synthesize(program, out);
    for (const cluster of oneOfEachKind(out))
      judgeCluster(basename(program), out, cluster, crds, environment);
  }
});

/** A judge that accepts everything would prove nothing. */
function rejectsWhatIsWrong(crds, scratch, environment) {
  const wrong = join(scratch, 'wrong');
  mkdirSync(wrong);
  const object = (kind, apiVersion, spec) =>
    JSON.stringify({ apiVersion, kind, metadata: { name: 'x', namespace: 'demo' }, spec });
  const objects = [
    object('SliceConfig', 'controller.kubeslice.io/v1alpha1', { sliceSubnett: '10.1.0.0/16' }),
    object('HelmChartConfig', 'helm.cattle.io/v1', { valuesContent: {} }),
    object('DNS', 'operator.openshift.io/v1', { servers: [{ name: 'slice-local' }] }),
  ];
  writeFileSync(join(wrong, 'objects.yaml'), objects.join('\n---\n'));
  const { stdout } = run(join(tool, 'judge.sh'), [crds, wrong], { environment });
  check('the judge rejects what is wrong', /^accepted 0, rejected 3$/m.test(stdout), stdout);
}

/** Clusters whose manifests differ in more than the name of the cluster: those of a fleet are judged once. */
function oneOfEachKind(out) {
  const kinds = new Map();
  for (const cluster of clustersIn(out)) {
    const files = [...readTree(join(out, cluster))].map(([path, content]) => {
      return [path, String(content).replaceAll(cluster, '$cluster')];
    });
    const kind = JSON.stringify(files);
    if (!kinds.has(kind)) kinds.set(kind, cluster);
  }
  return kinds.values();
}

function judgeCluster(program, out, cluster, crds, environment) {
  const manifests = join(out, `.judged-${cluster}`);
  let count = 0;
  for (const path of readTree(join(out, cluster)).keys()) {
    if (path.startsWith('values/') || path.endsWith('kustomization.yaml') || !path.endsWith('.yaml'))
      continue;
    const [wave, name] = path.split('/');
    mkdirSync(join(manifests, wave), { recursive: true });
    copyFileSync(join(out, cluster, path), join(manifests, wave, name));
    count += 1;
  }
  const { code, stdout, stderr } = run(join(tool, 'judge.sh'), [crds, manifests], { environment });
  const accepted = stdout.includes(`accepted ${count}, rejected 0`);
  const remarks = stdout
    .split('\n')
    .filter((line) => line.startsWith('FAIL') || /^PASS [^:]*#\d+: /.test(line));
  check(`${program}: ${cluster}: all ${count} objects are accepted`, code === 0 && accepted && count > 0, [
    stdout,
    stderr,
  ]);
  for (const remark of remarks) note(remark);
}
