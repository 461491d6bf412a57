import { mariadbFixed, optionKey } from '../../sizing/index.js';
import { keySpan, type Sizing, valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** What `sizing` asks for is not taken back by `config`. */
export const sizingOverridden = defineRule({
  id: 'provider/sizing-overridden',
  severity: 'warning',
  why: 'config wins, so the number under sizing does nothing',
  messages: {
    option: (p: { field: string; option: string }) => `${p.option} in config overrides ${p.field}`,
  },
  checkPlan({ databases }, report) {
    for (const { source, engine, replicas } of databases) {
      const { config, sizing } = source;
      if (!config || !sizing) continue;
      const named = new Map(Object.keys(config).map((name) => [optionKey(name), name]));
      for (const [field, option] of fieldsOf[engine]) {
        const name = named.get(option);
        if (name === undefined || sizing[field] === undefined) continue;
        if (field === 'gcache' && (replicas === 1 || !namesGcache(name, config[name]))) continue;
        report('option', { field: `sizing.${field}`, option: name })
          .at(keySpan(config, name), 'this is what the server gets')
          .related(valueSpan(sizing, field), 'this does nothing')
          .fix('remove one of the two');
      }
    }
  },
});

/** Fields of sizing and the option that each of them stands for. */
const fieldsOf: Readonly<
  Record<'mariadb' | 'postgres', readonly (readonly [field: keyof Sizing, option: string])[]>
> = {
  mariadb: [
    ['bufferPool', 'innodb_buffer_pool_size'],
    ['maxConnections', 'max_connections'],
    ['gcache', 'wsrep_provider_options'],
  ],
  postgres: [
    ['sharedBuffers', 'shared_buffers'],
    ['maxConnections', 'max_connections'],
    ['workMem', 'work_mem'],
  ],
};

/** The other provider options are joined with the one for the cache. */
function namesGcache(name: string, value: string | number | boolean | undefined): boolean {
  return mariadbFixed([{ name, value: value ?? '' }]).providerKeys.has('gcache.size');
}
