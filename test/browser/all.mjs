// npm run test:browser [-- SUITE…]: what people open in a browser, in a real Chromium. Skips without one, installs nothing.
import { fileURLToPath } from 'node:url';
import { runInTurns } from '../slow/turns.mjs';

await runInTurns(fileURLToPath(new URL('.', import.meta.url)), ['page', 'losses']);
