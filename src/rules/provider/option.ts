import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** Every option of `config` reaches the server as it is written. */
export const option = defineRule({
  id: 'provider/option',
  severity: 'error',
  why: 'the server would run with another value than the file says',
  messages: {
    number: (p: { option: string; written: string; read: string }) =>
      `${p.option} is written ${p.written}, which YAML reads as ${p.read}`,
  },
  checkTopology({ databases }, report) {
    for (const { config } of databases) {
      if (!config) continue;
      for (const [name, value] of Object.entries(config)) {
        if (typeof value !== 'number') continue;
        const span = valueSpan(config, name);
        const written = span.file.text.slice(span.start, span.end);
        if (written === String(value) || written.startsWith('*')) continue;
        report('number', { option: name, written, read: String(value) })
          .at(span)
          .fix(`put it between quotes: "${written}"`);
      }
    }
  },
});
