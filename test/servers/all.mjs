// npm run test:servers [-- SUITE…]: real servers on the configuration that dbspan writes, in as much memory as it was written
// for. Needs Linux, root, memory cgroups and the servers' own packages; skips what is missing, installs nothing.
import { fileURLToPath } from 'node:url';
import { runInTurns } from '../slow/turns.mjs';

await runInTurns(fileURLToPath(new URL('.', import.meta.url)), [
  'mariadb',
  'galera',
  'quorum',
  'pods',
  'postgres',
]);
