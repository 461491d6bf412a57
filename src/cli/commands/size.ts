import type { Run } from '../command.js';
import { checkReportOptions } from '../findings.js';

/** `dbspan size`: from options, from topologies, or what an existing file needs. */
export const run: Run = async (given, io) => {
  checkReportOptions(given.options);
  // Rules and the compiler are not run where only sizes are asked for.
  if (given.options['check'] !== undefined) {
    const { checkFile } = await import('../size/check.js');
    return checkFile(given, io);
  }
  if (given.options['engine'] !== undefined) {
    const { sizeFromOptions } = await import('../size/from-options.js');
    return sizeFromOptions(given, io);
  }
  const { sizeTopologies } = await import('../size/topologies.js');
  return sizeTopologies(given, io);
};
