import { describe, expect, test } from 'vitest';
import { carrying, configMap, ownFindings, work } from './testing.js';

const id = 'ocm/executor';
const subject = (text: string): string => work(`${carrying(configMap('a'))}executor:\n  subject: ${text}\n`);

describe('ocm/executor', () => {
  test('reports a subject without an account', () => {
    expect(ownFindings(id, subject('{ type: ServiceAccount }'))).toEqual([
      'error ocm/executor 9:5 ManifestWork ams/one has an executor without a service account',
    ]);
  });

  test('is content with an account, and without an executor', () => {
    const account = '{ type: ServiceAccount, serviceAccount: { namespace: shop, name: deployer } }';
    expect(ownFindings(id, subject(account))).toEqual([]);
    expect(ownFindings(id, work(carrying(configMap('a'))))).toEqual([]);
  });
});
