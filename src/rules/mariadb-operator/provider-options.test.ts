import { describe, expect, test } from 'vitest';
import { findingsBy, fixesBy, mariadb } from './objects.testing.js';

const id = 'mariadb-operator/provider-options';

describe(id, () => {
  test('reports what breaks the line', () => {
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { gcache.size: "1G;" } }' }),
      ),
    ).toEqual(['error mariadb-operator/provider-options 8:60 the value of gcache.size holds a semicolon']);
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { gcache.size: \'"1G"\' } }' }),
      ),
    ).toEqual(['error mariadb-operator/provider-options 8:60 the value of gcache.size holds a double quote']);
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { gcache.size: "1G\\n" } }' }),
      ),
    ).toEqual(['error mariadb-operator/provider-options 8:60 the value of gcache.size holds a line break']);
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { gcache.size: "" } }' }),
      ),
    ).toEqual(['error mariadb-operator/provider-options 8:60 gcache.size has no value']);
    expect(
      fixesBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { gcache.size: "" } }' }),
      ),
    ).toEqual(['give it a value, or remove it']);
  });

  test('reports the address of the pod', () => {
    expect(
      findingsBy(
        id,
        mariadb({ replicas: '3', galera: '{ enabled: true, providerOptions: { ist.recv_addr: 10.0.0.1 } }' }),
      ),
    ).toEqual([
      "error mariadb-operator/provider-options 8:47 ist.recv_addr is the operator's own, and its webhook refuses it",
    ]);
  });

  test('is content with values, with numbers, and with what is off', () => {
    expect(
      findingsBy(
        id,
        mariadb({
          replicas: '3',
          galera:
            '{ enabled: true, providerOptions: { gcache.size: 1G, evs.suspect_timeout: PT10S, gcs.fc_limit: 16 } }',
        }),
      ),
    ).toEqual([]);
    expect(
      findingsBy(id, mariadb({ galera: '{ enabled: false, providerOptions: { gcache.size: ";" } }' })),
    ).toEqual([]);
  });
});
