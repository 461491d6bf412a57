import type { Adoption, ComparedObject } from '../../adopt/index.js';
import { positionAt, type Span } from '../../diagnostics/index.js';
import { machineValue } from './shown.js';

/** An adoption as plain data. */
export function adoptionToJson({ text, companions, objects, repeated, assumptions, origins }: Adoption) {
  return {
    topology: text ?? null,
    companions,
    compared: objects.map(objectToJson),
    repeated: repeated.map(({ cluster, kind, group, namespace, name, root }) => ({
      cluster,
      kind,
      group,
      ...(namespace === undefined ? {} : { namespace }),
      name,
      place: placeOf(root.at('metadata', 'name').span),
    })),
    assumptions,
    origins: origins.map(({ path, span }) => ({ path, place: placeOf(span) })),
  };
}

function objectToJson({
  cluster,
  kind,
  group,
  namespace,
  name,
  verdict,
  why,
  span,
  differences,
}: ComparedObject) {
  return {
    cluster,
    kind,
    group,
    ...(namespace === undefined ? {} : { namespace }),
    name,
    verdict,
    ...(why === undefined ? {} : { why }),
    ...(span === undefined ? {} : { place: placeOf(span) }),
    differences: differences.map((each) => ({
      path: each.path,
      ...(each.before === undefined ? {} : { before: machineValue(each, 'before') }),
      ...(each.after === undefined ? {} : { after: machineValue(each, 'after') }),
      same: each.isSame,
      ...(each.isRefused ? { refused: true } : {}),
      ...(each.why === undefined ? {} : { why: each.why }),
      ...(each.span === undefined ? {} : { place: placeOf(each.span) }),
    })),
  };
}

function placeOf({ file, start }: Span) {
  const { line, column } = positionAt(file, start);
  return { file: file.name, line, column };
}
