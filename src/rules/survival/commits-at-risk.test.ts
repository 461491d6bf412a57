import { describe, expect, test } from 'vitest';
import { change, database, findingsOf, fixesOf, goodTopology } from '../testing.js';

const id = 'survival/commits-at-risk';
const ledger = (survive: string, more = ''): string =>
  `${goodTopology}${change(database({ name: 'ledger', engine: 'postgres' }), 'survive: none', `survive: ${survive}`)}${more}`;
const own = (text: string): string[] => findingsOf(text).filter((finding) => finding.includes(id));

describe(id, () => {
  test('reports a Postgres that is to survive something and does not say how it streams', () => {
    expect(own(ledger('node'))).toEqual([
      `warning ${id} 38:14 a failover of ledger may lose commits that were answered and not yet streamed`,
    ]);
    expect(fixesOf(ledger('node'))).toEqual([
      'write kubedb: { streamingMode: Synchronous }, so that a commit waits for a standby, or Asynchronous to accept it',
    ]);
    expect(own(ledger('node', '    kubedb: { standbyMode: Hot }\n'))).toHaveLength(1);
  });

  test('is content with either mode, where nothing is to be survived, and with MariaDB', () => {
    for (const mode of ['Synchronous', 'Asynchronous'])
      expect(findingsOf(ledger('node', `    kubedb: { streamingMode: ${mode} }\n`))).toEqual([]);
    expect(own(ledger('none'))).toEqual([]);
    expect(own(change(goodTopology, 'survive: none', 'survive: node'))).toEqual([]);
  });
});
