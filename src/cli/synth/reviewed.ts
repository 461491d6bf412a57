import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { digestsOf } from '../../output/digests.js';
import { outputDigest } from '../../output/ownership.js';
import { isSafeRelativePath } from '../../output/paths.js';
import type { OutputFile } from '../../output/tree.js';
import type { Problem } from '../../report/report.js';
import { CannotRun, type Io, systemReason } from '../io.js';
import type { OldOutput } from '../old-output/read.js';
import type { Numbered } from './target.js';

/** What a plan says of one commit. */
interface ReviewedCommit {
  readonly number: number;
  /** Digest of the whole output after it. */
  readonly output: string;
  /** Digest of each file that it writes, by path; undefined for one that goes. */
  readonly files: ReadonlyMap<string, string | undefined>;
}

/** What was reviewed: the outputs that follow one another. */
export interface ReviewedPlan {
  /** The file, as it was given. */
  readonly named: string;
  readonly before: string;
  readonly commits: readonly ReviewedCommit[];
}

const maximumSize = 64 * 1024 * 1024;
const digest = /^[0-9a-f]{64}$/;

/**
 * Reads the JSON of a plan, of which nothing is believed but digests.
 *
 * @throws CannotRun when it is none
 */
export function readReviewed(named: string, io: Io): ReviewedPlan {
  let text: string;
  try {
    const path = resolve(io.directory, named);
    if (statSync(path).size > maximumSize) throw new CannotRun(`${named} is larger than 64 MiB`, remedy);
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`cannot read ${named}: ${systemReason(error)}`, remedy);
  }
  const plan = parseReviewed(text);
  if (typeof plan === 'string') throw new CannotRun(`${named} is no plan: ${plan}`, remedy);
  return { named, ...plan };
}

const remedy = 'make it with dbspan plan --format json -o plan.json';

/** A plan of its JSON, or why it is none. */
export function parseReviewed(text: string): Omit<ReviewedPlan, 'named'> | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'it is not JSON';
  }
  if (!isRecord(value)) return 'it is not an object';
  const { planVersion, before, commits } = value;
  if (planVersion !== 1) return 'it has no planVersion that this dbspan knows';
  if (!isRecord(before) || !isDigest(before['output'])) return 'it does not say what it starts from';
  if (!Array.isArray(commits) || commits.length === 0) return 'it has no commits';
  const read: ReviewedCommit[] = [];
  for (const commit of commits) {
    const one = commitOf(commit);
    if (!one) return `its commit ${read.length + 1} is not whole`;
    read.push(one);
  }
  return { before: before['output'], commits: read };
}

function commitOf(value: unknown): ReviewedCommit | undefined {
  if (!isRecord(value)) return undefined;
  const { number, output, files } = value;
  if (typeof number !== 'number' || !Number.isInteger(number) || !isDigest(output) || !Array.isArray(files))
    return undefined;
  const read = new Map<string, string | undefined>();
  for (const file of files) {
    if (!isRecord(file) || typeof file['path'] !== 'string' || !isSafeRelativePath(file['path']))
      return undefined;
    const { path, sha256 } = file;
    if (sha256 !== undefined && sha256 !== null && !isDigest(sha256)) return undefined;
    read.set(path as string, isDigest(sha256) ? sha256 : undefined);
  }
  return { number, output, files: read };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && digest.test(value);
}

/** Files that are named one by one. */
const listed = 5;

/**
 * What is not as it was reviewed: the output that is there, or the one that would be written.
 *
 * @param step which commit is written; undefined for the whole change
 * @param old undefined where nothing is there, or it does not matter
 */
export function unreviewed(
  plan: ReviewedPlan,
  step: Numbered | undefined,
  files: readonly OutputFile[],
  old: OldOutput | undefined | 'any',
): readonly Problem[] {
  const at = step ? plan.commits.findIndex(({ number }) => number === step.number) : plan.commits.length - 1;
  const commit = plan.commits[at];
  if (!commit)
    return [problem(`${plan.named} has no commit ${step?.number}`, 'make a new plan, and have it reviewed')];
  const made = digestsOf(files);
  const result = outputDigest(made);
  if (result !== commit.output) {
    const names = differing(plan.commits.slice(0, at + 1), made, old);
    return [
      problem(
        `the output is not the one that ${plan.named} says${names}`,
        'make a new plan, and have it reviewed: dbspan plan --format json -o plan.json',
      ),
    ];
  }
  if (old === 'any') return [];
  const there = outputDigest(old?.digests ?? new Map());
  const expected = step ? [plan.commits[at - 1]?.output ?? plan.before] : startsOf(plan);
  if (there === result || expected.includes(there)) return [];
  return [
    problem(
      `what is to be changed is not what ${plan.named} starts from`,
      'take the output that it was made against, or make a new plan and have it reviewed',
    ),
  ];
}

/** The whole change may begin where the plan does, or behind any of its commits but the last. */
function startsOf({ before, commits }: ReviewedPlan): string[] {
  return [before, ...commits.slice(0, -1).map(({ output }) => output)];
}

/** The first files that are written otherwise than in the plan, as the end of a sentence. */
function differing(
  commits: readonly ReviewedCommit[],
  made: ReturnType<typeof digestsOf>,
  old: OldOutput | undefined | 'any',
): string {
  const reviewed = new Map(commits.flatMap(({ files }) => [...files]));
  const before = old === 'any' ? undefined : old?.digests;
  const paths = [...new Set([...made.keys(), ...reviewed.keys(), ...(before?.keys() ?? [])])].sort();
  const found = paths.filter((path) => {
    const now = made.get(path)?.sha256;
    if (reviewed.has(path)) return reviewed.get(path) !== now;
    // What the plan does not touch stays as it was.
    return before !== undefined && before.get(path)?.sha256 !== now;
  });
  if (found.length === 0) return '';
  const more = found.length - listed;
  return `: ${found.slice(0, listed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function problem(message: string, fix: string): Problem {
  return { id: 'run/not-reviewed', severity: 'error', message, fix };
}
