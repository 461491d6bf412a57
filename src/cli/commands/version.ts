import { version } from '../../version.js';
import type { Run } from '../command.js';

/** `dbspan version`. */
export const run: Run = async ({ options }, io) => {
  const json = options['format'] === 'json';
  io.stdout.write(
    json
      ? `${JSON.stringify({ command: 'version', version, node: process.version })}\n`
      : `dbspan ${version}\n`,
  );
  return 0;
};
