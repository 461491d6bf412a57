import type { Change, ObjectChange, Output } from './model.js';
import { objectText } from './subject.js';

/** An output of these files. */
export function outputOf(files: Readonly<Record<string, string>>): Output {
  return new Map(Object.entries(files).map(([path, content]) => [path, { path, content, source: '' }]));
}

/** The objects of a change as `changed fra ConfigMap a: data.x`. */
export function told({ objects }: Pick<Change, 'objects'>): string[] {
  return objects.map((object) => {
    const fields = object.fields.map(({ text }) => text).join(', ');
    return `${object.kind} ${clusterOf(object)}${objectText(object)}${fields && `: ${fields}`}`;
  });
}

function clusterOf({ before, after }: ObjectChange): string {
  const [from, to] = [before?.cluster, after?.cluster];
  if (from !== undefined && to !== undefined && from !== to) return `${from} > ${to} `;
  return to || from ? `${to || from} ` : '';
}
