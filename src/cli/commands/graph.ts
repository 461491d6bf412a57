import { compile } from '../../compile.js';
import { hasErrors } from '../../diagnostics/index.js';
import { type Plan, survivalOf } from '../../plan/index.js';
import { pictureOf } from '../../report/graph/draw-picture.js';
import type { Picture } from '../../report/graph/picture.js';
import type { Loss } from '../../survival/index.js';
import { nearest } from '../../yaml/suggest.js';
import type { Arguments, Run } from '../command.js';
import { checkReportOptions, machineDocument, printReport, tooManyWarnings } from '../findings.js';
import { writeDocuments } from '../graph/destination.js';
import { readInputs, readReferred } from '../inputs.js';
import { CannotRun, type Io, paletteOf } from '../io.js';
import { readLosses } from '../losses.js';
import { today } from '../today.js';

/** What a document is made of. */
interface Drawing {
  readonly plan: Plan;
  readonly losses: readonly Loss[];
  readonly database: string | undefined;
  readonly picture: () => Picture;
}

/** Forms that are one document for each topology, each loaded when it is asked for. A form is a line here. */
const forms = {
  svg: {
    ending: 'svg',
    render: async ({ picture }: Drawing) => (await import('../../report/graph/svg.js')).svgOf(picture()),
  },
  mermaid: {
    ending: 'mmd',
    render: async ({ picture }: Drawing) =>
      (await import('../../report/graph/mermaid.js')).mermaidOf(picture()),
  },
  html: {
    ending: 'html',
    render: async (drawing: Drawing, io: Io) =>
      (await import('../../report/graph/page-of-plan.js')).pageOf(drawing.plan, io.pageAssets(), drawing),
  },
} as const;

/** `dbspan graph`: a picture of each topology. */
export const run: Run = async ({ options, positionals }, io) => {
  checkReportOptions(options);
  const form = formOf(options);
  const inputs = await readInputs(positionals, io);
  const { judged, diagnostics, waived } = compile(inputs, {
    readFile: (path, from) => readReferred(path, from, io),
    today: today(io),
  });
  const isOpen = hasErrors(diagnostics) && judged.length === 0;
  const shown = isOpen ? [] : chosen(judged, options['database']);
  const losses = readLosses(textsOf(options['lose']), shown);
  const database = typeof options['database'] === 'string' ? options['database'] : undefined;
  const drawings = shown.map((plan): Drawing => {
    const own = losses.flatMap((each) => each.get(survivalOf(plan).landscape) ?? []);
    return { plan, losses: own, database, picture: () => pictureOf(plan, { losses: own, database }) };
  });
  const problems = tooManyWarnings(diagnostics, options);
  const code = hasErrors(diagnostics) || problems.length > 0 ? 1 : 0;
  const output = typeof options['output'] === 'string' ? options['output'] : undefined;
  const found = {
    command: 'graph',
    code,
    files: inputs.map(({ name }) => name),
    diagnostics,
    problems,
    waived,
    details: form === 'json' ? { pictures: drawings.map(({ picture }) => picture()) } : {},
  };
  if (form === 'json') {
    const content = await machineDocument(found, 'json', io);
    writeDocuments([{ name: 'pictures', content }], output, 'json', inputs, io);
    return code;
  }
  await printReport(found, {}, io, 'errors');
  const { ending, render } = forms[form];
  const documents = [];
  for (const drawing of drawings)
    documents.push({ name: drawing.plan.name, content: await render(drawing, io) });
  const written = writeDocuments(documents, output, ending, inputs, io);
  const paint = paletteOf(io, 'stdout');
  for (const name of written) io.stdout.write(`${paint.good('wrote')} ${name}\n`);
  return code;
};

function formOf(options: Arguments['options']): keyof typeof forms | 'json' {
  const { html, format } = options;
  if (html !== true) return format === 'json' || format === 'mermaid' ? format : 'svg';
  if (format === undefined) return 'html';
  throw new CannotRun(
    `--html and --format ${String(format)} are two forms of one document`,
    'run dbspan graph once for each',
  );
}

function textsOf(given: Arguments['options'][string]): readonly string[] {
  return Array.isArray(given) ? given : [];
}

/** The plans with a database of that name. */
function chosen(plans: readonly Plan[], wanted: Arguments['options'][string]): readonly Plan[] {
  if (typeof wanted !== 'string') return plans;
  const names = (plan: Plan): string[] =>
    survivalOf(plan).subjects.flatMap(({ database: { name, namespace } }) => [name, `${namespace}/${name}`]);
  const found = plans.filter((plan) => names(plan).includes(wanted));
  if (found.length > 0) return found;
  const all = [...new Set(plans.flatMap(names))];
  const meant = nearest(wanted, all);
  const known = all.filter((name) => name.includes('/')).slice(0, 9);
  throw new CannotRun(
    `the program has no database ${wanted}`,
    meant
      ? `did you mean ${meant}?`
      : known.length === 0
        ? 'it has none at all'
        : `databases: ${known.join(', ')}`,
  );
}
