import type { Edit } from '../../diagnostics/index.js';
import { positionAt } from '../../diagnostics/index.js';
import type { PlacedOrdinals } from '../../survival/index.js';
import { keySpan, spanOf, valueSpan } from '../../topology/index.js';
import { entryOf, type Judged } from './judged.js';

/**
 * Edits that write a layout into a placement: ordinals in the place of those that stand there, and new entries after the last. None
 * where an entry would have to go, or the placement stands elsewhere, behind an alias.
 */
export function placementEdits(
  { placement }: { readonly placement: readonly PlacedOrdinals[] },
  judged: Judged,
): readonly Edit[] {
  const { source } = judged;
  const key = keySpan(source, 'placement');
  const list = valueSpan(source, 'placement');
  const { text } = list.file;
  if (!/^\s*:\s*(?:#.*\s*)*$/.test(text.slice(key.end, list.start))) return [];
  const edits: Edit[] = [];
  const added: string[] = [];
  const written = new Set<unknown>();
  for (const { cluster, ordinals } of placement) {
    const replicas = `[${ordinals.join(', ')}]`;
    const entry = entryOf(judged, cluster);
    if (!entry) {
      added.push(`cluster: ${cluster}`, `replicas: ${replicas}`);
      continue;
    }
    written.add(entry);
    edits.push({ span: valueSpan(entry, 'replicas'), text: replicas });
  }
  if (source.placement.some((entry) => !written.has(entry))) return [];
  const last = source.placement.at(-1);
  if (added.length === 0 || !last) return edits;
  const isFlow = text[list.start] === '[';
  const end = isFlow ? spanOf(last).end : endOfLine(text, spanOf(last).end);
  const indent = ' '.repeat(positionAt(list.file, list.start).column - 1);
  let insertion = '';
  for (let index = 0; index < added.length; index += 2) {
    insertion += isFlow
      ? `, { ${added[index] ?? ''}, ${added[index + 1] ?? ''} }`
      : `\n${indent}- ${added[index] ?? ''}\n${indent}  ${added[index + 1] ?? ''}`;
  }
  edits.push({ span: { file: list.file, start: end, end }, text: insertion });
  return edits;
}

/** The end of the line on which what ends here has its last character: a comment stays beside it. */
function endOfLine(text: string, end: number): number {
  const next = text.indexOf('\n', text.slice(0, end).trimEnd().length);
  return next === -1 ? text.length : next;
}
