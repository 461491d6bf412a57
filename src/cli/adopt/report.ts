import type { Adoption, ComparedObject, Difference, Verdict } from '../../adopt/index.js';
import { positionAt } from '../../diagnostics/index.js';
import type { Palette } from '../../report/palette.js';
import { printableLine } from '../../report/printable.js';
import { wrap } from '../../report/wrap.js';
import { objectName, shownValue } from './shown.js';

/** Objects and lines of one kind that are printed at most; the rest is counted. */
const mostObjects = 40;
const mostLines = 40;

/** The proof for people: what is not the same, what stays outside, what was assumed, what is new. */
export function adoptionReport(adoption: Adoption, paint: Palette, width: number): string {
  const { objects, assumptions, repeated } = adoption;
  const of = (verdict: Verdict): ComparedObject[] => objects.filter((each) => each.verdict === verdict);
  const blocks = [
    differentBlock(folded(of('different')), paint, width),
    listBlock('not expressed, and not in the output:', outsideLines(of('left')), paint, width),
    listBlock(
      'stands twice, and is not the same; the first counts:',
      repeated.map(({ kind, name, root }) => `${kind} ${name} ${placeOf(root.at('metadata', 'name').span)}`),
      paint,
      width,
    ),
    listBlock(
      'assumed, since no manifest says it:',
      assumptions.map(({ path, value, why }) => `${path}: ${value} (${why})`),
      paint,
      width,
    ),
    listBlock('none of dbspan’s, left where it is:', outsideLines(of('foreign')), paint, width),
    listBlock('new in the output:', newLines(of('new')), paint, width),
  ];
  return `${blocks.filter((block) => block !== '').join('\n')}${blocks.some((block) => block !== '') ? '\n' : ''}${summary(adoption, paint)}`;
}

/** One line that says whether it is proven. */
function summary({ objects, isCompiled }: Adoption, paint: Palette): string {
  const count = (verdict: Verdict): number => objects.filter((each) => each.verdict === verdict).length;
  const [equal, different, left] = [count('equal'), count('different'), count('left')];
  const total = equal + different + left;
  const says = objects.flatMap(({ verdict, differences }) => (verdict === 'equal' ? differences : [])).length;
  const parts = [
    `${equal} of ${counted(total, 'object')} ${equal === 1 || total === 1 ? 'comes' : 'come'} out the same${says === 0 ? '' : `, ${counted(says, 'default')} written out`}`,
    ...(different > 0
      ? [`${different} ${different === 1 ? 'differs' : 'differ'} in what is named above`]
      : []),
    ...(left > 0 ? [`${left} not expressed`] : []),
  ];
  const isGood = different + left === 0 && isCompiled;
  const verdict = isGood ? paint.good('proven') : paint.severity.warning('not the same');
  return `${verdict}: ${parts.join('; ')}${isCompiled ? '' : '; the topology has errors'}\n`;
}

interface Folded {
  readonly first: ComparedObject;
  readonly more: number;
}

/** Objects of several clusters that differ alike, once. */
function folded(objects: readonly ComparedObject[]): Folded[] {
  const known = new Map<string, { readonly first: ComparedObject; more: number }>();
  for (const each of objects) {
    const key = JSON.stringify([
      objectName(each),
      each.differences.map(({ path, after, isSame }) => [path, after ?? null, isSame]),
    ]);
    const present = known.get(key);
    if (present) present.more += 1;
    else known.set(key, { first: each, more: 0 });
  }
  return [...known.values()];
}

