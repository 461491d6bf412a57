import { Document, isCollection, isMap, isPair, isScalar, isSeq, type Node, Scalar } from 'yaml';
import type { Topology } from '../topology/index.js';
import type { Assumption } from './model.js';

/** Lists and mappings that are written on one line when they are short. */
const onOneLine = 76;

/** The text of a topology: what a person must look at has a comment. */
export function printTopology(
  topology: Topology,
  assumptions: readonly Assumption[],
  { schema, head }: { readonly schema: string | undefined; readonly head: readonly string[] },
): string {
  const document = new Document(inOrder(topology), { version: '1.2' });
  settle(document.contents as Node | null, []);
  for (const { path, why } of assumptions) comment(document, path, why);
  spaceOut(document);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: false });
  const lines = [
    ...(schema === undefined ? [] : [`# yaml-language-server: $schema=${schema}`]),
    ...head.map((line) => `# ${line}`),
  ];
  return lines.length === 0 ? text : `${lines.join('\n')}\n${text}`;
}

/** Names in the order in which people write them; others follow. */
const order = [
  'apiVersion',
  'name',
  'kind',
  'metadata',
  'releases',
  'hub',
  'fleet',
  'namespace',
  'provider',
  'engine',
  'version',
  'image',
  'replication',
  'cluster',
  'replicas',
  'distribution',
  'apiServer',
  'networkInterface',
  'nodeIPs',
  'kubesliceDNS',
  'corefile',
  'size',
  'storageClass',
  'zones',
  'project',
  'subnet',
  'maxClusters',
  'clusters',
  'mode',
  'workload',
  'bufferPool',
  'maxConnections',
  'gcache',
  'placement',
  'spread',
  'rootPasswordSecret',
  'storage',
  'resources',
  'sizing',
  'config',
  'slice',
  'databases',
];

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (name: string): number => {
    const at = order.indexOf(name);
    return at === -1 ? order.length : at;
  };
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(entries.map(([key, member]) => [key, inOrder(member)]));
}

const quoted: ReadonlySet<string> = new Set([
  'version',
  'kubernetes',
  'kubedb',
  'kubeslice',
  'ocm',
  'mariadbOperator',
]);

/** Texts that readers of YAML 1.1 take for something else. */
const ambiguous =
  /^(?:y|n|yes|no|on|off|~|[-+]?[\d_.:]+(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d{4}-\d\d?-\d\d?.*)$/i;

function settle(node: Node | null, path: readonly string[]): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (isScalar(key)) settleScalar(key, '');
      settle(value as Node | null, [...path, name]);
    }
    if (isFlow(node, path)) node.flow = true;
    return;
  }
  if (isSeq(node)) {
    for (const item of node.items) settle(item as Node | null, [...path, '']);
    const isPlain = node.items.every((item) => isScalar(item) || (isMap(item) && item.flow));
    if (node.items.length > 0 && node.items.every(isScalar) && isPlain && widthOf(node) <= onOneLine)
      node.flow = true;
    return;
  }
  if (isScalar(node)) settleScalar(node, path.at(-1) ?? '');
}

function settleScalar(scalar: Scalar, name: string): void {
  if (typeof scalar.value !== 'string') return;
  if (quoted.has(name) || ambiguous.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
}

/** Small mappings of one kind of thing: a secret and its key, a place in the world. */
function isFlow(node: Node, path: readonly string[]): boolean {
  if (!isMap(node) || node.items.length === 0 || node.items.length > 3) return false;
  const name = path.at(-1) ?? '';
  if (!['location', 'issuer', 'passwordSecret', 'gcache', 'accessKeyId', 'secretAccessKey'].includes(name))
    return false;
  return node.items.every(({ value }) => isScalar(value)) && widthOf(node) <= onOneLine;
}

function widthOf(node: Node): number {
  return JSON.stringify(node.toJSON()).length;
}

/** An empty line before each part, as people write it. */
function spaceOut(document: Document): void {
  if (!isMap(document.contents)) return;
  for (const pair of document.contents.items) {
    const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
    if (['clusters', 'slice', 'databases'].includes(name) && isScalar(pair.key)) pair.key.spaceBefore = true;
    if (name !== 'databases' || !isSeq(pair.value)) continue;
    for (const [index, item] of pair.value.items.entries()) if (index > 0) (item as Node).spaceBefore = true;
  }
}

/** Puts a comment behind the value at a path such as `clusters[fra].distribution`. */
function comment(document: Document, path: string, text: string): void {
  let node: unknown = document.contents;
  for (const step of path.match(/[^.[\]]+|\[[^\]]*\]/g) ?? []) {
    const name = step.replace(/^\[|\]$/g, '');
    if (step.startsWith('[') && isSeq(node))
      node = node.items.find(
        (item) => isMap(item) && (item.get('name') === name || item.get('cluster') === name),
      );
    else node = isMap(node) ? node.get(name, true) : undefined;
  }
  if (!isScalar(node) && !(isCollection(node) && node.flow)) return;
  (node as Node).comment = ` FILL IN: ${text}`;
}
