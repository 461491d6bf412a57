// node scripts/core-kinds.mjs FOLDER: makes src/verify/generated/core-kinds.json, the schemas of the kinds that every API server
// has, out of the OpenAPI v3 documents of one (kubectl get --raw /openapi/v3/api/v1, …, one file each). Descriptions and what
// only clients read are left out.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../src/verify/generated/core-kinds.json', import.meta.url));
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('usage: node scripts/core-kinds.mjs FOLDER\n');
  process.exit(2);
}

const definitions = new Map();
const kinds = {};
let release = '';
for (const name of readdirSync(folder).sort()) {
  const { info, paths, components } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  release = info.version;
  for (const [key, schema] of Object.entries(components.schemas)) definitions.set(key, schema);
  for (const [path, methods] of Object.entries(paths)) addKind(path, methods.post ?? methods.patch);
}

/** Kinds that can be created; the path says whether they stand in a namespace. */
function addKind(path, method) {
  const gvk = method?.['x-kubernetes-group-version-kind'];
  if (!gvk || /\{name\}/.test(path)) return;
  const id = gvk.group === '' ? `${gvk.version}/${gvk.kind}` : `${gvk.group}/${gvk.version}/${gvk.kind}`;
  const key = [...definitions.keys()].find((each) => isOf(definitions.get(each), gvk));
  if (key === undefined) return;
  const namespaced = path.includes('/namespaces/{namespace}/');
  if (!kinds[id] || namespaced) kinds[id] = { schema: short(key), ...(namespaced ? { namespaced } : {}) };
}

function isOf(schema, { group, version, kind }) {
  return (schema['x-kubernetes-group-version-kind'] ?? []).some(
    (each) => each.group === group && each.version === version && each.kind === kind,
  );
}

/** io.k8s.api.apps.v1.Deployment as apps.v1.Deployment. */
function short(name) {
  return name
    .replace(/^io\.k8s\.api\./, '')
    .replace(/^io\.k8s\.apimachinery\.pkg\.(?:apis\.|api\.|util\.)?/, '')
    .replace(/^io\.k8s\.apiextensions-apiserver\.pkg\.apis\./, '');
}

const used = new Map();

/** Types that read JSON in a way of their own. */
const special = {
  'intstr.IntOrString': { 'x-kubernetes-int-or-string': true },
  'resource.Quantity': { format: 'quantity' },
  'runtime.RawExtension': { 'x-kubernetes-preserve-unknown-fields': true },
  'meta.v1.FieldsV1': { 'x-kubernetes-preserve-unknown-fields': true },
};

function compact(schema) {
  const reference = schema.$ref ?? (schema.allOf?.length === 1 ? schema.allOf[0].$ref : undefined);
  const rest = keywords(schema);
  if (reference === undefined) return rest;
  const name = reference.replace('#/components/schemas/', '');
  use(name);
  return { ...rest, $ref: short(name) };
}

function use(name) {
  if (used.has(short(name))) return;
  used.set(short(name), undefined);
  used.set(short(name), special[short(name)] ?? compact(definitions.get(name)));
}

const kept = [
  'type',
  'format',
  'required',
  'enum',
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-int-or-string',
  'x-kubernetes-preserve-unknown-fields',
];

function keywords(schema) {
  const result = {};
  for (const keyword of kept) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
  if (schema['x-kubernetes-list-type'] === 'atomic') delete result['x-kubernetes-list-type'];
  // Zero values stand there for every field that has no default.
  const { default: standard } = schema;
  if (standard !== undefined && standard !== '' && standard !== 0 && typeof standard !== 'object')
    result.default = standard;
  if (schema.oneOf) result.oneOf = schema.oneOf.map(keywords);
  if (schema.items) result.items = compact(schema.items);
  if (schema.additionalProperties) result.additionalProperties = compact(schema.additionalProperties);
  if (schema.properties) {
    result.properties = {};
    for (const [name, property] of Object.entries(schema.properties))
      result.properties[name] = compact(property);
  }
  return result;
}

for (const [key, schema] of definitions)
  if (Object.values(kinds).some((kind) => kind.schema === short(key))) use(key, schema);
const sorted = (map) => Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
const result = { release, kinds: sorted(Object.entries(kinds)), definitions: sorted(used) };
writeFileSync(target, `${JSON.stringify(result)}\n`);
process.stdout.write(`${Object.keys(kinds).length} kinds, ${used.size} definitions\n`);
