import type { Span } from '../../diagnostics/index.js';
import type { Field } from '../../manifests/index.js';
import { mariadbNumber } from '../../server-options/index.js';
import { fromBytes } from '../../sizing/index.js';
import { placesIn } from '../file-places.js';
import { defineRule } from '../rule.js';
import { mostText } from './amounts.js';
import { allServersIn } from './servers.js';

const messages = {
  above: (p: { option: string; size: string; pool: string; database: string }) =>
    `${p.option} of ${p.database} is ${p.size}, above its buffer pool of ${p.pool}`,
};

/** A copy that is being prepared takes no more memory than the pool that will take its place. */
export const backupMemory = defineRule({
  id: 'sizing/backup-memory',
  severity: 'error',
  why: 'a replica that receives all data is killed for want of memory while it prepares them, and again at every new attempt',
  source: 'MariaDB/server scripts/wsrep_sst_mariabackup.sh',
  messages,
  checkManifests(manifests, report) {
    for (const { engine, name, fullCopies, texts, sizing } of allServersIn(manifests)) {
      // Another method of transfer prepares nothing.
      if (engine !== 'mariadb' || fullCopies !== 'mariabackup') continue;
      for (const file of texts) {
        for (const { option, text, span } of memoryOptions(file)) {
          const bytes = mariadbNumber(text);
          if (bytes === undefined || fromBytes(bytes) <= sizing.pool) continue;
          const parameters = { option, size: text, pool: mostText(sizing.pool), database: name };
          report('above', parameters)
            .at(span)
            .fix('remove it; the transfer passes the size of the pool itself');
        }
      }
    }
  },
});

const backupGroup = /^\[(?:mariabackup|mariadb-backup|xtrabackup)\]/i;

function memoryOptions(file: Field): { option: string; text: string; span: Span }[] {
  const placeOf = placesIn(file);
  const found: { option: string; text: string; span: Span }[] = [];
  let inGroup = false;
  for (const [index, line] of (file.text ?? '').split('\n').entries()) {
    const content = line.trim();
    if (content.startsWith('[')) inGroup = backupGroup.test(content);
    const [, option, text] = /^(use[-_]memory)\s*=\s*(\S+)/i.exec(content) ?? [];
    if (inGroup && option !== undefined && text !== undefined)
      found.push({ option, text, span: placeOf(index, line, text) });
  }
  return found;
}
