import { dirname, resolve } from 'node:path';
import type { Arguments, Run } from '../command.js';
import { type Answers, type Choices, complete, defaults, type Provider } from '../init/answers.js';
import { renderDocument } from '../init/document.js';
import { answersFrom } from '../init/flags.js';
import { interview } from '../init/interview.js';
import { problemOfFile } from '../init/problem.js';
import { possibleProviders, problemOfOptions } from '../init/provider-options.js';
import { schemaLocation } from '../init/schema-location.js';
import { CannotRun, type Io, paletteOf } from '../io.js';
import { refuseToOverwrite, writeNewFile } from '../write-file.js';

const defaultFile = 'spec/topology.yaml';

/** `dbspan init`: a commented topology to start from. Nothing is written before everything is known. */
export const run: Run = async ({ options }, io) => {
  const json = options['format'] === 'json';
  const said = answersFrom(options);
  const file = typeof options['output'] === 'string' ? options['output'] : defaultFile;
  if (file === '-') {
    if (json)
      throw new CannotRun('-o - and --format json both want standard output', 'leave one of them out');
    // Redirected into a file of the folder the program stands in, most likely.
    io.stdout.write(
      renderDocument(await choose(said, options, 'the file', io), schemaLocation(io.directory, io.directory)),
    );
    return 0;
  }
  const path = resolve(io.directory, file);
  const force = options['force'] === true;
  refuseToOverwrite(path, file, force);
  const choices = await choose(said, options, file, io);
  if (io.signal.aborted) return 2;
  writeNewFile(path, file, renderDocument(choices, schemaLocation(dirname(path), io.directory)), force);
  if (json) io.stdout.write(`${JSON.stringify({ command: 'init', file, ok: true }, undefined, 2)}\n`);
  else printNext(file, choices, io);
  return 0;
};

async function choose(said: Answers, options: Arguments['options'], file: string, io: Io): Promise<Choices> {
  const asking =
    io.stdin.isTTY === true &&
    io.stdout.isTTY === true &&
    options['yes'] !== true &&
    options['format'] !== 'json';
  if (asking) {
    refuseHopeless(said);
    return checked(complete(await interview(said, file, io)));
  }
  refuseForeign(said.provider ?? defaults.provider, said);
  return checked(complete(said));
}

/** Nothing is asked where no provider could make a file of what is said. */
function refuseHopeless(said: Answers): void {
  const possible = possibleProviders(said);
  const [first = said.provider ?? defaults.provider] = possible;
  refuseForeign(first, said);
  const files = possible.map((provider) => complete({ ...said, provider }));
  if (files.every(problemOfFile)) checked(complete({ ...said, provider: first }));
}

function refuseForeign(provider: Provider, said: Answers): void {
  const problem = problemOfOptions(provider, said);
  if (problem) throw new CannotRun(problem.reason, problem.remedy);
}

function checked(choices: Choices): Choices {
  const problem = problemOfFile(choices);
  if (problem) throw new CannotRun(`this would not compile: ${problem.reason}`, problem.remedy);
  return choices;
}

function printNext(file: string, choices: Choices, io: Io): void {
  const paint = paletteOf(io, 'stdout');
  const word = /^[A-Za-z0-9._/@:+-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
  const guessed = choices.provider === 'kubedb' && choices.clusters.length > 1;
  const open = guessed ? `fill in what is marked FILL IN, and see what is open: ` : 'see what is open: ';
  io.stdout.write(
    `${paint.good('wrote')} ${file}\nnext:\n  ${open}${paint.strong(`dbspan validate ${word}`)}\n  write the manifests: ${paint.strong(`dbspan synth ${word}`)}\n`,
  );
}
