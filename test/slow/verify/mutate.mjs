// Makes wrong objects out of right ones, always the same ones: every kind of mistake at every place, and of these a
// share that is chosen by a digest.
import { createHash } from 'node:crypto';

/** Mistakes about one value. Each gives [category, what, new value] or removes the field. */
const remove = Symbol('remove');

function valueMutations(value, key) {
  const made = [['null', 'null', null]];
  if (typeof value === 'string') {
    made.push(['type', 'number for text', 5], ['type', 'list for text', []], ['type', 'flag for text', true]);
    made.push(
      ['text', 'empty text', ''],
      ['text', 'odd text', 'No such_value!'],
      ['text', 'upper case', `${value}X`],
    );
    made.push(['text', 'long text', 'a'.repeat(300)], ['text', 'line break', `${value}\n`]);
  }
  if (typeof value === 'number') {
    made.push(['type', 'text for number', String(value)], ['type', 'mapping for number', {}]);
    for (const other of [-1, 0, 1.5, 70_000, 3_000_000_000, 2 ** 60, 1e30])
      made.push(['number', `${other}`, other]);
  }
  if (typeof value === 'boolean')
    made.push(['type', 'text for flag', String(value)], ['type', 'number for flag', 1]);
  if (Array.isArray(value)) {
    made.push(['type', 'mapping for list', {}], ['type', 'text for list', 'x'], ['list', 'empty list', []]);
    if (value.length > 0) {
      made.push(['list', 'first twice', [value[0], ...value]], ['list', 'null in list', [...value, null]]);
      made.push(['list', 'reversed', [...value].reverse()]);
    }
  }
  if (isMapping(value)) {
    made.push(
      ['type', 'list for mapping', []],
      ['type', 'text for mapping', 'x'],
      ['required', 'empty mapping', {}],
    );
    made.push(['unknown', 'unknown field', { ...value, zzUnknown: 1 }]);
    const [first] = Object.keys(value);
    if (first) made.push(['unknown', 'misspelt field', renamed(value, first, `${first}s`)]);
  }
  made.push(['required', 'removed', remove]);
  if (key === 'name' || key === 'namespace')
    for (const other of ['Upper', 'under_score', '-dash', 'dash-', 'a.b', 'a..b', 'x'.repeat(64), '1a'])
      made.push(['name', other.slice(0, 12), other]);
  return made;
}

function renamed(value, from, to) {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key === from ? to : key, each]));
}

/** Mistakes about the whole object. */
function objectMutations(object) {
  const withMetadata = (more) => ({ ...object, metadata: { ...object.metadata, ...more } });
  return [
    ['metadata', 'label value', withMetadata({ labels: { a: 'not a value' } })],
    ['metadata', 'label key', withMetadata({ labels: { 'a/b/c': 'x' } })],
    ['metadata', 'label number', withMetadata({ labels: { a: 1 } })],
    ['metadata', 'label null', withMetadata({ labels: { a: null } })],
    ['metadata', 'annotation flag', withMetadata({ annotations: { a: true } })],
    ['metadata', 'annotation key', withMetadata({ annotations: { '-a': 'x' } })],
    ['metadata', 'large annotation', withMetadata({ annotations: { a: 'x'.repeat(270_000) } })],
    ['metadata', 'unknown field', withMetadata({ lables: { a: 'b' } })],
    ['metadata', 'finalizer', withMetadata({ finalizers: ['no good!'] })],
    [
      'metadata',
      'owner without uid',
      withMetadata({ ownerReferences: [{ apiVersion: 'v1', kind: 'X', name: 'x' }] }),
    ],
    ['metadata', 'creation time', withMetadata({ creationTimestamp: 'yesterday' })],
    ['metadata', 'creation null', withMetadata({ creationTimestamp: null })],
    ['unknown', 'field at the top', { ...object, replicas: 3 }],
    ['status', 'status', { ...object, status: {} }],
    ['kind', 'version', { ...object, apiVersion: object.apiVersion.replace(/v1.*$/, 'v9') }],
    ['kind', 'kind', { ...object, kind: `${object.kind}s` }],
  ];
}

/** Objects with one mistake each (some are none): `{ id, category, what, path, object }`. */
export function mutationsOf(name, object, most) {
  const all = objectMutations(object).map(([category, what, mutated]) => ({
    category,
    what,
    path: '',
    object: mutated,
  }));
  for (const { path, value } of placesIn(object)) {
    if (path.length === 1 && ['apiVersion', 'kind'].includes(path[0])) continue;
    for (const [category, what, other] of valueMutations(value, path.at(-1)))
      all.push({ category, what, path: shown(path), object: replaced(object, path, other) });
  }
  const chosen = all
    .map((each) => ({ ...each, rank: digest(`${name} ${each.path} ${each.category} ${each.what}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, most);
  return chosen.map(({ rank, ...each }) => ({ ...each, id: `${name}-${rank.slice(0, 8)}` }));
}

function* placesIn(value, path = []) {
  if (path.length > 0) yield { path, value };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, each] of Array.isArray(value) ? value.entries() : Object.entries(value))
    yield* placesIn(each, [...path, key]);
}

function replaced(value, [key, ...rest], other) {
  if (Array.isArray(value)) {
    const copy = [...value];
    if (rest.length === 0 && other === remove) copy.splice(key, 1);
    else copy[key] = rest.length === 0 ? other : replaced(value[key], rest, other);
    return copy;
  }
  const copy = { ...value };
  if (rest.length === 0 && other === remove) delete copy[key];
  else copy[key] = rest.length === 0 ? other : replaced(value[key], rest, other);
  return copy;
}

function shown(path) {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}

function digest(text) {
  return createHash('sha256').update(text).digest('hex');
}

function isMapping(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
