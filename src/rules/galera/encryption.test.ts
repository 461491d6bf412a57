import { expect, test } from 'vitest';
import { galeraTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('galera/encryption'));
}

test('says what is wrong, and where', () => {
  expect(found(galeraTopology, `${galeraTopology}    tls: { secret: wiki-tls }\n`)).toEqual([
    'warning galera/encryption 16:20 wiki begins to encrypt, one member after the other',
  ]);
  expect(found(`${galeraTopology}    tls: { secret: wiki-tls }\n`, galeraTopology)).toEqual([
    'warning galera/encryption 7:5 wiki encrypts nothing any more',
  ]);
  expect(
    found(
      `${galeraTopology}    tls: { secret: wiki-tls }\n`,
      `${galeraTopology}    tls: { secret: other-tls }\n`,
    ),
  ).toEqual([
    'warning galera/encryption 16:20 the certificates of wiki come from another secret, which each member reads when it restarts',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      `${galeraTopology}    tls: { secret: wiki-tls }\n`,
      change(`${galeraTopology}    tls: { secret: wiki-tls }\n`, 'memory: 2Gi', 'memory: 4Gi'),
    ),
  ).toEqual([]);
});
