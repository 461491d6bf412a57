import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { type ManifestInput, maximumManifestSize } from '../manifests/index.js';
import { readStandardInput, standardInput } from './inputs.js';
import { CannotRun, type Io, systemReason } from './io.js';

/** What stands in a folder of manifests and is none. */
export type Skipped = 'kustomization' | 'helm-chart' | 'helm-values' | 'link';

/** The files of a run, and how many were left out for what they are. */
export interface ManifestFiles {
  readonly inputs: readonly ManifestInput[];
  readonly skipped: Readonly<Partial<Record<Skipped, number>>>;
  /** The files of Helm values that were left out. */
  readonly values: readonly ManifestInput[];
}

const manifestName = /\.(?:ya?ml|json)$/i;
const kustomizationName = /^(?:kustomization\.ya?ml|Kustomization)$/;
const chartName = /^(?:Chart\.ya?ml|Chart\.lock|values(?:[.-].*)?\.ya?ml|values\.schema\.json)$/;

/**
 * Reads the files of manifests that a command was given: files, folders with all that is below them, `-` for standard
 * input. Hidden folders, node_modules, and links that lead out of a folder are left out.
 *
 * @throws CannotRun when one cannot be read, or a folder holds none
 */
export async function readManifestFiles(given: readonly string[], io: Io): Promise<ManifestFiles> {
  const walk = new Walk(io);
  for (const path of given) {
    if (path === '-')
      walk.inputs.push({ name: standardInput, content: await readStandardInput(io, maximumManifestSize) });
    else walk.start(path);
  }
  return { inputs: walk.inputs, skipped: walk.skipped, values: walk.values };
}

class Walk {
  readonly inputs: ManifestInput[] = [];
  readonly skipped: Partial<Record<Skipped, number>> = {};
  readonly values: ManifestInput[] = [];
  readonly #io: Io;
  readonly #seen = new Set<string>();
  #root = '';
  /** Files that were met, whatever became of them. */
  #files = 0;

  constructor(io: Io) {
    this.#io = io;
  }

  start(path: string): void {
    const absolute = resolve(this.#io.directory, path);
    const before = this.#files;
    try {
      if (!statSync(absolute).isDirectory()) {
        this.#read(path);
        return;
      }
      this.#root = realpathSync(absolute) + sep;
      this.#folder(path.replace(/(.)\/+$/, '$1'));
    } catch (error) {
      if (error instanceof CannotRun) throw error;
      throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
    }
    if (this.#files === before)
      throw new CannotRun(
        `${path} holds no .yaml, .yml or .json file`,
        'name the folder that holds the manifests',
      );
  }

  #folder(path: string): void {
    let entries: Dirent[];
    try {
      entries = readdirSync(resolve(this.#io.directory, path), { withFileTypes: true });
    } catch (error) {
      throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    const isChart = entries.some(({ name }) => /^Chart\.ya?ml$/.test(name));
    for (const entry of entries) this.#entry(path, entry, isChart);
  }

  #entry(folder: string, entry: Dirent, isChart: boolean): void {
    const { name } = entry;
    if (name.startsWith('.') || name === 'node_modules') return;
    const path = folder === '.' ? name : join(folder, name);
    if (entry.isSymbolicLink()) {
      this.#link(path, name);
      return;
    }
    if (entry.isDirectory()) {
      if (isChart && (name === 'templates' || name === 'charts')) this.#skip('helm-chart');
      else this.#folder(path);
      return;
    }
    if (entry.isFile()) this.#file(path, name, isChart);
  }

  #file(path: string, name: string, isChart: boolean): void {
    if (kustomizationName.test(name)) this.#skip('kustomization');
    else if (isChart && chartName.test(name)) this.#skip('helm-chart');
    else if (!manifestName.test(name)) return;
    else this.#read(path);
  }

  /** What a link in the folder leads to is read where it stands, if that is in the folder too. */
  #link(path: string, name: string): void {
    try {
      const target = realpathSync(resolve(this.#io.directory, path));
      if (`${target}${sep}`.startsWith(this.#root)) return;
      if (statSync(target).isFile() && !manifestName.test(name)) return;
    } catch {
      if (!manifestName.test(name)) return;
    }
    this.#skip('link');
  }

  #read(path: string): void {
    this.#files += 1;
    const absolute = resolve(this.#io.directory, path);
    if (this.#seen.has(absolute)) return;
    this.#seen.add(absolute);
    try {
      const { size } = statSync(absolute);
      // Larger than the limit is a finding of the reader; it needs no more than one byte too many to say so.
      const content =
        size > maximumManifestSize ? new Uint8Array(maximumManifestSize + 1) : readFileSync(absolute);
      if (isValues(path, content)) {
        this.#skip('helm-values');
        this.values.push({ name: path, content });
      } else this.inputs.push({ name: path, content });
    } catch (error) {
      throw new CannotRun(`cannot read ${path}: ${systemReason(error)}`);
    }
  }

  #skip(what: Skipped): void {
    this.#files += 1;
    this.skipped[what] = (this.skipped[what] ?? 0) + 1;
  }
}

/** Values of a Helm release, as dbspan writes them into a folder of that name: no field of an object at the top level. */
function isValues(path: string, content: Uint8Array): boolean {
  if (!/(?:^|\/)(?:values\/[^/]+|values(?:[.-][^/]*)?)\.ya?ml$/.test(path)) return false;
  return !/^["']?(?:apiVersion|kind)["']?[ \t]*:/m.test(Buffer.from(content).toString('latin1'));
}
