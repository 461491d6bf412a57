import { immutableFieldsOf } from '../changes/index.js';
import type { Span } from '../diagnostics/index.js';
import { isMapping, type Mapping } from '../yaml/mapping.js';
import type { Value } from '../yaml/read.js';
import { differencesOf, type RawDifference } from './difference.js';
import { filledIn } from './filled-in.js';
import { groupOf, groups, identityOf, isClusterScoped } from './kinds.js';
import type { GivenObject, MadeObject } from './model.js';
import { isOurs, outsideReason, reasonOf } from './reasons.js';
import { withoutServerSide } from './server-side.js';

/** A place at which the output is not the input. */
export interface Difference {
  /** `spec.containers[mariadb].image`. */
  readonly path: string;
  /** Undefined where nothing stands. */
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  /** True when it changes nothing in the cluster: a default that is said, or another spelling. */
  readonly isSame: boolean;
  /** True when the object that exists cannot be changed there: the API server or a webhook refuses it. */
  readonly isRefused: boolean;
  readonly why: string | undefined;
  /** Where it stands in the input; the object itself for what is new. */
  readonly span: Span | undefined;
}

/** What became of an object. */
export type Verdict =
  /** It comes out as it is, or says no more than what is filled in anyway. */
  | 'equal'
  | 'different'
  /** dbspan writes no such object, though it is of a kind that it writes for. */
  | 'left'
  /** It is none of dbspan's. */
  | 'foreign'
  /** Only the output has it. */
  | 'new';

/** One object, of the input, of the output, or of both. */
export interface ComparedObject {
  readonly cluster: string;
  readonly kind: string;
  readonly group: string;
  readonly namespace: string | undefined;
  readonly name: string;
  readonly verdict: Verdict;
  readonly differences: readonly Difference[];
  readonly why: string | undefined;
  readonly span: Span | undefined;
}

/** Holds what is compiled against what was there: objects by identity on their cluster, values by what they mean. */
export function compareObjects(given: readonly GivenObject[], made: readonly MadeObject[]): ComparedObject[] {
  const output = new Map<string, MadeObject>();
  for (const each of made) output.set(madeIdentity(each), each);
  const compared: ComparedObject[] = [];
  for (const object of given) {
    const key = givenIdentity(object);
    const counterpart = output.get(key);
    output.delete(key);
    compared.push(counterpart ? compareObject(object, counterpart.object) : onlyGiven(object));
  }
  for (const { cluster, object } of output.values()) compared.push(onlyMade(cluster, object));
  return compared;
}

/** How an object is known. */
export function givenIdentity({ cluster, kind, group, namespace, name }: GivenObject): string {
  return identityOf(cluster, kind, group, namespace, name);
}

/** How an object of the output is known. */
export function madeIdentity({ cluster, object }: MadeObject): string {
  const { kind, group, namespace, name } = headOf(object);
  return identityOf(cluster, kind, group, namespace, name);
}

function headOf(object: Mapping): {
  readonly kind: string;
  readonly group: string;
  readonly namespace: string | undefined;
  readonly name: string;
} {
  const metadata = isMapping(object['metadata']) ? object['metadata'] : {};
  const kind = String(object['kind']);
  const group = groupOf(String(object['apiVersion']));
  const namespace = metadata['namespace'];
  return {
    kind,
    group,
    namespace: isClusterScoped(kind, group)
      ? undefined
      : typeof namespace === 'string'
        ? namespace
        : 'default',
    name: String(metadata['name']),
  };
}

/** Compares an object with the one that is written for it. */
export function compareObject(given: GivenObject, made: Mapping): ComparedObject {
  const before = withNamespace(withoutServerSide(given.value, given.fromServer), given.namespace);
  const after = withNamespace(withoutServerSide(made, false), given.namespace);
  const serverText = (path: readonly string[]) => serverTextAt(given, path);
  const differences = differencesOf(joinFiles(given, before), joinFiles(given, after), { serverText }).map(
    (each) => judge(each, given, before, after),
  );
  const isEqual = differences.every(({ isSame }) => isSame);
  return {
    ...head(given),
    verdict: isEqual ? 'equal' : 'different',
    differences,
    why: undefined,
    span: given.root.at('metadata', 'name').span,
  };
}

function head({ cluster, kind, group, namespace, name }: GivenObject) {
  return { cluster, kind, group, namespace, name };
}

/** What stands in no namespace is applied into one. */
function withNamespace(object: Mapping, namespace: string | undefined): Mapping {
  const { metadata } = object;
  if (namespace === undefined || !isMapping(metadata)) return object;
  return { ...object, metadata: { ...metadata, namespace } };
}

function onlyGiven(object: GivenObject): ComparedObject {
  const { kind, group, name, namespace, root } = object;
  const isOwned = root.at('metadata', 'ownerReferences').items().length > 0;
  const labels = root.at('metadata', 'labels', 'app.kubernetes.io/managed-by').text;
  const ours = !isOwned && (isOurs(kind, group, namespace, name) || labels === 'dbspan');
  return {
    ...head(object),
    verdict: ours ? 'left' : 'foreign',
    differences: [],
    why: outsideReason(kind, group, name, { isOwned, labels }),
    span: root.at('metadata', 'name').span,
  };
}

