// The app of a `cdk8s synth` that compiles nothing.
import { mkdirSync } from 'node:fs';

mkdirSync(process.env.CDK8S_OUTDIR ?? 'dist', { recursive: true });
