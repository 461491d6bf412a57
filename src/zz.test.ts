import { test } from 'vitest';
import { readFileSync } from 'node:fs';
import { compile } from './compile.js';
import { locationOf } from './diagnostics/index.js';
test('x', () => {
  const all = readFileSync('/tmp/fr/in.txt', 'utf8').split('\n=====\n');
  for (const text of all) {
    const { diagnostics } = compile([{ name: 't', content: text }]);
    console.log(text.split('survive: none\n').at(-1) + '\n' + diagnostics.map((d) => `  ${d.severity} ${d.id} ${locationOf(d)} ${d.message}\n      fix: ${d.fix}\n      rel: ${d.related.map(r=>r.text).join('; ')}`).join('\n'));
  }
});
