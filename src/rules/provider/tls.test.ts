import { describe, expect, test } from 'vitest';
import { lines, operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf, goodTopology } from '../testing.js';

const statefulset = (tls: string): string[] => findingsOf(siteTopology + lines(`tls: ${tls}`));
const operator = (tls: string): string[] => findingsOf(operatorTopology + lines(`tls: ${tls}`));

describe('provider/tls', () => {
  test('reports encryption that is demanded without a certificate', () => {
    expect(statefulset('{ required: true }')).toEqual([
      'error provider/tls 22:12 wiki refuses connections that are not encrypted, and has no certificate to encrypt with',
    ]);
    expect(statefulset('{ secret: wiki-tls, required: true }')).toEqual([]);
    expect(statefulset('{}')).toEqual([
      'error provider/tls 22:5 wiki has tls, and no certificate to encrypt with',
    ]);
    expect(statefulset('{ required: false }')).toEqual([]);
    expect(operator('{ required: true }')).toEqual([]);
  });

  test.each([
    ['required: true', 'required'],
    ['secret: wiki-tls', 'secret'],
    ['issuer: { name: ca }', 'issuer'],
  ])('reports what is off and asks for %s', (said, field) => {
    expect(operator(`{ enabled: false, ${said} }`)).toEqual([
      `error provider/tls 22:21 tls of wiki is switched off, and has ${field}`,
    ]);
  });

  test('reports a certificate of two origins', () => {
    expect(operator('{ secret: wiki-tls, issuer: { name: ca } }')).toEqual([
      'error provider/tls 22:12 wiki takes its certificate from an issuer and from a secret',
    ]);
    expect(operator('{ secret: wiki-tls }')).toEqual([]);
    expect(operator('{ enabled: false, required: false }')).toEqual([]);
  });

  test('reports a database of KubeDB that would not be encrypted', () => {
    expect(findingsOf(`${goodTopology}    tls: { required: true }\n`)).toEqual([
      'error provider/tls 32:5 orders has tls without an issuer, from which alone KubeDB takes certificates',
    ]);
    expect(findingsOf(`${goodTopology}    tls: { secret: orders-tls }\n`)).toEqual([
      'error provider/field 32:12 orders has tls.secret, which kubedb cannot set',
    ]);
  });

  test('leaves KubeDB to its own rules', () => {
    expect(findingsOf(`${goodTopology}    tls: { issuer: { name: ca } }\n`)).toEqual([]);
  });
});
