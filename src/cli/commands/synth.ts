import { resolve } from 'node:path';
import { forbiddenChanges } from '../../committed/index.js';
import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { INDEX_PATH, type JsonObject, parseIndex } from '../../output/ownership.js';
import { compareTree, type Problem as OutputProblem, type OutputTree, writeTree } from '../../output/tree.js';
import { isMachineFormat } from '../../report/formats.js';
import { type Synthesis, synthesize } from '../../synthesize.js';
import { version } from '../../version.js';
import type { Run } from '../command.js';
import { committedIn } from '../committed.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { readCommitted, readInputs, readReferred } from '../inputs.js';
import { type Io, paletteOf } from '../io.js';
import { problemOfChanges, problemOfOutput } from '../output-problems.js';
import { Progress } from '../progress.js';
import { type Outcome, renderSynthSummary } from '../synth-summary.js';
import { today } from '../today.js';

/** `dbspan synth`. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const { signal } = io;
  const directory = String(options['output'] ?? 'dist');
  const check = options['check'] === true;
  const inputs = await readInputs(positionals, io);
  const progress = new Progress(io);
  const committed = committedIn(directory, io);
  const compilation = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
    ...(committed ? { committed } : {}),
    onProgress: (done, total) => progress.update('compiling', done, total),
  });
  const synthesis = synthesize(compilation.plans);
  progress.end();
  const diagnostics = [
    ...compilation.diagnostics,
    ...synthesis.diagnostics,
    ...forbiddenChanges(compilation.plans, synthesis.files, (path) => readCommitted(directory, path, io)),
  ];
  const failed = hasErrors(diagnostics);
  const gone = failed ? [] : goneClusters(readCommitted(directory, INDEX_PATH, io), synthesis.files);
  const tooMany = tooManyWarnings(diagnostics, options);
  // A comparison writes nothing, so that it can say what is stale beside what is forbidden.
  const applies = !failed && (check || tooMany.length === 0);
  const applied = applies ? await apply(synthesis, directory, check, io) : refused;
  const outcome = tooMany.length === 0 ? applied : { ...applied, ok: false, code: Math.max(1, applied.code) };
  // Whoever interrupted the run is told once, at its end.
  if (signal.aborted && !outcome.ok) return 2;
  const { code, files, changes } = outcome;
  const severity = applied.ok ? 'warning' : 'error';
  const found = {
    command: 'synth',
    code,
    files: inputs.map(({ name }) => name),
    diagnostics,
    waived: compilation.waived,
    problems: [
      ...tooMany,
      ...applied.problems.map((problem) => problemOfOutput(problem, severity, directory, io)),
      // The summary for people lists them.
      ...(isMachineFormat(options['format']) ? problemOfChanges(changes ?? [], directory) : []),
    ],
    details: { directory, gone, ...(files ? { files } : {}), ...(changes ? { changes } : {}) },
  };
  if (await printReport(found, options, io)) return code;
  const { plans, waived } = compilation;
  const result = { ...applied, plans, synthesis, diagnostics, waived, directory, gone };
  io.stdout.write(renderSynthSummary(result, paletteOf(io, 'stdout')));
  return code;
};

const refused: Outcome = { ok: false, code: 1, problems: [] };

async function apply(synthesis: Synthesis, directory: string, check: boolean, io: Io): Promise<Outcome> {
  const { files: made, input, program } = synthesis;
  const tree: OutputTree = {
    files: made,
    input,
    program: program as unknown as readonly JsonObject[],
    version,
  };
  const target = resolve(io.directory, directory);
  // People know the folder by the name they gave it.
  const named = (problems: readonly OutputProblem[]): OutputProblem[] =>
    problems.map((problem) => ({ ...problem, message: problem.message.replaceAll(target, directory) }));
  if (check) {
    const compared = await compareTree(target, tree);
    const { changes } = compared;
    const problems = named(compared.problems);
    const changed = changes.filter(({ kind }) => kind !== 'unchanged');
    const ok = changed.length === 0 && problems.length === 0;
    return { ok, code: ok ? 0 : codeOf(problems), problems, changes: changed };
  }
  const progress = new Progress(io);
  const result = await writeTree(target, tree, {
    onProgress: (done, total) => progress.update('writing', done, total),
    signal: io.signal,
  });
  progress.end();
  if (!result.ok) return { ok: false, code: codeOf(result.problems), problems: named(result.problems) };
  const { ok: _, warnings, ...files } = result;
  return { ok: true, code: 0, problems: named(warnings), files };
}

/** What stands in the directory is a finding; a system that refuses is a run that could not be. */
function codeOf(problems: readonly OutputProblem[]): number {
  return problems.some(({ kind }) => kind === 'system') ? 2 : 1;
}

/** Clusters that the committed output has a directory for and the new one has not. */
function goneClusters(index: string | undefined, files: Synthesis['files']): string[] {
  if (index === undefined) return [];
  const parsed = parseIndex(Buffer.from(index));
  if (!parsed.ok) return [];
  const clusterOf = (path: string): string[] =>
    path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [];
  const present = new Set(files.flatMap(({ path }) => clusterOf(path)));
  return [...new Set([...parsed.index.files.keys()].flatMap(clusterOf))].filter((name) => !present.has(name));
}
