import { describe, expect, test } from 'vitest';
import { change, findingsOf, fixesOf, goodTopology } from '../testing.js';
import { databaseManifest, findingsBy, fixesBy } from './objects.testing.js';

describe('kubedb/require-ssl', () => {
  test('reports a server that cannot', () => {
    expect(
      findingsBy('kubedb/require-ssl', databaseManifest({ version: '10.4.32', requireSSL: 'true' })),
    ).toEqual([
      'error kubedb/require-ssl 13:15 orders is to refuse plain connections, which MariaDB 10.4.32 cannot',
    ]);
    expect(
      findingsBy('kubedb/require-ssl', databaseManifest({ version: '10.5.1', requireSSL: 'true' })),
    ).toEqual([
      'error kubedb/require-ssl 13:15 orders is to refuse plain connections, which MariaDB 10.5.1 cannot',
    ]);
    expect(
      fixesBy('kubedb/require-ssl', databaseManifest({ version: '10.4.32', requireSSL: 'true' })),
    ).toEqual(['take a newer version, or remove requireSSL']);
  });

  test('is content with newer ones, and where nothing is refused', () => {
    expect(
      findingsBy('kubedb/require-ssl', databaseManifest({ version: '10.5.2', requireSSL: 'true' })),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/require-ssl', databaseManifest({ version: '10.4.32', requireSSL: 'false' })),
    ).toEqual([]);
    expect(
      findingsBy('kubedb/require-ssl', databaseManifest({ version: 'ten', requireSSL: 'true' })),
    ).toEqual([]);
    expect(
      findingsBy(
        'kubedb/require-ssl',
        databaseManifest({ version: '9.6.24', requireSSL: 'true' }, { kind: 'Postgres' }),
      ),
    ).toEqual([]);
  });
});

describe('kubedb/require-ssl in a topology', () => {
  const old = (tls: string): string =>
    `${change(goodTopology, '11.8.5', '10.4.32')}    tls: { issuer: { name: internal }${tls} }\n`;
  const own = (text: string): string[] => findingsOf(text).filter((each) => each.includes('require-ssl'));

  test('reports a server that cannot, said or by default', () => {
    expect(own(old(', required: true'))).toEqual([
      'error kubedb/require-ssl 32:50 orders is to refuse plain connections, which MariaDB 10.4.32 cannot',
    ]);
    expect(own(old(''))).toEqual([
      'error kubedb/require-ssl 32:5 orders is to refuse plain connections, which MariaDB 10.4.32 cannot',
    ]);
    expect(fixesOf(old(''))).toContain('take a newer version, or write required: false under tls');
  });

  test('is content where plain connections are let in', () => {
    expect(own(old(', required: false'))).toEqual([]);
    expect(own(`${goodTopology}    tls: { issuer: { name: internal } }\n`)).toEqual([]);
  });
});
