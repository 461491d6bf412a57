import { change, database, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

/** The good topology with more lines for its MariaDB; the first stands at 32:5. */
export function withLines(...lines: readonly string[]): string {
  return `${goodTopology}${lines.map((line) => `    ${line}\n`).join('')}`;
}

/** The same for a single server in one cluster. */
export function alone(...lines: readonly string[]): string {
  return change(
    change(withLines(...lines), 'slice:\n  name: shop\n  subnet: 10.7.0.0/16\n', ''),
    'replicas: [0, 2]\n      - cluster: ams\n        replicas: [1]',
    'replicas: 1',
  );
}

/** The good topology with a Postgres beside it; the first of its lines stands at 40:5. */
export function withPostgres(...lines: readonly string[]): string {
  return (
    goodTopology +
    database({ name: 'ledger', engine: 'postgres' }) +
    lines.map((line) => `    ${line}\n`).join('')
  );
}

/** The good topology with its volume of another size, at 31:22. */
export function onVolume(size: string, ...lines: readonly string[]): string {
  return change(withLines(...lines), 'size: 20Gi', `size: ${size}`);
}

/** Findings of the rules about sizes. */
export function sizingFindings(text: string): string[] {
  return findingsOf(text, true).filter((each) => each.includes(' sizing/'));
}

/** Findings of one rule, in manifests. */
export function foundIn(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((each) => each.includes(` ${id} `));
}

/** What to do about the first finding. */
export function fixOf(text: string): string | undefined {
  return fixesOf(text)[0];
}

/** A MariaDB with a file, whose first line stands at 12:9, and lines of its spec after that. */
export function mariadbObject(file: readonly string[], ...spec: readonly string[]): string {
  return `apiVersion: kubedb.com/v1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  replicas: 3
  version: 11.8.5
  configuration:
    inline:
      md.cnf: |
${file.map((line) => `        ${line}\n`).join('')}${spec.map((line) => `  ${line}\n`).join('')}`;
}

/** Memory of the container, as a line of the spec. */
export function memory(size: string, container = 'mariadb', more = ''): string {
  return `podTemplate: { spec: { containers: [{ name: ${container}, resources: { limits: { memory: ${size} } }${more} }] } }`;
}

/** A server of mariadb-operator with a myCnf, whose first line stands at 13:5, and lines of its spec after that. */
export function operatorObject(file: readonly string[], ...spec: readonly string[]): string {
  return `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  image: mariadb:11.8.8
  storage:
    size: 20Gi
  resources:
    limits: { memory: 1Gi }
  myCnf: |
${file.map((line) => `    ${line}\n`).join('')}${spec.map((line) => `  ${line}\n`).join('')}`;
}
