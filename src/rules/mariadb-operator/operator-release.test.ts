import { expect, test } from 'vitest';
import { operatorTopology } from '../change-topologies.testing.js';
import { change, changeFindingsOf } from '../testing.js';

function found(before: string, after: string): string[] {
  return changeFindingsOf(before, after).filter((each) => each.includes('mariadb-operator/operator-release'));
}

test('says what is wrong, and where', () => {
  expect(
    found(
      operatorTopology,
      change(
        operatorTopology,
        'metadata: { name: shop }',
        'metadata: { name: shop }\nreleases: { mariadbOperator: "26.10.0" }',
      ),
    ),
  ).toEqual([
    'warning mariadb-operator/operator-release 4:30 mariadb-operator goes from 26.6.0 to 26.10.0: first its custom resources, then the operator; then every replicated server restarts for its agent',
  ]);
  expect(
    found(
      change(
        operatorTopology,
        'metadata: { name: shop }',
        'metadata: { name: shop }\nreleases: { mariadbOperator: "26.10.0" }',
      ),
      operatorTopology,
    ),
  ).toEqual([
    'warning mariadb-operator/operator-release 1:1 mariadb-operator goes back from 26.10.0 to 26.6.0, whose custom resources drop what only the newer ones know',
  ]);
});

test('says nothing of what is another matter', () => {
  expect(
    found(
      operatorTopology,
      change(
        operatorTopology,
        'metadata: { name: shop }',
        'metadata: { name: shop }\nreleases: { mariadbOperator: "26.6.0" }',
      ),
    ),
  ).toEqual([]);
});
