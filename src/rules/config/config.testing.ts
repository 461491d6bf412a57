import { database, findingsOf, fixesOf, goodTopology, manifestFindingsOf } from '../testing.js';

/** The good topology with options of its MariaDB; the first stands at 33:7. */
export function withOptions(...lines: readonly string[]): string {
  return `${goodTopology}    config:\n${lines.map((line) => `      ${line}\n`).join('')}`;
}

/** The same with a Postgres beside it, whose first option stands at 41:7. */
export function withSettings(...lines: readonly string[]): string {
  const postgres = database({ name: 'ledger', engine: 'postgres' });
  return `${goodTopology}${postgres}    config:\n${lines.map((line) => `      ${line}\n`).join('')}`;
}

/** A MariaDB of a version with options. */
export function ofVersion(version: string, ...lines: readonly string[]): string {
  return withOptions(...lines).replace('"11.8.5"', `"${version}"`);
}

/** Findings of one rule alone. */
export function found(id: string, text: string): string[] {
  return findingsOf(text, true).filter((each) => each.includes(` ${id} `));
}

/** Findings of one rule alone, in manifests. */
export function foundIn(id: string, text: string): string[] {
  return manifestFindingsOf(text).filter((each) => each.includes(` ${id} `));
}

/** What to do about the only finding. */
export function fixOf(text: string): string | undefined {
  return fixesOf(text)[0];
}

/** A MariaDB object with an inline file, whose first line stands at 12:9. */
export function inlineFile(...lines: readonly string[]): string {
  return `apiVersion: kubedb.com/v1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  version: 11.8.5
  replicas: 3
  configuration:
    inline:
      md.cnf: |
${lines.map((line) => `        ${line}\n`).join('')}`;
}

/** A Postgres object with an inline file, whose first line stands at 11:9. */
export function inlineSettings(...lines: readonly string[]): string {
  return `apiVersion: kubedb.com/v1
kind: Postgres
metadata:
  name: ledger
  namespace: shop
spec:
  version: 17.9-bookworm
  configuration:
    inline:
      user.conf: |
${lines.map((line) => `        ${line}\n`).join('')}`;
}

/** A Galera of mariadb-operator with a myCnf, whose first line stands at 13:5, and lines of its spec after that. */
export function operatorObject(lines: readonly string[], ...spec: readonly string[]): string {
  return `apiVersion: k8s.mariadb.com/v1alpha1
kind: MariaDB
metadata:
  name: orders
  namespace: shop
spec:
  image: mariadb:11.8.8
  replicas: 3
  galera:
    enabled: true
  storage: { size: 20Gi }
  myCnf: |
${lines.map((line) => `    ${line}\n`).join('')}${spec.map((line) => `  ${line}\n`).join('')}`;
}

/** The same with options of Galera's library, the first of which stands at 12:7. */
export function operatorOptions(...options: readonly string[]): string {
  const fields = options.map((option) => `      ${option}\n`).join('');
  return operatorObject(['[mariadb]']).replace(
    '    enabled: true\n',
    `    enabled: true\n    providerOptions:\n${fields}`,
  );
}
