import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/encryption'));
}

test('says what is wrong, and where', () => {
  expect(found(operatorTopology, `${operatorTopology}    tls: { enabled: false }\n`)).toEqual([
    'warning mariadb-operator/encryption 32:5 orders encrypts nothing any more',
  ]);
  expect(found(operatorTopology, `${operatorTopology}    tls: { required: true }\n`)).toEqual([
    'warning mariadb-operator/encryption 32:5 orders refuses clients that do not encrypt',
  ]);
  expect(found(`${operatorTopology}    tls: { required: true }\n`, operatorTopology)).toEqual([
    'warning mariadb-operator/encryption 7:5 orders takes clients again that do not encrypt',
  ]);
  expect(found(operatorTopology, `${operatorTopology}    tls: { issuer: { name: company } }\n`)).toEqual([
    'warning mariadb-operator/encryption 32:5 the certificates of orders come from another authority, which clients and replicas have to know first',
  ]);
  expect(
    found(
      operatorTopology,
      change(operatorTopology, 'mariadbOperator:\n', 'mariadbOperator:\n      sst: rsync\n'),
    ),
  ).toEqual([
    'warning mariadb-operator/encryption 17:12 full copies between the servers of orders go in the clear',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(found(`${operatorTopology}    tls: { enabled: false }\n`, operatorTopology)).toEqual([]);
});
