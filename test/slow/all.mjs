// npm run test:slow [-- SUITE…]: the suites that take minutes, or tools that not every machine has. Each is a program of its
// own; this runs them in turns and adds up.
import { fileURLToPath } from 'node:url';
import { runInTurns } from './turns.mjs';

await runInTurns(fileURLToPath(new URL('.', import.meta.url)), [
  'determinism',
  'trouble',
  'kustomize',
  'kubectl-reading',
  'kill',
  'apiserver',
  'mutations',
  'changes',
  'trace',
]);
