import type { Run } from './command.js';
import type { CommandName } from './commands.js';

/** Loads a command's code, only when it is the one that runs. */
export const loaders: Readonly<Record<CommandName, () => Promise<{ readonly run: Run }>>> = {
  synth: () => import('./commands/synth.js'),
  plan: () => import('./commands/plan.js'),
  validate: () => import('./commands/validate.js'),
  verify: () => import('./commands/verify.js'),
  size: () => import('./commands/size.js'),
  whatif: () => import('./commands/whatif.js'),
  trace: () => import('./commands/trace.js'),
  graph: () => import('./commands/graph.js'),
  explain: () => import('./commands/explain.js'),
  rules: () => import('./commands/rules.js'),
  adopt: () => import('./commands/adopt.js'),
  init: () => import('./commands/init.js'),
  completion: () => import('./commands/completion.js'),
  version: () => import('./commands/version.js'),
};
