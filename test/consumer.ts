// Not run: `npm run typecheck` compiles it against the built library, as a project that depends on dbspan would.
import { App, Chart } from 'cdk8s';
import {
  Charts,
  compile,
  type Diagnostic,
  databasesOf,
  fixAll,
  imports,
  KubedbMariaDB,
  MariadbOperatorMariaDB,
  type Plan,
  synthesize,
  synthesizeObjects,
  systems,
} from 'dbspan';
import { type Inspection, inspect } from 'dbspan/inspect';

const { plans, diagnostics } = compile([{ name: 'topology.yaml', content: '' }]);
export const plan: Plan | undefined = plans[0];
export const found: readonly Diagnostic[] = diagnostics;
export const paths: string[] = synthesize(plans).files.map(({ path }) => path);
export const kinds: string[] = plans.flatMap(synthesizeObjects).map(({ object }) => object.kind);

const texts = new Map([['topology.yaml', '']]);
export const fixed: readonly string[] = fixAll(texts, (current) => {
  const inputs = [...current].map(([name, content]) => ({ name, content }));
  return compile(inputs, { today: '2027-01-31' }).diagnostics;
}).map(({ text }) => text);
const inspection: Inspection = inspect([{ name: 'database.yaml', content: '' }], {
  definitions: [{ name: 'crds.yaml', content: '' }],
});
export const inspected: readonly Diagnostic[] = inspection.diagnostics;

const chart = new Chart(new App(), 'databases');
for (const database of plan ? databasesOf(plan, 'kubedb') : []) {
  if (plan) new KubedbMariaDB(chart, database.name, { database, release: plan.releases.kubedb });
}
for (const database of plan ? databasesOf(plan, 'mariadb-operator') : []) {
  new MariadbOperatorMariaDB(chart, database.name, { database });
}
new imports.Project(chart, 'project', { spec: { serviceAccount: { readWrite: ['admin'] } } });
if (plan) for (const system of systems) system.build(new Charts(chart), plan);
// @ts-expect-error a slice has no such type of gateway
const gateway: imports.SliceGatewayProvider = { sliceGatewayType: 'IPsec' };
export const slice: imports.SliceConfigSpec = { maxClusters: 2, sliceGatewayProvider: gateway };
