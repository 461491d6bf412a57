// What `dbspan trace` claims, held against the compiler for one program of each kind: every change of a topology shows where the
// trace says, and nowhere else. Two small ones are in the fast suite.
import { join } from 'node:path';
import { check, root, run, suite } from './harness.mjs';

const kinds =
  'examples/(aks|edge|k3s-galera|kubedb-postgres|three|two)|synth-galera-arbitrator|synth-mariadb-operator-primary|^rich$';

await suite(() => {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const { stdout, stderr } = run(
    process.execPath,
    [vitest, 'run', '--reporter=json', 'test/trace-sound.test.ts'],
    { environment: { TRACE_PROGRAMS: process.env.TRACE_PROGRAMS ?? kinds } },
  );
  const start = stdout.indexOf('{');
  const { testResults = [] } = start === -1 ? {} : JSON.parse(stdout.slice(start));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  for (const { fullName, status, failureMessages } of tests)
    check(fullName, status === 'passed', failureMessages);
  if (tests.length === 0) check('the traces of a program are tested', false, [stderr]);
});
