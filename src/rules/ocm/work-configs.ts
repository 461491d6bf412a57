import type { Field, Manifest } from '../../manifests/index.js';
import type { Work } from '../works.js';
import { pluralOf } from './resources.js';

/** One entry of a work's `manifestConfigs`. */
export interface WorkConfig {
  readonly field: Field;
  readonly group: string;
  readonly resource: string;
  readonly name: string;
  readonly namespace: string;
}

/** What a work says about the way single objects of it are applied. */
export function configsOf({ spec }: Work): WorkConfig[] {
  return spec
    .at('manifestConfigs')
    .items()
    .map((field) => {
      const text = (key: string): string => field.at('resourceIdentifier', key).text ?? '';
      return {
        field,
        group: text('group'),
        resource: text('resource'),
        name: text('name'),
        namespace: text('namespace'),
      };
    });
}

/** Whether an entry is about an object: group and resource exactly, name and namespace with `*` for anything. */
export function isAbout(config: WorkConfig, object: Manifest): boolean {
  return (
    config.group === object.group && config.resource === pluralOf(object.kind) && hasNamesOf(config, object)
  );
}

/** Whether name and namespace of a configuration, wildcards included, are those of an object. */
export function hasNamesOf({ name, namespace }: WorkConfig, object: Manifest): boolean {
  return fits(name, object.name) && fits(namespace, object.namespace ?? '');
}

function fits(pattern: string, text: string): boolean {
  if (!pattern.includes('*')) return pattern === text;
  const parts = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(text);
}

/** The update strategy of an object: that of the first entry about it that has one. */
export function strategyOf(configs: readonly WorkConfig[], object: Manifest): Field | undefined {
  return configs
    .find((config) => config.field.at('updateStrategy').given && isAbout(config, object))
    ?.field.at('updateStrategy');
}
