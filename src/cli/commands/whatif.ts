import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import type { Plan } from '../../plan/index.js';
import { type SurvivalEntry, survivalEntries } from '../../report/survival/entries.js';
import { nearest } from '../../yaml/suggest.js';
import type { Arguments, Run } from '../command.js';
import { checkReportOptions, printReport, tooManyWarnings } from '../findings.js';
import { readInputs, readReferred } from '../inputs.js';
import { CannotRun } from '../io.js';
import { readLosses } from '../losses.js';
import { today } from '../today.js';
import { allFailures, allPage } from '../whatif/all-page.js';
import { failuresToJson, summariesToJson, toldToJson } from '../whatif/json.js';
import { judgeEntry } from '../whatif/judged.js';
import { losePage } from '../whatif/lose-page.js';
import { pageToMarkdown, pageToText } from '../whatif/output.js';
import type { Page } from '../whatif/page.js';
import { summaryPage } from '../whatif/summary-page.js';

type Options = Arguments['options'];

/** `dbspan whatif`: what becomes of the databases when something is lost. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  checkUse(options);
  const inputs = await readInputs(positionals, io);
  const { judged, diagnostics, waived } = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
  });
  const failed = hasErrors(diagnostics);
  const result = failed && judged.length === 0 ? undefined : answer(judged, options);
  const problems = tooManyWarnings(diagnostics, options);
  const stops = options['exit-code'] === true && result?.stops === true;
  const code = failed || problems.length > 0 || stops ? 1 : 0;
  const details = result?.json() ?? { databases: [] };
  const files = inputs.map(({ name }) => name);
  const found = { command: 'whatif', code, files, diagnostics, problems, waived, details };
  if (await printReport(found, options, io, 'errors')) return code;
  if (!result) return code;
  const { page } = result;
  io.stdout.write(options['format'] === 'markdown' ? pageToMarkdown(page) : pageToText(page, io));
  return code;
};

/** Options that go together. */
function checkUse(options: Options): void {
  const lose = lossesGiven(options).length > 0;
  if (lose && options['all'] === true)
    throw new CannotRun('--all loses everything, one at a time', 'leave out --lose, or --all');
  if (options['pairs'] === true && options['all'] !== true)
    throw new CannotRun('--pairs goes with --all', 'write --all --pairs');
  for (const name of ['in-order', 'gracefully', 'exit-code'])
    if (options[name] === true && !lose)
      throw new CannotRun(`--${name} goes with --lose`, `say what is lost: --lose CLUSTER --${name}`);
}

function lossesGiven({ lose }: Options): readonly string[] {
  return Array.isArray(lose) ? lose.map(String) : [];
}

interface Answer {
  readonly page: Page;
  /** Whether writes of a database stop. */
  readonly stops: boolean;
  json(): Readonly<Record<string, unknown>>;
}

function answer(plans: readonly Plan[], options: Options): Answer {
  const all = survivalEntries(plans);
  // What is lost may be of another database's clusters.
  const losses = readLosses(lossesGiven(options), plans);
  const entries = chosen(all, options['database']);
  if (options['all'] === true) {
    const failures = entries.map((entry) => allFailures(entry, options['pairs'] === true));
    return { page: allPage(failures), stops: false, json: () => failuresToJson(failures) };
  }
  if (losses.length === 0)
    return { page: summaryPage(entries), stops: false, json: () => summariesToJson(entries) };
  const event = {
    losses,
    manner: options['gracefully'] === true ? 'leave' : 'crash',
    inOrder: options['in-order'] === true,
  } as const;
  const told = entries.map((entry) => ({ entry, judged: judgeEntry(entry, event) }));
  const stops = told.some(({ judged }) => judged.some(({ last }) => last.effect.outcome.writes === 'stop'));
  return { page: losePage(told, event), stops, json: () => toldToJson(told) };
}

/** Names that are listed. */
const listed = 9;

function chosen(all: readonly SurvivalEntry[], wanted: Options[string]): readonly SurvivalEntry[] {
  if (typeof wanted !== 'string') return all;
  const namesOf = ({ name, subjects: [{ database }] }: SurvivalEntry): string[] => [
    name,
    `${database.namespace}/${database.name}`,
    database.name,
  ];
  const found = all.filter((entry) => namesOf(entry).includes(wanted));
  if (found.length > 0) return found;
  const meant = nearest(wanted, all.flatMap(namesOf));
  const names = all.slice(0, listed).map(({ name }) => name);
  throw new CannotRun(
    `the program has no database ${wanted}`,
    meant !== undefined
      ? `did you mean ${meant}?`
      : names.length === 0
        ? 'it has none at all'
        : `databases: ${names.join(', ')}${all.length > names.length ? ', …' : ''}`,
  );
}
