import type { Problem } from '../../report/report.js';
import type { Arguments } from '../command.js';
import { CannotRun, type Io } from '../io.js';
import { readAsked } from './asked.js';
import { ladderOf, ladderTable } from './ladder.js';
import { pageOf, print } from './output.js';
import { problemsOf } from './problems.js';
import { sized } from './sized.js';
import { refuseForeign } from './uses.js';
import { serverName } from './words.js';

const own = [
  'engine',
  'memory',
  'galera',
  'replicas',
  'connections',
  'cpu',
  'volume',
  'data',
  'workload',
  'version',
  'pool',
  'gcache',
  'write-rate',
  'ride-out',
  'rtt',
  'bandwidth',
  'across-clusters',
  'shared-buffers',
  'work-mem',
  'mode',
];

/** `dbspan size --engine ENGINE`: a server that stands in no topology. */
export async function sizeFromOptions({ options, positionals }: Arguments, io: Io): Promise<number> {
  refuseForeign(options, own, '--engine', 'it is about a database of a topology: leave out --engine');
  const [file] = positionals;
  if (file !== undefined) {
    throw new CannotRun(
      `with --engine there is no file, and ${file} is given`,
      `the sizes of a topology: dbspan size ${file}; what an existing file needs: dbspan size --check ${file}`,
    );
  }
  const asked = readAsked(options);
  const { memory } = asked;
  if (memory === undefined) {
    if (options['format'] === 'conf')
      throw new CannotRun('a file is for one amount of memory', 'add --memory, such as --memory 1Gi');
    const sizes = ladderOf(asked);
    const holding = sizes.filter(({ sizing }) => sizing.problem === undefined).length;
    const page = {
      verdict: `sizes of a ${serverName(asked.request)}; one in full: add --memory`,
      good: holding > 0,
      tables: [ladderTable(sizes)],
    };
    return print({ code: 0, files: [], sizes, page, diagnostics: [], problems: [] }, options, io);
  }
  const only = sized({ ...asked.request, memory }, asked.figures);
  const problems = problemsOf(only);
  const result = { files: [], sizes: [only], page: pageOf(only), diagnostics: [], problems };
  return print({ ...result, code: codeOf(problems) }, options, io);
}

function codeOf(problems: readonly Problem[]): number {
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
