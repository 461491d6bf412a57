/** The parts of a runbook, in order. A system puts its steps into them without knowing the others. */
export const runbookPhases = [
  'before',
  'ocm-hub',
  'ocm-join',
  'namespaces',
  'klusterlet',
  'kubeslice-controller',
  'project',
  'gateway-nodes',
  'registration',
  'slice',
  'dns',
  'operator',
  'placement',
  'database',
  'verify',
] as const;

/** Part of a runbook. */
export type RunbookPhase = (typeof runbookPhases)[number];

/** One step of a runbook. */
export interface RunbookStep {
  readonly phase: RunbookPhase;
  /** A heading: what is done. */
  readonly title: string;
  /** Paragraphs and commands in order. */
  readonly body: readonly RunbookBlock[];
}

/** A paragraph of Markdown, commands ready to paste, or what a command must print. */
export type RunbookBlock =
  | { readonly text: string }
  | { readonly shell: readonly string[] }
  | { readonly expect: string };
