import { type Commit, type Move, objectOf, type Wait } from '../steps/index.js';

/** Which commit of how many. */
export interface StepNumber {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** Objects that are named one by one. */
const listed = 30;

/** What one commit of several does, and what to wait for before the next, as a section of the runbook. */
export function printStep(commit: Commit, { number, of }: StepNumber): string {
  const moves = commit.moves.slice(0, listed).map((move) => `- ${moveText(move, '`')}`);
  const more = commit.moves.length - listed;
  if (more > 0) moves.push(`- and ${more} more`);
  const next = `\`dbspan synth --step ${number + 1}\``;
  const parts = [
    `## Step ${number} of ${of}`,
    `This change takes ${of} commits, as one part of it must be applied and seen before the next. This one`,
    moves.length === 0 ? '- changes no object' : moves.join('\n'),
    ...commit.preparations.flatMap(({ why, waits }) => [
      `${sentence(why)} So before it is applied:`,
      ...waits.map(waitText),
    ]),
    `Commit it, apply it as below, and see to the following before ${next}:`,
    ...commit.reasons.flatMap(({ why, waits }) => [`${sentence(why)} So first:`, ...waits.map(waitText)]),
  ];
  return parts.join('\n\n');
}

/** What a commit does to an object, in a line: `removes Namespace demo on ams`. */
export function moveText(move: Move, quote = ''): string {
  const { does, what } = move;
  const { cluster, manifest } = objectOf(move);
  const { kind, namespace, name } = manifest;
  const shown = `${quote}${kind} ${namespace === undefined ? name : `${namespace}/${name}`}${quote}`;
  const where = cluster === '' ? shown : `${shown} on ${cluster}`;
  return `${verbs[does]} ${where}${what === undefined || does === 'removed' ? '' : `: ${what}`}`;
}

const verbs = {
  added: 'adds',
  removed: 'removes',
  changed: 'changes',
  moved: 'moves',
  renamed: 'renames',
  rearranged: 'puts into another wave',
} as const;

/** Commands stand at the left margin: the end of a heredoc must, where it is copied from the text. */
function waitText({ text, shell = [] }: Wait): string {
  if (shell.length === 0) return `- ${text}`;
  return `${text}\n\n\`\`\`bash\n${shell.join('\n')}\n\`\`\``;
}

function sentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