function differentBlock(objects: readonly Folded[], paint: Palette, width: number): string {
  const lines: string[] = [];
  for (const { first, more } of objects.slice(0, mostObjects)) {
    const others = more === 0 ? '' : ` and ${counted(more, 'more cluster')}`;
    const place = first.span ? `  ${placeOf(first.span)}` : '';
    lines.push(`${paint.strong(objectName(first))} on ${first.cluster}${others}${paint.faint(place)}`);
    for (const { why, differences } of byReason(first.differences.filter(({ isSame }) => !isSame))) {
      for (const each of differences.slice(0, mostLines)) lines.push(`  ${differenceLine(each, paint)}`);
      if (differences.length > mostLines) lines.push(`  … ${differences.length - mostLines} more`);
      if (why !== undefined)
        for (const line of wrap(why, width - 6)) lines.push(`      ${paint.faint(line)}`);
    }
    const same = first.differences.filter(({ isSame }) => isSame).length;
    if (same > 0)
      lines.push(
        paint.faint(
          `  and ${counted(same, 'place')} that say the same otherwise, or what is filled in anyway`,
        ),
      );
    lines.push('');
  }
  if (objects.length > mostObjects)
    lines.push(`… ${counted(objects.length - mostObjects, 'more object')}; --format json has them all`, '');
  return lines.join('\n');
}

const refusal = 'refused on the object that exists, which cannot be changed there';

function byReason(
  differences: readonly Difference[],
): { readonly why: string | undefined; readonly differences: Difference[] }[] {
  const found = new Map<string, { readonly why: string | undefined; readonly differences: Difference[] }>();
  for (const each of differences) {
    const why = each.isRefused ? `${refusal}; ${each.why ?? ''}`.replace(/; $/, '') : each.why;
    const known = found.get(why ?? '');
    if (known) known.differences.push(each);
    else found.set(why ?? '', { why, differences: [each] });
  }
  return [...found.values()];
}

function differenceLine(each: Difference, paint: Palette): string {
  const path = printableLine(each.path);
  if (each.before === undefined) return `${paint.good('+')} ${path}: ${shownValue(each, 'after')}`;
  if (each.after === undefined) return `${paint.severity.error('-')} ${path}: ${shownValue(each, 'before')}`;
  return `${paint.severity.warning('~')} ${path}: ${shownValue(each, 'before')} → ${shownValue(each, 'after')}`;
}

function outsideLines(objects: readonly ComparedObject[]): string[] {
  const found = new Map<
    string,
    { readonly text: string; readonly why: string; clusters: number; cluster: string }
  >();
  for (const each of objects) {
    const text = objectName(each);
    const key = `${text} ${each.why ?? ''}`;
    const known = found.get(key);
    if (known) known.clusters += 1;
    else found.set(key, { text, why: each.why ?? '', clusters: 1, cluster: each.cluster });
  }
  return [...found.values()].map(({ text, why, clusters, cluster }) => {
    const where = clusters === 1 ? cluster : `${cluster} and ${counted(clusters - 1, 'more cluster')}`;
    return `${text} on ${where} (${why})`;
  });
}

function newLines(objects: readonly ComparedObject[]): string[] {
  const found = new Map<string, string[]>();
  for (const each of objects) {
    const key = objectName(each);
    const known = found.get(key);
    if (known) known.push(each.cluster);
    else found.set(key, [each.cluster]);
  }
  return [...found].map(([text, clusters]) => {
    const shown = clusters.slice(0, 3).join(', ');
    return `${text} on ${shown}${clusters.length > 3 ? ` and ${counted(clusters.length - 3, 'more cluster')}` : ''}`;
  });
}

function listBlock(title: string, lines: readonly string[], paint: Palette, width: number): string {
  if (lines.length === 0) return '';
  const shown = lines
    .slice(0, mostLines)
    .flatMap((line) =>
      wrap(printableLine(line), width - 4).map((part, index) => (index === 0 ? `  ${part}` : `    ${part}`)),
    );
  const rest =
    lines.length > mostLines ? [`  … ${lines.length - mostLines} more; --format json has them all`] : [];
  return `${[paint.strong(title), ...shown, ...rest].join('\n')}\n`;
}

function placeOf(span: {
  readonly file: { readonly name: string; readonly text: string };
  readonly start: number;
}): string {
  const { line } = positionAt(span.file, span.start);
  return printableLine(`${span.file.name}:${line}`);
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
