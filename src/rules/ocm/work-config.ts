import type { Report } from '../../diagnostics/index.js';
import type { Manifest } from '../../manifests/index.js';
import { defineRule } from '../rule.js';
import { firstOf } from '../words.js';
import { worksOf } from '../works.js';
import { objectName, pluralOf } from './resources.js';
import { configsOf, hasNamesOf, isAbout, type WorkConfig } from './work-configs.js';

const messages = {
  kind: (p: { work: string; written: string; resource: string }) =>
    `manifestConfigs of ${p.work} names the resource ${p.written}; its plural is ${p.resource}`,
  group: (p: { work: string; object: string; written: string; group: string }) =>
    `manifestConfigs of ${p.work} looks for ${p.object} in the group ${said(p.written)}, but it is in ${said(p.group)}`,
  nothing: (p: { work: string; what: string }) =>
    `manifestConfigs of ${p.work} has an entry for ${p.what}, which the work does not carry`,
  shadowed: (p: { work: string; what: string; parts: readonly string[] }) =>
    `an earlier entry of manifestConfigs of ${p.work} already says the ${firstOf(p.parts)} of ${p.what}`,
};

const parts = ['updateStrategy', 'feedbackRules', 'conditionRules'] as const;

/** Every entry of `manifestConfigs` is about something the work carries, and is the one that counts. */
export const workConfig = defineRule({
  id: 'ocm/work-config',
  severity: 'warning',
  why: 'the agent passes over an entry that fits nothing and takes the first that fits: the object is applied and watched in the standard way instead, without a word',
  source: 'open-cluster-management-io/ocm pkg/work/helper/helpers.go',
  messages,
  checkManifests(manifests, report) {
    for (const work of worksOf(manifests)) {
      const name = objectName(work.manifest);
      const earlier: WorkConfig[] = [];
      for (const config of configsOf(work)) {
        const objects = work.objects.filter(
          (object) => isAbout(config, object) || isUnknownPlural(config, object),
        );
        if (objects.length === 0) reportUnused(config, work.objects, name, report);
        else reportShadowed(config, earlier, objects, name, report);
        earlier.push(config);
      }
    }
  },
});

function said(group: string): string {
  return group === '' ? '"" (core)' : group;
}

/** A kind outside of Kubernetes may have any plural. */
function isUnknownPlural(config: WorkConfig, object: Manifest): boolean {
  const { group, resource } = config;
  if (!group.includes('.') || group.endsWith('.k8s.io') || group !== object.group) return false;
  const stem = object.kind.toLowerCase().slice(0, -1);
  return resource.startsWith(stem) && resource !== object.kind.toLowerCase() && hasNamesOf(config, object);
}

function reportUnused(
  config: WorkConfig,
  objects: readonly Manifest[],
  work: string,
  report: Report<typeof messages>,
): void {
  const { group, resource, namespace, name } = config;
  const identifier = config.field.at('resourceIdentifier');
  // What is left out altogether is for the schema to say.
  if (resource === '' || name === '') return;
  const named = objects.filter((object) => hasNamesOf(config, object));
  const singular = named.find((object) => object.group === group && isForm(resource, object));
  if (singular) {
    const plural = pluralOf(singular.kind);
    report('kind', { work, written: resource, resource: plural })
      .at(identifier.at('resource').span)
      .fix(`write resource: ${plural}`)
      .edit(identifier.at('resource').span, plural);
    return;
  }
  const elsewhere = named.find((object) => resource === pluralOf(object.kind));
  if (elsewhere) {
    report('group', { work, object: objectName(elsewhere), written: group, group: elsewhere.group })
      .at(identifier.at('group').given ? identifier.at('group').span : identifier.keySpan)
      .fix(`write group: ${elsewhere.group === '' ? '""' : elsewhere.group}`);
    return;
  }
  const what = `${resource} ${namespace === '' ? '' : `${namespace}/`}${name}`;
  report('nothing', { work, what })
    .at(identifier.at('name').span)
    .fix('correct the name or the namespace, or remove the entry');
}

/** The kind, in any case, with or without its plural. */
function isForm(resource: string, { kind }: Manifest): boolean {
  const written = resource.toLowerCase();
  return written === kind.toLowerCase() || written === pluralOf(kind) || written === `${kind.toLowerCase()}s`;
}

function reportShadowed(
  config: WorkConfig,
  earlier: readonly WorkConfig[],
  objects: readonly Manifest[],
  work: string,
  report: Report<typeof messages>,
): void {
  const given = parts.filter((part) => config.field.at(part).given);
  const lost = given.filter((part) => {
    const before = earlier.filter(({ field }) => field.at(part).given);
    return objects.every((object) => before.some((one) => isAbout(one, object)));
  });
  const [part] = lost;
  const [object] = objects;
  if (part === undefined || !object) return;
  report('shadowed', { work, what: objectName(object), parts: lost })
    .at(config.field.at(part).keySpan)
    .fix('put it first, or into the entry that counts');
}
