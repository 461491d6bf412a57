import { readFileSync, realpathSync, statSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { INDEX_PATH } from '../../output/ownership.js';
import { isSafeRelativePath } from '../../output/paths.js';
import type { OutputFile } from '../../output/tree.js';
import type { Plan } from '../../plan/index.js';
import { synthesize } from '../../synthesize.js';
import { keyOf, type Leaf, type Pointer, pointerText, traceField } from '../../trace/index.js';
import { leavesOfFile, locate } from '../../trace/located.js';
import { placeAt, resolvePath } from '../../trace/place.js';
import { fieldsFrom } from '../../trace/reverse.js';
import { traceLeaf } from '../../trace/trace.js';
import { maximumFileSize } from '../../yaml/decode.js';
import { nearest } from '../../yaml/suggest.js';
import type { Run } from '../command.js';
import { checkReportOptions, printReport } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { CannotRun, type Io, paletteOf, systemReason } from '../io.js';
import { today } from '../today.js';
import { type Asked, readAsked } from '../trace/asked.js';
import {
  fieldsToText,
  fieldToJson,
  fieldToText,
  filesToJson,
  filesToText,
  type Told,
} from '../trace/output.js';
import { fieldsAtLine, pathsAtLine } from '../trace/within.js';

/** `dbspan trace`: from a field of the output to the lines of the topology, and back. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const directory = String(options['output'] ?? 'dist').replace(/\/+$/, '');
  const [text, ...files] = positionals;
  if (text === undefined)
    throw new CannotRun(
      'nothing was named to trace',
      `name a field of the output: dbspan trace ${directory}/CLUSTER/WAVE/FILE.yaml#/spec/replicas`,
    );
  const asked = readAsked(text, directory, io);
  const inputs = await readInputs(asked.kind === 'line' && files.length === 0 ? [asked.file] : files, io);
  const { plans, diagnostics, waived } = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
  });
  const failed = hasErrors(diagnostics);
  const answer = failed ? undefined : answerOf(asked, text, plans, { directory, io });
  const found = {
    command: 'trace',
    code: failed ? 1 : 0,
    files: inputs.map(({ name }) => name),
    diagnostics,
    waived,
    problems: [],
    details: { asked: text, ...answer?.json },
  };
  if (await printReport(found, options, io, 'errors')) return found.code;
  if (!answer) return 1;
  if (answer.stale !== undefined)
    io.stderr.write(`${paletteOf(io, 'stderr').severity.warning('note')}: ${answer.stale}\n\n`);
  io.stdout.write(answer.text());
  return 0;
};

interface Where {
  readonly directory: string;
  readonly io: Io;
}

interface Answer {
  readonly stale: string | undefined;
  readonly json: Readonly<Record<string, unknown>>;
  text(): string;
}

function answerOf(asked: Asked, text: string, plans: readonly Plan[], where: Where): Answer {
  const { files } = synthesize(plans);
  if (asked.kind === 'file') return aboutFile(asked, plans, files, where);
  return aboutTopology(asked, text, plans, files, where);
}

/** A file of the output, or a field of it. */
function aboutFile(
  { path, pointer, line }: Extract<Asked, { kind: 'file' }>,
  plans: readonly Plan[],
  files: readonly OutputFile[],
  { directory, io }: Where,
): Answer {
  const file = files.find((each) => each.path === path) ?? noSuchFile(path, files, directory);
  const named = `${directory}/${path}`;
  const committed = readCommitted(directory, path, io);
  const stale = staleness(named, committed, file.content);
  const located = locate(plans, file);
  if (!located) {
    const trace = traceField(plans, file, []);
    const told = { pointer: [], value: 'the whole file', trace };
    return {
      stale,
      json: { file: named, stale: stale !== undefined, fields: [fieldToJson(told)] },
      text: () => fieldToText(named, told, io),
    };
  }
  const all = leavesOfFile(located);
  const chosen =
    line === undefined
      ? belowPointer(all, pointer ?? [], named)
      : atLine(all, line, committed ?? file.content, named, stale);
  const told = chosen.map(
    (leaf): Told => ({
      pointer: leaf.pointer,
      value: leaf.value,
      trace: traceLeaf(plans, file, located, leaf),
    }),
  );
  const [only] = told;
  return {
    stale,
    json: { file: named, stale: stale !== undefined, fields: told.map(fieldToJson) },
    text: () => (only && told.length === 1 ? fieldToText(named, only, io) : fieldsToText(named, told, io)),
  };
}

function noSuchFile(path: string, files: readonly OutputFile[], directory: string): never {
  const all = files.map((each) => each.path);
  if (path === INDEX_PATH)
    throw new CannotRun(
      `${directory}/${path} is the index of the output, which says the source of every file`,
      'name one of the files',
    );
  const own = all.filter((each) => each.split('/')[0] === path.split('/')[0]);
  const meant = nearest(path, own.length > 0 ? own : all);
  throw new CannotRun(
    `synth writes no ${directory}/${path}`,
    meant === undefined
      ? 'name a file of the output as it stands there'
      : `did you mean ${directory}/${meant}?`,
  );
}

/** Texts that pointers are compared with when none is right. */
const compared = 2000;

function belowPointer(all: readonly Leaf[], pointer: Pointer, named: string): readonly Leaf[] {
  const key = keyOf(pointer);
  const found = all.filter((leaf) => {
    const own = keyOf(leaf.pointer);
    return pointer.length === 0 || own === key || own.startsWith(`${key}/`);
  });
  if (found.length > 0 || pointer.length === 0) return found;
  const prefixes = new Set(
    all.flatMap((leaf) => leaf.pointer.map((_, at) => pointerText(leaf.pointer.slice(0, at + 1)))),
  );
  const meant = nearest(pointerText(pointer), [...prefixes].slice(0, compared));
  throw new CannotRun(
    `${named} has no field ${pointerText(pointer)}`,
    meant === undefined ? `see all its fields: dbspan trace ${named}` : `did you mean ${named}#${meant}?`,
  );
}

function atLine(
  all: readonly Leaf[],
  line: number,
  content: string,
  named: string,
  stale: string | undefined,
): readonly Leaf[] {
  const shown = fieldsAtLine(content, line);
  if (shown === undefined)
    throw new CannotRun(
      `${named} has no line ${line} that could be read`,
      `see all its fields: dbspan trace ${named}`,
    );
  if (shown.length === 0)
    throw new CannotRun(
      `line ${line} of ${named} holds no field`,
      'a comment comes from nothing; name a line with a field',
    );
  const known = new Map(all.map((leaf) => [keyOf(leaf.pointer), leaf]));
  const found = shown.flatMap(({ pointer }) => known.get(keyOf(pointer)) ?? []);
  if (found.length > 0) return found;
  throw new CannotRun(
    `synth no longer writes what stands in line ${line} of ${named}`,
    stale === undefined ? undefined : 'run dbspan synth, and look again',
  );
}

/** The file as it stands in the directory; undefined when there is none. It must not lead out of the directory. */
function readCommitted(directory: string, path: string, io: Io): string | undefined {
  if (!isSafeRelativePath(path)) throw new CannotRun(`${path} is no path below ${directory}`);
  const folder = resolve(io.directory, directory);
  try {
    const real = realpathSync(resolve(folder, path));
    if (!real.startsWith(realpathSync(folder) + sep))
      throw new CannotRun(`${directory}/${path} leads out of ${directory}`, 'remove the symbolic link');
    if (statSync(real).size > maximumFileSize)
      throw new CannotRun(`${directory}/${path} is larger than what dbspan writes`, 'run dbspan synth');
    return readFileSync(real, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (error instanceof CannotRun) throw error;
    throw new CannotRun(`cannot read ${directory}/${path}: ${systemReason(error)}`);
  }
}

function staleness(named: string, committed: string | undefined, content: string): string | undefined {
  if (committed === content) return undefined;
  return committed === undefined
    ? `${named} is not there yet: run dbspan synth`
    : `${named} is not what synth would write: run dbspan synth`;
}

/** A line of a topology, or a path in one. */
function aboutTopology(
  asked: Exclude<Asked, { kind: 'file' }>,
  text: string,
  plans: readonly Plan[],
  files: readonly OutputFile[],
  { directory, io }: Where,
): Answer {
  const { plan, paths } = asked.kind === 'line' ? ofLine(asked, plans) : ofPath(asked.path, plans);
  const found = fieldsFrom(plans, files, plan, paths);
  return {
    stale: undefined,
    json: { paths, files: filesToJson(directory, found) },
    text: () => filesToText(directory, text, paths, found, io),
  };
}

interface Named {
  readonly plan: Plan;
  readonly paths: readonly string[];
}

function ofLine({ file, line, column }: Extract<Asked, { kind: 'line' }>, plans: readonly Plan[]): Named {
  const plan = plans.find((each) => each.file.name === file);
  if (!plan)
    throw new CannotRun(
      `${file} is not among the topologies`,
      `name it behind: dbspan trace ${file}:${line} ${file}`,
    );
  const paths = pathsAtLine(plan.topology, line, column);
  if (paths.length > 0) return { plan, paths };
  const lines = plan.file.text.split('\n');
  const where = column === undefined ? `line ${line}` : `line ${line}, column ${column}`;
  if (line > lines.length) throw new CannotRun(`${file} has ${lines.length} lines, and no line ${line}`);
  throw new CannotRun(
    `${where} of ${file} says nothing`,
    'a comment or an empty line gives nothing; name a line with a field',
  );
}

function ofPath(path: string, plans: readonly Plan[]): Named {
  const [, program, inside] = /^([^/[\].]+)\/(.*)$/s.exec(path) ?? [];
  const chosen = program === undefined ? plans : plans.filter(({ name }) => name === program);
  for (const plan of chosen) {
    const { steps, whole } = resolvePath(plan.topology, inside ?? path);
    if (whole && steps.length > 0) return { plan, paths: [placeAt(plan.topology, steps).path] };
  }
  const [plan] = chosen;
  if (!plan)
    throw new CannotRun(
      `there is no topology ${program}`,
      `topologies: ${plans.map(({ name }) => name).join(', ')}`,
    );
  const { steps, rest } = resolvePath(plan.topology, inside ?? path);
  const known = placeAt(plan.topology, steps).path;
  const meant = nearest(inside ?? path, namesBelow(plan, known));
  throw new CannotRun(
    steps.length === 0 ? `the topology has no ${rest}` : `${known} has no ${rest}`,
    meant === undefined
      ? 'name a path that stands in the file, such as databases[NAME].placement, or a line of it'
      : `did you mean ${meant}?`,
  );
}

/** Paths one step below another. */
function namesBelow({ topology }: Plan, path: string): string[] {
  const { steps } = resolvePath(topology, path);
  let value: unknown = topology;
  for (const step of steps) value = (value as Readonly<Record<string | number, unknown>>)[step];
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).map(
    (key) => placeAt(topology, [...steps, Array.isArray(value) ? Number(key) : key]).path,
  );
}
