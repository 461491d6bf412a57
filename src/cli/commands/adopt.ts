import { dirname, resolve } from 'node:path';
import { type Adoption, type AdoptOptions, adopt } from '../../adopt/index.js';
import { compile } from '../../compile.js';
import { sortDiagnostics } from '../../diagnostics/index.js';
import type { Plan } from '../../plan/index.js';
import { usualWidth } from '../../report/wrap.js';
import { synthesizeObjects } from '../../synthesize.js';
import type { Mapping } from '../../yaml/mapping.js';
import { adoptionToJson } from '../adopt/json.js';
import { adoptionReport } from '../adopt/report.js';
import type { Arguments, Run } from '../command.js';
import { printReport } from '../findings.js';
import { clustersFrom } from '../init/flags.js';
import { problemOfValue } from '../init/problem.js';
import { schemaLocation } from '../init/schema-location.js';
import { CannotRun, type Io, paletteOf, widthOf } from '../io.js';
import { readManifestFiles } from '../manifest-files.js';
import { Progress } from '../progress.js';
import { today } from '../today.js';
import { refuseToOverwrite, writeNewFile } from '../write-file.js';

/** `dbspan adopt`: manifests that run already as a topology, with the proof that it compiles back to them. */
export const run: Run = async ({ options, positionals }, io) => {
  const said = optionsFrom(options);
  const output =
    typeof options['output'] === 'string' && options['output'] !== '-' ? options['output'] : undefined;
  const force = options['force'] === true;
  if (positionals.length === 0)
    throw new CannotRun(
      'nothing was named to read',
      'name files or folders of manifests, or - for standard input',
    );
  if (output !== undefined) refuseToOverwrite(resolve(io.directory, output), output, force);
  const { inputs, values, skipped } = await readManifestFiles(positionals, io);
  const folder = output === undefined ? io.directory : dirname(resolve(io.directory, output));
  const progress = new Progress(io);
  const adoption = adopt(
    [...inputs, ...values],
    {
      ...said,
      file: output ?? 'topology.yaml',
      folder: nameHint(positionals),
      schema: schemaLocation(folder, io.directory),
      onProgress: (done, total) => progress.update('reading', done, total),
    },
    {
      compile: (text, name, readFile) =>
        compile([{ name, content: text }], { readFile: (path) => readFile(path), today: today(io) }),
      synthesize: objectsOf,
    },
  );
  progress.end();
  const code = codeOf(adoption);
  const diagnostics = sortDiagnostics([...adoption.unreadable, ...adoption.findings]);
  if (adoption.text === undefined && adoption.unreadable.length === 0)
    throw new CannotRun(
      'the manifests hold no database and no slice that a topology could say',
      'dbspan reads objects of KubeDB, KubeSlice and mariadb-operator, and what it wrote itself',
    );
  if (output !== undefined) writeAll(adoption, output, force, io);
  const files = inputs.map(({ name }) => name);
  const details = { ...adoptionToJson(adoption), ...(output === undefined ? {} : { file: output }), skipped };
  const found = { command: 'adopt', code, files, diagnostics, problems: [], details };
  if (await printReport(found, options, io)) return code;
  const { text } = adoption;
  if (text === undefined) return code;
  const stream = output === undefined ? 'stderr' : 'stdout';
  const paint = paletteOf(io, stream);
  const report = adoptionReport(adoption, paint, widthOf(io) ?? usualWidth);
  if (output === undefined) {
    io.stdout.write(text);
    io.stderr.write(report);
    for (const { path } of adoption.companions)
      io.stderr.write(`the topology refers to ${path}, which -o FILE writes beside it\n`);
    return code;
  }
  io.stdout.write(report);
  for (const name of [output, ...adoption.companions.map(({ path }) => path)])
    io.stdout.write(`${paint.good('wrote')} ${name}\n`);
  return code;
};

/** 0 when all that was read comes out the same, 1 when something differs, or the topology has errors. */
function codeOf({ text, objects, isCompiled, unreadable, repeated }: Adoption): number {
  const isSame = objects.every(({ verdict }) => verdict !== 'different' && verdict !== 'left');
  return text !== undefined && isSame && isCompiled && unreadable.length === 0 && repeated.length === 0
    ? 0
    : 1;
}

function objectsOf(plan: Plan) {
  return synthesizeObjects(plan).map(({ cluster, object }) => ({
    cluster,
    object: object as unknown as Mapping,
  }));
}

function optionsFrom(options: Arguments['options']): AdoptOptions {
  const text = (name: 'name' | 'namespace' | 'hub'): string | undefined => {
    const value = options[name];
    if (typeof value !== 'string') return undefined;
    const problem = problemOfValue(name === 'namespace' ? 'namespace' : 'name', value);
    if (problem) throw new CannotRun(`--${name}: ${problem.reason}`, problem.remedy);
    return value;
  };
  const given = options['cluster'];
  const clusters = clustersFrom(Array.isArray(given) ? given : []);
  for (const { name } of clusters) {
    const problem = problemOfValue('name', name);
    if (problem) throw new CannotRun(`--cluster: ${problem.reason}`, problem.remedy);
  }
  return { name: text('name'), namespace: text('namespace'), hub: text('hub'), clusters };
}

/** The folder that is read says what the program may be called. */
function nameHint(positionals: readonly string[]): string | undefined {
  const [only] = positionals;
  if (positionals.length !== 1 || only === undefined || only === '-') return undefined;
  const name = resolve('/', only).split('/').at(-1) ?? '';
  return /^(?:dist|manifests|deploy|clusters|k8s|kubernetes)$/.test(name)
    ? undefined
    : name.replace(/\.(?:ya?ml|json)$/, '');
}

/** The topology and the files that it refers to. Nothing is written when one of them must stay. */
function writeAll({ text, companions }: Adoption, output: string, force: boolean, io: Io): void {
  if (text === undefined) return;
  const path = resolve(io.directory, output);
  const beside = companions.map((each) => ({
    path: resolve(dirname(path), each.path),
    named: each.path,
    content: each.content,
  }));
  for (const each of beside) refuseToOverwrite(each.path, each.named, force);
  for (const each of beside) writeNewFile(each.path, each.named, each.content, force);
  writeNewFile(path, output, text, force);
}
