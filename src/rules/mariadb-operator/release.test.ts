import { expect, test } from 'vitest';
import { operatorTopology, siteTopology } from '../sites.testing.js';
import { findingsOf } from '../testing.js';

const asked = (release: string, text = operatorTopology): string[] =>
  findingsOf(`${text}releases: { mariadbOperator: "${release}" }\n`);

test.each(['25.10.4', '26.3.0', '0.38.1'])('%s lacks fields', (release) => {
  expect(asked(release)).toEqual([
    `error mariadb-operator/release 22:30 mariadb-operator ${release} is older than 26.6.0, for which dbspan writes`,
  ]);
});

test.each(['26.6.0', '26.6.1', '26.10.0', '27.1.0'])('%s has them', (release) => {
  expect(asked(release)).toEqual([]);
});

test('without a database of the operator', () => {
  expect(asked('25.10.4', siteTopology)).toEqual([]);
});
