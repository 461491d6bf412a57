import { basename } from 'node:path';
import { nearest } from '../../yaml/suggest.js';
import { catalogue } from '../catalogue.js';
import type { Run } from '../command.js';
import { bashScript } from '../completion/bash.js';
import { fishScript } from '../completion/fish.js';
import { completionSource, type Shell, type Source, shells } from '../completion/source.js';
import { zshScript } from '../completion/zsh.js';
import { CannotRun, type Io } from '../io.js';

const scripts: Readonly<Record<Shell, (source: Source) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `dbspan completion`: a script that completes without starting dbspan. It is as new as the dbspan that printed it. */
export const run: Run = async ({ positionals }, io) => {
  const shell = shellOf(positionals[0], io);
  io.stdout.write(scripts[shell](completionSource(catalogue)));
  return 0;
};

function shellOf(given: string | undefined, { environment }: Io): Shell {
  const all = shells.join(', ');
  if (given === undefined || given === '') {
    const own = known(basename(environment['SHELL'] ?? ''));
    throw new CannotRun(
      `completion needs the name of a shell: ${all}`,
      own && `for yours: dbspan completion ${own}`,
    );
  }
  const shell = known(given);
  if (shell) return shell;
  const meant = nearest(given, shells);
  throw new CannotRun(
    `there is no completion for ${given}`,
    meant ? `did you mean ${meant}?` : `there is one for ${all}`,
  );
}

function known(name: string): Shell | undefined {
  return shells.find((shell) => shell === name);
}
