import type { Report } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { type ReferringObject, referring } from './requests.js';

const messages = {
  size: (p: { what: string; database: string }) =>
    `${p.what} of ${p.database} is scaled, and fixed here as well`,
  pool: (p: { option: string; database: string }) =>
    `the memory of ${p.database} is scaled, and ${p.option} stays what it is`,
};

/** What is scaled is not fixed at the same time. */
export const autoscalerAgainstGit = defineRule({
  id: 'kubedb/autoscaler-against-git',
  severity: 'warning',
  why: 'whatever applies the manifests undoes the scaling, each time with a restart of every replica, and a fixed cache outgrows memory that shrinks',
  source: 'kubedb/apimachinery pkg/webhooks/autoscaling',
  messages,
  checkManifests(manifests, report) {
    for (const scaler of referring(manifests, 'Autoscaler', 'autoscaling.kubedb.com')) check(scaler, report);
  },
});

function check(
  { spec, component, database, manifest }: ReferringObject,
  report: Report<typeof messages>,
): void {
  if (!database) return;
  const own = database.root.at('spec');
  const scaler = manifest.root.at('metadata', 'name').span;
  const tell = (what: string, field: Field): void => {
    report('size', { what, database: database.name })
      .at(field.keySpan)
      .related(scaler, 'the autoscaler')
      .fix('let the tool that applies this pass over differences of the field, or leave the scaling out');
  };
  const storage = own.at('storage', 'resources', 'requests', 'storage');
  if (isOn(spec.at('storage', component)) && storage.given) tell('the volume', storage);
  if (!isOn(spec.at('compute', component))) return;
  const container = own
    .at('podTemplate', 'spec', 'containers')
    .items()
    .find((each) => each.at('name').text === component);
  const resources = container?.at('resources');
  if (resources?.given) tell('the container', resources);
  const pool =
    component === 'mariadb' ? /^\s*innodb[-_]buffer[-_]pool[-_]size\s*=/m : /^\s*shared_buffers\s*=/m;
  for (const [, file] of own.at('configuration', 'inline').entries()) {
    const option = pool.exec(file.text ?? '')?.[0].replace(/[\s=]/g, '');
    if (option === undefined || spec.at('compute', component, 'minAllowed', 'memory').given) continue;
    report('pool', { option, database: database.name })
      .at(file.keySpan)
      .related(scaler, 'the autoscaler')
      .fix('say minAllowed.memory, enough for it and the rest of the server');
  }
}

function isOn(scaling: Field): boolean {
  return scaling.at('trigger').flag === true || /^(?:on|yes|y)$/i.test(scaling.at('trigger').text ?? '');
}
