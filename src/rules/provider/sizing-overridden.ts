import { optionKey, sizedSettings } from '../../plan/index.js';
import { keySpan, valueSpan } from '../../topology/index.js';
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
    for (const { source, replicas } of databases) {
      const { config, sizing } = source;
      if (!config || !sizing) continue;
      const named = new Map(Object.keys(config).map((name) => [optionKey(name), name]));
      for (const { option, from } of sizedSettings(source, replicas)) {
        const name = named.get(optionKey(option));
        const joined =
          option === 'wsrep_provider_options' && !/(^|;)\s*gcache\.size\s*=/.test(String(config[name ?? '']));
        if (name === undefined || joined) continue;
        const field = from.replace('sizing.', '') as keyof typeof sizing;
        report('option', { field: from, option: name })
          .at(keySpan(config, name), 'this is what the server gets')
          .related(valueSpan(sizing, field), 'this does nothing')
          .fix('remove one of the two');
      }
    }
  },
});
