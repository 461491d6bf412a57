import { valueSpan } from '../../topology/index.js';
import { defineRule } from '../rule.js';

/** First release that has all fields that are written. */
const first = [26, 6, 0] as const;

/** The release of the operator has the fields that are written for it. */
export const release = defineRule({
  id: 'mariadb-operator/release',
  severity: 'error',
  why: 'an older API server drops the fields that it does not know, without a word: the time to stop, and everything about several clusters',
  source: 'mariadb-operator/mariadb-operator docs/releases/UPGRADE_26.6.0.md',
  messages: {
    old: (p: { release: string }) =>
      `mariadb-operator ${p.release} is older than ${first.join('.')}, for which dbspan writes`,
  },
  checkTopology({ releases, databases }, report) {
    const said = releases?.mariadbOperator;
    if (!releases || said === undefined || databases.every(({ provider }) => provider !== 'mariadb-operator'))
      return;
    const numbers = /^v?(\d+)\.(\d+)(?:\.(\d+))?/
      .exec(said)
      ?.slice(1)
      .map((part) => Number(part ?? 0));
    // Another form is topology/release-form.
    if (!numbers || !isOlder(numbers)) return;
    report('old', { release: said })
      .at(valueSpan(releases, 'mariadbOperator'))
      .fix(`upgrade the operator, its CRDs first, and write ${first.join('.')} or remove it`);
  },
});

function isOlder(numbers: readonly number[]): boolean {
  for (const [index, least] of first.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== least) return number < least;
  }
  return false;
}
