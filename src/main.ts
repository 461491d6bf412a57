import process from 'node:process';
import { main } from './cli/main.js';

// The app of cdk8s.yaml. The cdk8s CLI says by CDK8S_OUTDIR where it expects the output, and shows standard error only.
await main(['synth', '--output', process.env['CDK8S_OUTDIR'] ?? 'dist']);
