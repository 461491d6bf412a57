import type { DiagnosticDefinition } from '../../diagnostics/index.js';
import { type ListPage, type Page, renderPage } from '../../report/explain.js';
import { usualWidth } from '../../report/wrap.js';
import { nearest } from '../../yaml/suggest.js';
import type { Run } from '../command.js';
import { fieldPage, overviewPage, plainPaths, searchField } from '../explain/field.js';
import { findingPage } from '../explain/finding.js';
import { firstSentence } from '../explain/words.js';
import { CannotRun, type Io, paletteOf, widthOf } from '../io.js';

/** `dbspan explain`: a field of the language, or a finding. */
export const run: Run = async ({ options, positionals }, io) => {
  const page = await pageOf(positionals[0] ?? '', io);
  if (options['format'] === 'json') {
    io.stdout.write(`${JSON.stringify({ command: 'explain', ...page }, undefined, 2)}\n`);
  } else io.stdout.write(renderPage(page, paletteOf(io, 'stdout'), widthOf(io) ?? usualWidth));
  return 0;
};

async function pageOf(name: string, { documentation }: Io): Promise<Page> {
  if (name === '') return overviewPage();
  const field = name.includes('/') ? undefined : fieldPage(name);
  if (field) return field;
  // Its rules bring the whole compiler along, which a question about a field does not need.
  const { catalogue } = await import('../catalogue.js');
  const finding = catalogue.find(({ id }) => id === name) ?? onlyOneNamed(name, catalogue);
  if (finding) return findingPage(finding, documentation);
  const group = groupPage(name, catalogue);
  if (group) return group;
  throw unknown(name, catalogue);
}

function onlyOneNamed(
  name: string,
  catalogue: readonly DiagnosticDefinition[],
): DiagnosticDefinition | undefined {
  const named = catalogue.filter(({ id }) => id.endsWith(`/${name}`));
  return named.length === 1 ? named[0] : undefined;
}

function groupPage(name: string, catalogue: readonly DiagnosticDefinition[]): ListPage | undefined {
  const prefix = name.endsWith('/') ? name : `${name}/`;
  const group = catalogue.filter(({ id }) => id.startsWith(prefix));
  if (group.length === 0) return undefined;
  return {
    kind: 'list',
    title: `findings of the group ${prefix.slice(0, -1)}`,
    entries: group.map(({ id, severity, why }) => ({
      name: id,
      summary: `${severity}: ${firstSentence(why)}`,
    })),
  };
}

function unknown(name: string, catalogue: readonly DiagnosticDefinition[]): CannotRun {
  const ids = catalogue.map(({ id }) => id);
  if (name.includes('/')) {
    const meant = nearest(name, ids);
    return new CannotRun(
      `there is no finding ${name}`,
      meant ? `did you mean ${meant}?` : 'the id of a finding is printed with it, after its severity',
    );
  }
  const { known, unknown: missing } = searchField(name);
  const message = known === '' ? `there is no field or finding ${name}` : `${known} has no field ${missing}`;
  const plain = name.replace(/\[[^\]]*\]/g, '');
  const paths = plainPaths();
  const meant =
    nearest(
      plain,
      paths.filter((path) => path.startsWith(`${known}.`)),
    ) ?? nearest(plain, [...paths, ...paths.map((path) => path.slice(path.lastIndexOf('.') + 1)), ...ids]);
  if (meant) return new CannotRun(message, `did you mean ${meant}?`);
  return new CannotRun(message, `see what there is: dbspan explain${known === '' ? '' : ` ${known}`}`);
}