function onlyMade(cluster: string, object: Mapping): ComparedObject {
  return { cluster, ...headOf(object), verdict: 'new', differences: [], why: undefined, span: undefined };
}

function judge(
  { path, before, after, isSpelling }: RawDifference,
  given: GivenObject,
  whole: Mapping,
  made: Mapping,
): Difference {
  const { kind, group, name, root } = given;
  const isOnlyInput = after === undefined;
  const by = isSpelling
    ? 'it says the same in other words'
    : before === undefined
      ? filledIn(path, after, { kind, group, name, with: made, without: whole, fromServer: false })
      : isOnlyInput
        ? filledIn(path, before, {
            kind,
            group,
            name,
            with: whole,
            without: made,
            fromServer: given.fromServer,
          })
        : undefined;
  return {
    path: pathText(path, root.value as Mapping),
    before,
    after,
    isSame: by !== undefined,
    isRefused: by === undefined && isImmutable(given, path, before),
    why: by ?? reasonOf(kind, group, path, isOnlyInput),
    span: before === undefined ? undefined : spanAt(given, path),
  };
}

/** What of a StatefulSet its API server compares, and that dbspan writes. */
const ofStatefulSet = ['spec.serviceName', 'spec.podManagementPolicy', 'spec.selector'];

function isImmutable(
  { manifest, kind }: GivenObject,
  path: readonly string[],
  before: Value | undefined,
): boolean {
  const place = path.join('.');
  const isWithin = (field: string): boolean => place === field || place.startsWith(`${field}.`);
  if (kind === 'StatefulSet' && manifest.group === 'apps') return ofStatefulSet.some(isWithin);
  if (manifest.group !== 'k8s.mariadb.com') return false;
  return immutableFieldsOf(kind).some(({ path: field, when, persisted }) => {
    if (!isWithin(`spec.${field.join('.')}`)) return false;
    return when === 'always' || before !== undefined || persisted !== undefined;
  });
}

/** Where a place of the input stands, as near as it can be found. */
function spanAt({ root }: GivenObject, path: readonly string[]): Span {
  let field = root;
  for (const name of path) {
    const next = Array.isArray(field.value)
      ? field.items().find((item, index) => item.at('name').text === name || String(index) === name)
      : field.at(name);
    if (!next?.given) break;
    field = next;
  }
  return field.span;
}

function pathText(path: readonly string[], root: Mapping): string {
  let text = '';
  let value: Value | undefined = root;
  for (const name of path) {
    const inList = Array.isArray(value) || (typeof value === 'string' && text !== '');
    if (inList || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) text += `[${name}]`;
    else text += text === '' ? name : `.${name}`;
    if (isMapping(value)) value = Object.hasOwn(value, name) ? value[name] : undefined;
    else if (Array.isArray(value)) value = value.find((item) => isMapping(item) && item['name'] === name);
    else value = undefined;
  }
  return text;
}

/** The engine whose option file stands at a place. */
function serverTextAt(
  { kind, group }: GivenObject,
  path: readonly string[],
): 'mariadb' | 'postgres' | undefined {
  const place = path.join(' ');
  if (kind === 'MariaDB' && group === groups.operator && place === 'spec myCnf') return 'mariadb';
  if (kind === 'MariaDB' && group === groups.kubedb && place === `spec configuration inline ${joined}`)
    return 'mariadb';
  if (kind === 'Postgres' && group === groups.kubedb && place === 'spec configuration inline user.conf')
    return 'postgres';
  return kind === 'ConfigMap' && place === 'data dbspan.cnf' ? 'mariadb' : undefined;
}

const joined = '*.cnf';

/** KubeDB's MariaDB reads all inline files that end in .cnf, in the order of their names: together they are one. */
function joinFiles({ kind, group }: GivenObject, object: Mapping): Mapping {
  if (kind !== 'MariaDB' || group !== groups.kubedb) return object;
  const spec = isMapping(object['spec']) ? object['spec'] : undefined;
  const configuration = spec && isMapping(spec['configuration']) ? spec['configuration'] : undefined;
  const inline = configuration && isMapping(configuration['inline']) ? configuration['inline'] : undefined;
  if (!spec || !configuration || !inline) return object;
  const files: string[] = [];
  const rest: Mapping = Object.create(null);
  for (const key of Object.keys(inline).sort()) {
    const text = inline[key];
    if (key.endsWith('.cnf') && typeof text === 'string')
      files.push(text.endsWith('\n') ? text : `${text}\n`);
    else rest[key] = text ?? null;
  }
  if (files.length > 0) rest[joined] = files.join('');
  return { ...object, spec: { ...spec, configuration: { ...configuration, inline: rest } } };
}
