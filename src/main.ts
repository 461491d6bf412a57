import process from 'node:process';
import { main } from './cli/main.js';

export { main };

/**
 * The app of cdk8s.yaml: `dbspan synth` into the folder that the cdk8s CLI names by CDK8S_OUTDIR. Findings go to standard
 * error, the only stream of an app that the CLI shows.
 */
export async function app(): Promise<void> {
  await main(['synth', '--output', process.env['CDK8S_OUTDIR'] ?? 'dist']);
}
