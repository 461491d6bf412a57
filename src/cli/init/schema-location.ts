import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

const installed = 'node_modules/dbspan/spec/topology.schema.json';

/**
 * Where the YAML language server finds the language's schema, relative to the folder of the topology as its modeline
 * wants it.
 *
 * The nearest of these wins, going up from that folder: `node_modules/dbspan` of a project, and the repository of dbspan
 * itself. Where dbspan is not installed yet (it runs by `npx`, or globally) the path is the one that `npm install dbspan`
 * in the project will give a meaning: the project is the nearest folder upwards with a package.json or a .git, else the
 * folder the program stands in, if the topology lies below it, else the topology's own. It never leaves the project, holds
 * only `..` and fixed names, and so means the same on every machine that has the repository.
 *
 * @param folder absolute path of the topology's folder, which need not exist
 * @param directory absolute path of the folder the program stands in
 */
export function schemaLocation(folder: string, directory: string): string {
  for (const above of foldersUp(folder)) {
    if (existsSync(join(above, installed))) return from(folder, join(above, installed));
    const own = join(above, 'spec', 'topology.schema.json');
    if (existsSync(own) && isDbspan(above)) return from(folder, own);
  }
  const project = foldersUp(folder).find(
    (above) => existsSync(join(above, 'package.json')) || existsSync(join(above, '.git')),
  );
  const standing = foldersUp(folder).includes(directory) ? directory : folder;
  return from(folder, join(project ?? standing, installed));
}

function foldersUp(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; dirname(at) !== at; ) {
    at = dirname(at);
    folders.push(at);
  }
  return folders;
}

function from(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

function isDbspan(folder: string): boolean {
  try {
    const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
      readonly name?: unknown;
    };
    return name === 'dbspan';
  } catch {
    return false;
  }
}
