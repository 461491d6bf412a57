import type { Findings, Span } from '../diagnostics/index.js';
import type { Field, Manifest } from '../manifests/index.js';
import type { Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { nearest } from '../yaml/suggest.js';
import { checkBuiltIn } from './built-in.js';
import type { CelCheck } from './cel/check.js';
import { effectiveValue } from './effective.js';
import type { Kind } from './kind.js';
import { status } from './kinds.js';
import { checkEmbedded, checkMetadata } from './metadata.js';
import { steps } from './path.js';
import type { Problem } from './problem.js';
import { Teller } from './tell.js';
import { validate } from './validate.js';

/** Findings of these leave rules in CEL without a value they can rely on, and so the API server does not evaluate them. */
const blocking: ReadonlySet<Problem['code']> = new Set([
  'unknown',
  'type',
  'null',
  'missing',
  'longer',
  'more',
  'moreFields',
  'metadata',
]);

/** Checks one object against its kind. Returns the places of what is refused. */
export function checkObject(root: Field, kind: Kind, cel: CelCheck, findings: Findings): readonly Span[] {
  const object = root.value as Mapping;
  const problems: Problem[] = [];
  const kept = effectiveValue(object, kind.schema, kind.custom, problems) as Mapping;
  for (const each of validate(kept, kind.schema, { custom: kind.custom, embedded: checkEmbedded }))
    problems.push(each);
  if (!kind.custom) checkBuiltIn(kept, kind, problems);
  checkMetadata(object['metadata'], { parent: undefined, key: 'metadata' }, kind, problems);
  const told = withoutEchoes(problems).filter((problem) => !isDroppedStatus(problem, kind));
  const teller = new Teller(findings, root, kind.kind, kind.schema);
  for (const problem of told) teller.tell(problem);
  if (kind.statusApart && isFilled(object['status']))
    findings.report(status, 'given').at(root.at('status').keySpan);
  if (kind.schema.hasRules && !told.some(({ code }) => blocking.has(code))) {
    const checked = kind.statusApart ? { ...kept, status: undefined as unknown as Value } : kept;
    if (kind.statusApart) delete checked['status'];
    for (const place of cel.object(checked, kind, root, teller.rejected, findings))
      teller.rejected.push(place);
  }
  return teller.rejected;
}

/** The types of the metadata of an object whose kind is not known. */
export function checkForeign({ root, kind }: Manifest, findings: Findings): readonly Span[] {
  const problems: Problem[] = [];
  checkMetadata(
    (root.value as Mapping)['metadata'],
    { parent: undefined, key: 'metadata' },
    undefined,
    problems,
  );
  const teller = new Teller(findings, root, kind, undefined);
  for (const problem of problems) teller.tell(problem);
  return teller.rejected;
}

/** A required field that is missing because its name is misspelt is one mistake. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const misspelt = new Set<string>();
  for (const problem of problems) {
    if (problem.code !== 'unknown') continue;
    const meant = nearest(String(problem.path?.key), problem.around.properties.keys());
    if (meant !== undefined) misspelt.add(JSON.stringify([...steps(problem.path?.parent), meant]));
  }
  if (misspelt.size === 0) return problems;
  return problems.filter(
    (problem) =>
      problem.code !== 'missing' || !misspelt.has(JSON.stringify([...steps(problem.path), problem.field])),
  );
}

/** The status is dropped before it is validated; only what cannot be read at all is refused. */
function isDroppedStatus(problem: Problem, kind: Kind): boolean {
  if (!kind.statusApart || !['unknown', 'type', 'duplicate'].includes(problem.code)) {
    return kind.statusApart && steps(problem.path)[0] === 'status';
  }
  return false;
}

function isFilled(value: Value | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
